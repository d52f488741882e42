import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { executedCases, judged, type Executed } from "./findings.ts";

const folder = fileURLToPath(new URL("../fixtures/json/python", import.meta.url));
const environment = fileURLToPath(new URL("../../node_modules/.cache/json-columns", import.meta.url));
const interpreter = `${environment}/bin/python`;

/** What the examples run against. */
const packages = [
  "sqlalchemy==2.1.9",
  "alembic==1.20.1",
  "django==5.2.19",
  "peewee==4.5.3",
  "sqlmodel==0.0.50",
  "flask-sqlalchemy==3.1.1",
];

/** Makes the virtual environment once; says why where that is not possible. */
function unable(): string | undefined {
  if (spawnSync("python3", ["--version"]).status !== 0) return "python3 is not there";
  if (existsSync(`${environment}/ready-2`)) return undefined;
  const steps: [string, string[]][] = [
    ["python3", ["-m", "venv", environment]],
    [interpreter, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]],
    ["touch", [`${environment}/ready-2`]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
    if (status !== 0) return `${command} ${args.join(" ")} failed: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  }
  return undefined;
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
