import { activeRule, lintTexts } from "@failcheck/core/testing";
import type { Texts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { missingInsertColumn } from "./missing-insert-column.ts";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan", "public"],
};

/** `report.sql:1 new`, a line each. */
async function said(sides: { readonly before?: Texts; readonly after: Texts }, more: object = {}) {
  const rules = [unfilteredRevenue, unprovenRevenue].map((rule) => activeRule(rule, { ...options, ...more }));
  return saidBy(rules, sides);
}

async function saidBy(rules: Parameters<typeof lintTexts>[0], sides: Parameters<typeof lintTexts>[1]) {
  const { findings, failures } = await lintTexts(rules, sides);
  return [...failures, ...findings.map(({ path, line, rule, new: isNew }) => `${path}:${line} ${rule}${isNew ? "" : " old"}`)];
}

const done = "CREATE VIEW done AS SELECT * FROM titan.jobs WHERE job_status = 'completed';";
const open = "CREATE VIEW done AS SELECT id, total FROM titan.jobs;";
const report = "SELECT SUM(total) FROM done;";

test("a view of another file is read", async () => {
  expect(await said({ after: { "views.sql": done, "report.sql": report } })).toEqual([]);
  expect(await said({ after: { "views.sql": open, "report.sql": report } })).toEqual([
    "report.sql:1 sql/unfiltered-revenue",
    "views.sql:1 sql/unfiltered-revenue",
  ]);
});

test("a changed query reads a view that did not change", async () => {
  const before = { "views.sql": done };
  expect(await said({ before, after: { ...before, "report.sql": report } })).toEqual([]);
  expect(await said({ before: { "views.sql": open }, after: { "views.sql": open, "report.sql": report } })).toEqual([
    "report.sql:1 sql/unfiltered-revenue",
  ]);
});

test("a changed view makes a query wrong that did not change", async () => {
  const before = { "views.sql": done, "app/report.py": `cur.execute("SELECT SUM(total) FROM done")` };
  const found = await said({ before, after: { ...before, "views.sql": open } });
  expect(found).toEqual(["app/report.py:1 sql/unfiltered-revenue", "views.sql:1 sql/unfiltered-revenue"]);
});

test("views over views, and one made by a migration", async () => {
  const files = {
    "m1.py": `op.execute("CREATE VIEW a AS SELECT * FROM titan.jobs WHERE job_status = 'completed'")`,
    "m2.sql": "CREATE VIEW b AS SELECT total FROM a;",
    "q.sql": "SELECT SUM(total) FROM b;",
  };
  expect(await said({ after: files })).toEqual([]);
  const wider = { ...files, "m1.py": `op.execute("CREATE VIEW a AS SELECT * FROM titan.jobs")` };
  expect(await said({ before: files, after: wider })).toEqual([
    "m1.py:1 sql/unfiltered-revenue",
    "m2.sql:1 sql/unfiltered-revenue",
    "q.sql:1 sql/unfiltered-revenue",
  ]);
});

test("between two definitions of a view the first one counts, behind them and elsewhere the last", async () => {
  const again = (first: string, second: string): string => [first, report, "DROP VIEW done;", second, report].join("\n");
  expect(await said({ after: { "m.sql": again(done, open), "q.sql": report } })).toEqual([
    "m.sql:4 sql/unfiltered-revenue",
    "m.sql:5 sql/unfiltered-revenue",
    "q.sql:1 sql/unfiltered-revenue",
  ]);
  expect(await said({ after: { "m.sql": again(open, done), "q.sql": report } })).toEqual([
    "m.sql:1 sql/unfiltered-revenue",
    "m.sql:2 sql/unfiltered-revenue",
  ]);
});

test("CREATE TABLE says whose column a bare name is", async () => {
  const query =
    "SELECT SUM(total) FROM titan.jobs j JOIN invoices i ON i.job_id = j.id WHERE j.job_status = 'completed' OR paid;";
  const tables = "CREATE TABLE titan.jobs (id int PRIMARY KEY, job_status text, total numeric);";
  expect(await said({ after: { "schema.sql": tables, "q.sql": query } })).toEqual(["q.sql:1 sql/unfiltered-revenue"]);
  const bare = "SELECT SUM(total) FROM titan.jobs j JOIN invoices i ON i.job_id = j.id WHERE job_status = 'completed';";
  expect(await said({ after: { "schema.sql": tables, "q.sql": bare } })).toEqual([]);
});

test("a column that no table has is a mistake in the configuration", async () => {
  const after = {
    "failcheck.yaml": "rules:\n  sql/unfiltered-revenue:\n    tables:\n      titan.jobs: { columns: [totl], key: id }\n",
    "schema.sql": "CREATE TABLE titan.jobs (id int PRIMARY KEY, job_status text, total numeric);",
  };
  const [failure] = await said({ after }, { tables: { "titan.jobs": { columns: ["totl"], key: "id" } } });
  expect(failure).toContain("failcheck.yaml:4:31 titan.jobs has no column totl");
  const later = { ...after, "m2.py": `op.add_column("jobs", sa.Column("totl", sa.Numeric()), schema="titan")` };
  expect(await said({ after: later }, { tables: { "titan.jobs": { columns: ["totl"], key: "id" } } })).toEqual([]);
});

test("a required column that no table has is a mistake in the configuration", async () => {
  const rules = [activeRule(missingInsertColumn, { tables: { "titan.jobs": ["craeted_at"] } })];
  const after = {
    "failcheck.yaml": "rules:\n  sql/missing-insert-column:\n    tables:\n      titan.jobs: [craeted_at]\n",
    "schema.sql": "CREATE TABLE titan.jobs (id int PRIMARY KEY, created_at timestamptz);",
    "seed.sql": "INSERT INTO titan.jobs (id) VALUES (1);",
  };
  const [failure] = await saidBy(rules, { after });
  expect(failure).toContain("failcheck.yaml:4:20 titan.jobs has no column craeted_at");
  const elsewhere = { ...after, "schema.sql": "CREATE TABLE crm.jobs (id int PRIMARY KEY);" };
  expect(await saidBy(rules, { after: elsewhere })).toEqual(["seed.sql:1 sql/missing-insert-column"]);
});

test("a comment in a file outside the change allows what the change makes of it", async () => {
  const comment = "-- failcheck-allow sql/unfiltered-revenue: the pipeline counts all jobs\n";
  const before = { "views.sql": done, "q.sql": `${comment}${report}` };
  const found = await said({ before, after: { ...before, "views.sql": open } });
  expect(found).toEqual(["views.sql:1 sql/unfiltered-revenue"]);
});

test("what nobody can read is counted once, whether or not it is a finding", async () => {
  const rules = [
    activeRule(unfilteredRevenue, options),
    activeRule(unprovenRevenue, options),
    activeRule(missingInsertColumn, { tables: { "titan.*": ["created_at"] } }),
  ];
  const text =
    "SELECT id FROM titan.jobs WHERE;\nSELECT SUM(total) FROM titan.jobs AND;\nMERGE INTO titan.jobs;\nSELECT FROM x WHERE;";
  const program = `cur.execute("SELECT id FROM titan.jobs GROUP")`;
  const { findings, checked } = await lintTexts(rules, { after: { "a.sql": text, "b.py": program } });
  expect(findings.map(({ rule, line }) => `${rule}:${line}`)).toEqual(["sql/unproven-revenue:2"]);
  expect(checked.unread.map(({ path, line, column, what }) => `${path}:${line}:${column} ${what}`)).toEqual([
    "a.sql:1:32 SQL statement",
    "a.sql:2:35 SQL statement",
    "a.sql:3:22 SQL statement",
    "b.py:1:45 SQL statement",
  ]);
});
