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

const statements: readonly (readonly [string, string])[] = [
  ["INSERT INTO titan.jobs (id, total, completed_at) VALUES (1, 2, now())", "missing:1"],
  ["INSERT INTO titan.jobs (id, total, created_at) VALUES (1, 2, now())", ""],
  ["INSERT INTO titan.jobs (id, created_at)\nVALUES (1, now()),\n (2, NULL)", "missing:3"],
  ["INSERT INTO titan.jobs (id, created_at) VALUES (1, DEFAULT)", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) VALUES (1, NULL::timestamptz)", "missing:1"],
  ["INSERT INTO titan.jobs VALUES (1, 2, now())", "missing:1"],
  ["INSERT INTO titan.jobs DEFAULT VALUES", "missing:1"],
  ["INSERT INTO titan.jobs SELECT * FROM staging", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) SELECT id, created_at FROM staging", ""],
  ["INSERT INTO titan.jobs (id, created_at) SELECT id, NULL FROM staging", "missing:1"],
  ["INSERT INTO titan.jobs (id, created_at) SELECT id, x FROM a UNION ALL SELECT id, NULL FROM b", "missing:1"],
  ["INSERT INTO titan.jobs (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET created_at = now()", "missing:1"],
  ["INSERT INTO titan.jobs (id) VALUES (1) RETURNING created_at", "missing:1"],
  ["INSERT INTO titan.jobs (id /* created_at */) VALUES ('created_at')", "missing:1"],
  ["WITH n AS (INSERT INTO titan.jobs (id) VALUES (1) RETURNING id) SELECT * FROM n", "missing:1"],
  ["WITH s AS (SELECT 1 AS id) INSERT INTO titan.jobs (id) SELECT id FROM s", "missing:1"],
  ["MERGE INTO titan.jobs j USING s ON s.id = j.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)", "missing:1"],
  ["MERGE INTO titan.jobs j USING s ON s.id = j.id WHEN NOT MATCHED THEN INSERT (id, created_at) VALUES (s.id, now())", ""],
  ["MERGE INTO titan.jobs j USING s ON s.id = j.id WHEN NOT MATCHED THEN INSERT VALUES (s.id, now())", "missing:1"],
  ["MERGE INTO titan.jobs j USING s ON s.id = j.id WHEN MATCHED THEN UPDATE SET total = 1", ""],
  ["COPY titan.jobs (id, total) FROM STDIN", "missing:1"],
  ["COPY titan.jobs (id, created_at) FROM STDIN", ""],
  ["COPY titan.jobs FROM '/tmp/x.csv' CSV", "missing:1"],
  ["COPY titan.jobs (id) TO STDOUT", ""],
  ["INSERT INTO titan.jobs (id, created_at) OVERRIDING SYSTEM VALUE VALUES (1, now())", ""],
  ['INSERT INTO "titan"."jobs" ("id", "created_at") VALUES (1, now())', ""],
  ["INSERT INTO other.jobs (id) VALUES (1)", ""],
  ["INSERT INTO public.t (id) SELECT id FROM titan.jobs", ""],
  ["SELECT 1;\nINSERT INTO titan.jobs (id) VALUES (1);\nINSERT INTO titan.jobs (id) VALUES (2)", "missing:2 missing:3"],
  ["UPDATE titan.jobs SET total = 1", ""],
];

const python: readonly (readonly [string, string, string])[] = [
  [
    "a parameter may be NULL, which nobody sees here",
    `cur.execute("INSERT INTO titan.jobs (id, created_at) VALUES (%s, %s)", row)`,
    "",
  ],
  ["execute_values", `execute_values(cur, "INSERT INTO titan.jobs (id, total) VALUES %s", rows)`, "missing:1"],
  ["execute_values, right", `execute_values(cur, "INSERT INTO titan.jobs (id, created_at) VALUES %s", rows)`, ""],
  ["columns put in", `cur.execute(f"INSERT INTO titan.jobs ({cols}) VALUES ({marks})")`, "unproven:1"],
  ["some columns put in", `cur.execute(f"INSERT INTO titan.jobs (id, created_at, {cols}) VALUES (1, 2, {marks})")`, ""],
  [
    "columns joined from a list",
    `cols = ["id", "total"]\ncur.execute("INSERT INTO titan.jobs (" + ", ".join(cols) + ") VALUES (1, 2)")`,
    "missing:2",
  ],
  [
    "columns joined from a right list",
    `cols = ["id", "created_at"]\ncur.execute("INSERT INTO titan.jobs (" + ", ".join(cols) + ") VALUES (1, 2)")`,
    "",
  ],
  [
    "a text over lines",
    `SQL = """\n    INSERT INTO\n        titan.jobs (id)\n    VALUES (1)\n"""\ncur.execute(SQL)`,
    "missing:3",
  ],
  ["to_sql", `df.to_sql("jobs", engine, schema="titan", if_exists="append")`, "unproven:1"],
  ["to_sql elsewhere", `df.to_sql("jobs", engine, schema="scratch")  # not titan`, ""],
  ["copy_expert", `cur.copy_expert("COPY titan.jobs (id, total) FROM STDIN", f)`, "missing:1"],
  ["a table that is put in", `cur.execute(f"INSERT INTO titan.{table} (id) VALUES (1)")`, "missing:1"],
  ["Core", `jobs = Table("jobs", metadata, schema="titan")\nconn.execute(jobs.insert().values(id=1))`, "unproven:2"],
  ["prose", `log.info("insert into titan.jobs done")`, ""],
];

const typescript: readonly (readonly [string, string, string])[] = [
  ["postgres.js", "sql`insert into titan.jobs ${sql(rows, 'id', 'total')}`", "missing:1"],
  ["a tagged template", "sql`INSERT INTO titan.jobs (id, total) VALUES (${id}, ${total})`", "missing:1"],
  ["a right one", "sql`INSERT INTO titan.jobs (id, created_at) VALUES (${id}, now())`", ""],
  ["knex", "knex('titan.jobs').insert({ id: 1, total: 2 })", "missing:1"],
  ["knex, right", "knex('titan.jobs').insert({ id: 1, created_at: new Date() })", ""],
  ["knex with rows", "knex.withSchema('titan').into('jobs').insert(rows)", "unproven:1"],
];

describe("columns of an INSERT", () => {
  test.each(statements)("%s", async (text, expected) => expect(await said("a.sql", text)).toBe(expected));
  test.each(python)("Python: %s", async (_, text, expected) => expect(await said("a.py", text)).toBe(expected));
  test.each(typescript)("TypeScript: %s", async (_, text, expected) => expect(await said("a.ts", text)).toBe(expected));
});
