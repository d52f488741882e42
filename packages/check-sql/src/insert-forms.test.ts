import { activeRule, lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { missingInsertColumn } from "./missing-insert-column.ts";
import { unprovenInsertColumns } from "./unproven-insert-columns.ts";

const options = { tables: { "titan.*": ["created_at"] } };

async function said(path: string, text: string): Promise<string> {
  const rules = [activeRule(missingInsertColumn, options), activeRule(unprovenInsertColumns, options)];
  const { findings, failures } = await lintTexts(rules, { after: { [path]: text } });
  expect(failures).toEqual([]);
  return findings.map(({ rule, line }) => `${rule === "sql/unproven-insert-columns" ? "unproven" : "missing"}:${line}`).join(" ");
}

const model = `class Job(Base):\n    __tablename__ = "jobs"\n    __table_args__ = {"schema": "titan"}\n`;
const jobs = `const titan = pgSchema("titan");\nconst jobs = titan.table("jobs", { id: integer("id"), createdAt: timestamp("created_at") });\n`;

const sql: readonly (readonly [string, string])[] = [
  ["INSERT INTO titan.jobs AS j (id, created_at) VALUES (1, now()) ON CONFLICT (id) DO NOTHING", ""],
  ["INSERT INTO titan.jobs (created_at, id) VALUES (NULL, 1), (now(), 2)", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) VALUES (1, (SELECT now()))", ""],
  ["INSERT INTO titan.jobs (id, created_at) SELECT a, b FROM x UNION ALL SELECT a, NULL FROM y", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) WITH s AS (SELECT 1 AS a, now() AS b) SELECT a, b FROM s", ""],
  ["INSERT INTO titan.jobs (id, created_at) TABLE staging", ""],
  ["INSERT INTO titan.jobs TABLE staging", "missing:1"],
  ["WITH moved AS (DELETE FROM titan.old RETURNING *) INSERT INTO titan.jobs SELECT * FROM moved", "missing:1"],
  [
    "WITH a AS (INSERT INTO titan.jobs (id, created_at) VALUES (1, now()) RETURNING id) INSERT INTO titan.log (job) SELECT id FROM a",
    "missing:1",
  ],
  ["INSERT INTO titan.jobs (id, created_at) VALUES (1, CAST(NULL AS timestamptz))", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) VALUES (1, COALESCE(NULL, now()))", ""],
  ["INSERT INTO titan.jobs (id, created_at) OVERRIDING USER VALUE SELECT 1, now()", ""],
  ['INSERT INTO titan.jobs (id, "created_at") VALUES (1, now())', ""],
  ['INSERT INTO titan.jobs (id, "Created_At") VALUES (1, now())', "missing:1"],
  ["insert into TITAN.JOBS (ID, CREATED_AT) values (1, now())", ""],
  ["COPY titan.jobs (id, created_at) FROM '/x.csv' WITH (FORMAT csv)", ""],
  ["COPY titan.jobs (id) FROM PROGRAM 'cat x'", "missing:1"],
  ["COPY (SELECT * FROM titan.jobs) TO STDOUT", ""],
  ["\\copy titan.jobs (id, total) from 'x.csv' csv", "missing:1"],
  [
    "MERGE INTO titan.jobs USING s ON s.id = jobs.id WHEN NOT MATCHED BY TARGET THEN INSERT (id, created_at) VALUES (s.id, DEFAULT)",
    "missing:1",
  ],
  ["EXPLAIN ANALYZE INSERT INTO titan.jobs (id) VALUES (1)", "missing:1"],
  ["PREPARE p AS INSERT INTO titan.jobs (id) VALUES ($1)", "missing:1"],
  ["-- INSERT INTO titan.jobs (id) VALUES (1)\nSELECT 1", ""],
  ["SELECT 'INSERT INTO titan.jobs (id) VALUES (1)'", ""],
  ["INSERT INTO staging.jobs (id) VALUES (1)", ""],
];

const python: readonly (readonly [string, string])[] = [
  [`cur.executemany("INSERT INTO titan.jobs (id, total) VALUES (%s, %s)", rows)`, "missing:1"],
  [`execute_batch(cur, "INSERT INTO titan.jobs (id, created_at) VALUES (%s, %s)", rows)`, ""],
  [`extras.execute_values(cur, """\n  INSERT INTO titan.jobs (id, total)\n  VALUES %s\n""", rows)`, "missing:2"],
  [`cur.execute("INSERT INTO titan.jobs ({}) VALUES ({})".format(", ".join(cols), marks))`, "unproven:1"],
  [`cur.execute("INSERT INTO titan.jobs (%s) VALUES (%s)" % (cols, marks))`, "unproven:1"],
  [`cols = ("id", "created_at")\ncur.execute(f"INSERT INTO titan.jobs ({', '.join(cols)}) VALUES (%s, %s)", row)`, ""],
  [`cur.execute(f"INSERT INTO titan.jobs VALUES ({marks})", row)`, "missing:1"],
  [`cur.copy_from(f, "titan.jobs", columns=("id", "total"))`, "missing:1"],
  [`cur.copy_from(f, "titan.jobs", columns=("id", "created_at"))`, ""],
  [`cur.copy_from(f, "titan.jobs")`, "unproven:1"],
  [`df.to_sql(name="jobs", con=engine, schema="titan")`, "unproven:1"],
  [`df.to_sql("jobs", engine, schema="other")  # titan`, ""],
  [`${model}session.execute(insert(Job).values(id=1))`, "unproven:4"],
  [`${model}session.execute(insert(Job).values(id=1, created_at=now))`, ""],
  [`${model}session.add(Job(id=1))`, "unproven:4"],
  [`${model}session.add(Job(id=1, created_at=now))`, ""],
  [`${model}session.bulk_insert_mappings(Job, rows)`, "unproven:4"],
  [`${model}session.add_all([Job(id=1), Job(id=2)])`, "unproven:4 unproven:4"],
  [`op.bulk_insert(jobs_table, [{"id": 1}])  # titan`, ""],
  [`jobs = sa.table("jobs", sa.column("id"), schema="titan")\nop.bulk_insert(jobs, [{"id": 1}])`, "unproven:2"],
  [`op.execute("INSERT INTO titan.jobs (id, total) SELECT id, total FROM old")`, "missing:1"],
];

const typescript: readonly (readonly [string, string])[] = [
  ["sql`insert into titan.jobs ${sql(row)}`", "unproven:1"],
  ["sql`insert into titan.jobs (id, created_at) values ${sql(rows)}`", ""],
  ["pool.query('INSERT INTO titan.jobs (id, total) VALUES ($1, $2)', [1, 2])", "missing:1"],
  ["pool.query(`INSERT INTO titan.jobs (${cols.join(', ')}) VALUES (${marks})`)", "unproven:1"],
  ["knex('titan.jobs').insert([{ id: 1, created_at: d }, { id: 2 }])", "missing:1"],
  ["knex.batchInsert('titan.jobs', rows)", "unproven:1"],
  ["db.insertInto('titan.jobs').values({ id: 1, total: 2 }).execute()", "missing:1"],
  ["db.insertInto('titan.jobs').values({ id: 1, created_at: d }).execute()", ""],
  ["db.insertInto('titan.jobs').values(rows).execute()", "unproven:1"],
  [`${jobs}db.insert(jobs).values({ id: 1 })`, "unproven:3"],
  [`${jobs}db.insert(jobs).values({ id: 1, createdAt: new Date() })`, ""],
  [`${jobs}db.insert(jobs).values(rows)`, "unproven:3"],
];

describe("forms of INSERT", () => {
  test.each(sql)("%s", async (text, expected) => expect(await said("a.sql", text)).toBe(expected));
  test.each(python)("%s", async (text, expected) => expect(await said("a.py", text)).toBe(expected));
  test.each(typescript)("%s", async (text, expected) => expect(await said("a.ts", text)).toBe(expected));
});

describe("columns that a function is told", () => {
  test.each([
    ["a.py", `await c.copy_records_to_table("jobs", records=rows, columns=["id", "total"], schema_name="titan")`, "missing:1"],
    ["a.py", `await c.copy_records_to_table("jobs", records=rows, columns=["id", "created_at"], schema_name="titan")`, ""],
    ["a.py", `await c.copy_records_to_table("jobs", records=rows, columns=names, schema_name="titan")`, "unproven:1"],
    ["a.py", `await c.copy_records_to_table("jobs", records=rows, columns=names, schema_name="staging")`, ""],
    ["a.ts", "sql`insert into titan.jobs ${sql(row, 'id', 'total')}`", "missing:1"],
    ["a.ts", "sql`insert into titan.jobs ${sql(row, 'id', 'created_at')}`", ""],
    ["a.ts", "sql`insert into titan.jobs ${sql(row, names)}`", "unproven:1"],
    ["a.ts", "db.query(format('INSERT INTO titan.jobs (id) VALUES %L', rows))", "missing:1"],
    ["a.ts", "db.query(format('INSERT INTO titan.jobs (id, created_at) VALUES %L', rows))", ""],
  ])("%s: %s", async (path, text, expected) => expect(await said(path, text)).toBe(expected));
});
