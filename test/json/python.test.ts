import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { executedCases, foundInSources, judged, measured, programsOf, type Executed } from "./findings.ts";

const run = promisify(execFile);

const folder = fileURLToPath(new URL("../fixtures/json/python", import.meta.url));
const environment = fileURLToPath(new URL("../../node_modules/.cache/json-columns", import.meta.url));
const drivers = fileURLToPath(new URL("../../node_modules/.cache/json-drivers", import.meta.url));
const programs = fileURLToPath(new URL("../fixtures/json/programs", import.meta.url));
const interpreter = `${environment}/bin/python`;

/** What the examples run against. */
const packages = [
  "sqlalchemy==2.1.9",
  "alembic==1.20.1",
  "django==5.2.19",
  "peewee==4.5.3",
  "sqlmodel==0.0.50",
  "flask-sqlalchemy==3.1.1",
  "tortoise-orm==1.1.9",
  "psycopg[binary]==3.3.9",
  "psycopg2-binary==2.9.13",
  "asyncpg==0.32.0",
  "aiosqlite==0.22.1",
  "greenlet",
  "orjson==3.13.0",
  "simplejson==4.3.0",
];

/** Makes the virtual environment once; says why where that is not possible. */
function unable(): string | undefined {
  if (spawnSync("python3", ["--version"]).status !== 0) return "python3 is not there";
  if (existsSync(`${environment}/ready-3`)) return undefined;
  const steps: [string, string[]][] = [
    ["python3", ["-m", "venv", environment]],
    [interpreter, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]],
    ["touch", [`${environment}/ready-3`]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
    if (status !== 0) return `${command} ${args.join(" ")} failed: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  }
  return undefined;
}

/** A Postgres for what talks to one, where the drivers of the other tests are installed; no address where they are not. */
async function postgres(): Promise<{ readonly address: string | undefined; readonly end: () => void }> {
  if (!existsSync(join(drivers, "ready-2"))) return { address: undefined, end: () => undefined };
  copyFileSync(join(programs, "server.mjs.txt"), join(drivers, "server.mjs"));
  const server = spawn(process.execPath, ["server.mjs"], { cwd: drivers, stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve) => {
    server.stdout.once("data", (line: Buffer) => {
      resolve(line.toString().trim());
    });
  });
  return { address, end: () => server.stdin.end() };
}

function execute(modules: readonly string[]): readonly Executed[] {
  return executedCases(
    execFileSync(interpreter, ["-W", "ignore", "-B", "run.py", ...modules], { cwd: folder, encoding: "utf8" }),
  );
}

const skipped = unable();
const executed =
  skipped === undefined ? execute(["core_forms", "orm_forms", "django_forms", "peewee_forms", "sqlmodel_forms"]) : [];
const { found, failures } = await judged(folder, /^def (case_\w+)/);

const collections = readdirSync(programs).filter((name) => /^python-\d+\.txt$/.test(name));

describe.each(collections)("the programs of %s", (name) => {
  const path = join(programs, name);

  test("are judged right", async () => {
    const { missed, blamed, recall, precision } = await measured(programsOf(path));
    expect(recall, missed.join(" ")).toBeGreaterThanOrEqual(0.95);
    expect(precision, blamed.join(" ")).toBeGreaterThanOrEqual(0.98);
  });

  test.skipIf(skipped !== undefined)(
    "store what their labels say",
    async () => {
      const { address, end } = await postgres();
      const env = { ...process.env, ...(address !== undefined && { DATABASE_URL: address }) };
      const output = await run(interpreter, ["-W", "ignore", "-B", "run.py", name], { cwd: programs, env }).finally(end);
      const stored = executedCases(output.stdout).map(({ name, verdict }) => `${name} ${verdict}`);
      const labels = programsOf(path).map(({ name, verdict }) => `${name} ${verdict}`);
      expect(stored.filter((line) => !line.endsWith(" skipped"))).toEqual(
        labels.filter((_, index) => !(stored[index] ?? "").endsWith(" skipped")),
      );
    },
    300_000,
  );
});

test("no rule failed", () => {
  expect(failures).toEqual([]);
});

test.skipIf(skipped !== undefined)(
  `at least 60 examples were executed${skipped === undefined ? "" : ` (skipped: ${skipped})`}`,
  () => {
    expect(executed.length).toBeGreaterThanOrEqual(60);
    expect(executed.filter(({ verdict }) => verdict === "once").length).toBeGreaterThanOrEqual(20);
  },
);

test.each(executed)("$module $name is stored $verdict", ({ module, name, verdict }) => {
  expect(found.get(`${module} ${name}`) ?? [], verdict).toHaveLength(verdict === "double" ? 1 : 0);
});

test.skipIf(skipped !== undefined).each(["alembic", "sqlmodel", "flask_sqlalchemy", "playhouse", "asyncpg"])(
  "the published sources of %s write no string of JSON",
  async (name) => {
    const library = readdirSync(`${environment}/lib`).find((version) => version.startsWith("python3")) ?? "";
    expect(await foundInSources(join(environment, "lib", library, "site-packages", name))).toEqual([]);
  },
);
