import { execFile, execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { executedCases, foundInSources, judged, measured, programsOf, type Executed } from "./findings.ts";

const run = promisify(execFile);
const programs = fileURLToPath(new URL("../fixtures/json/programs", import.meta.url));

const folder = fileURLToPath(new URL("../fixtures/json/javascript", import.meta.url));
const environment = fileURLToPath(new URL("../../node_modules/.cache/json-drivers", import.meta.url));

/** What the examples run against: drivers and mappers, none of them with an install script. */
const packages = {
  "@electric-sql/pglite": "0.5.16",
  "@electric-sql/pglite-socket": "0.0.22",
  "drizzle-orm": "0.45.4",
  "@mikro-orm/core": "6.6.16",
  "@mikro-orm/postgresql": "6.6.16",
  "@prisma/adapter-pg": "7.10.1",
  "@prisma/client": "7.10.0",
  knex: "3.3.0",
  kysely: "0.28.18",
  mysql2: "3.24.5",
  objection: "3.1.5",
  pg: "8.23.1",
  postgres: "3.4.9",
  prisma: "7.10.1",
  "reflect-metadata": "0.2.2",
  sequelize: "6.37.8",
  "sequelize-typescript": "2.1.6",
  "sql.js": "1.16.0",
  tsx: "4.23.15",
  typeorm: "1.1.1",
};

const modules = ["drizzle", "postgres", "pg", "knex", "sequelize", "typeorm", "objection"];

/** Installs the drivers once; says why where that is not possible. */
function unable(): string | undefined {
  if (existsSync(join(environment, "ready-2"))) return undefined;
  mkdirSync(environment, { recursive: true });
  writeFileSync(join(environment, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  const args = [
    "install",
    "--ignore-scripts",
    "--legacy-peer-deps",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--engine-strict=false",
  ];
  const { status, stderr } = spawnSync("npm", args, { cwd: environment, encoding: "utf8" });
  if (status !== 0) return `npm install failed: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  writeFileSync(join(environment, "ready-2"), "");
  return undefined;
}

/** The examples run where the drivers are; each module in a process of its own, because the database takes one connection. */
function execute(): readonly Executed[] {
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(environment, name.replace(".txt", "")));
  return modules.flatMap((module) =>
    executedCases(execFileSync(process.execPath, ["run.mjs", module], { cwd: environment, encoding: "utf8" })),
  );
}

const skipped = unable();
const executed = skipped === undefined ? execute() : [];
const { found, failures } = await judged(folder, /^export async function (case\w+)/);

const collections = readdirSync(programs).filter((name) => /^typescript-\d+\.txt$/.test(name));

describe.each(collections)("the programs of %s", (name) => {
  const path = join(programs, name);

  test("are judged right", async () => {
    const { missed, blamed, recall, precision } = await measured(programsOf(path));
    expect(recall, missed.join(" ")).toBeGreaterThanOrEqual(0.9);
    expect(precision, blamed.join(" ")).toBeGreaterThanOrEqual(0.96);
  });

  test.skipIf(skipped !== undefined)(
    "store what their labels say",
    async () => {
      copyFileSync(join(programs, "run.mjs.txt"), join(environment, "run-programs.mjs"));
      writeFileSync(join(environment, "tsconfig.json"), '{ "compilerOptions": { "experimentalDecorators": true } }');
      const output = await run(process.execPath, ["--import", "tsx", "run-programs.mjs", path], { cwd: environment });
      const stored = executedCases(output.stdout).map(({ name, verdict }) => `${name} ${verdict}`);
      expect(stored).toEqual(programsOf(path).map(({ name, verdict }) => `${name} ${verdict}`));
    },
    300_000,
  );
});

test("no rule failed", () => {
  expect(failures).toEqual([]);
});

test.skipIf(skipped !== undefined)(
  `at least 40 examples were executed${skipped === undefined ? "" : ` (skipped: ${skipped})`}`,
  () => {
    expect(executed.length).toBeGreaterThanOrEqual(40);
    expect(executed.filter(({ verdict }) => verdict === "once").length).toBeGreaterThanOrEqual(14);
  },
);

/** Findings in a declaration, which no single example is to blame for. */
const elsewhere = new Map([
  ["drizzle caseDefaultFunction", "drizzle line 9"],
  ["sequelize caseDefault", "sequelize line 13"],
  ["sequelize caseSetter", "sequelize line 23"],
]);

test.each(executed)("$module $name is stored $verdict", ({ module, name, verdict }) => {
  const key = `${module} ${name}`;
  expect(found.get(elsewhere.get(key) ?? key) ?? [], verdict).toHaveLength(verdict === "double" ? 1 : 0);
});

test.skipIf(skipped !== undefined).each(["objection", "sequelize-typescript", "postgres", "pg"])(
  "the published sources of %s write no string of JSON",
  async (name) => {
    expect(await foundInSources(join(environment, "node_modules", name))).toEqual([]);
  },
);
