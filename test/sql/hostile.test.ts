import { sourceFile } from "@failcheck/core";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-sql";
import { expect, test } from "vitest";
import { options } from "./checker.ts";

const active = rules.filter(({ id }) => id.endsWith("-revenue")).map((rule) => activeRule(rule, options));
const select = "SELECT SUM(total) FROM titan.jobs WHERE ";

function nested(depth: number): string {
  return `${select}${"(".repeat(depth)}job_status = 'completed'${")".repeat(depth)}`;
}

/** WITH items that each read the one before twice. */
function doubling(count: number): string {
  const items = Array.from(
    { length: count },
    (_, index) => `c${index + 1} AS (SELECT a.* FROM c${index} a JOIN c${index} b ON a.id = b.id)`,
  );
  return `WITH c0 AS (SELECT * FROM titan.jobs), ${items.join(", ")} SELECT SUM(total) FROM c${count}`;
}

/** Views that each read the one before. */
function views(count: number): string {
  const made = Array.from({ length: count }, (_, index) => `CREATE VIEW v${index + 1} AS SELECT * FROM v${index};`);
  return `CREATE VIEW v0 AS SELECT * FROM titan.jobs;${made.join("\n")} SELECT SUM(total) FROM v${count}`;
}

const bombs: readonly (readonly [string, string])[] = [
  ["2,000 brackets", nested(2000)],
  ["unclosed brackets", `${select}${"(".repeat(5000)}`],
  [
    "1,000 ANDs",
    `${select}${Array.from({ length: 1000 }, (_, index) => `c${index} = ${index}`).join(" AND ")} AND job_status = 'completed'`,
  ],
  ["1,000 ORs on the status", `${select}${Array.from({ length: 1000 }, (_, index) => `job_status = 's${index}'`).join(" OR ")}`],
  ["2,000 nested sub-selects", `${"SELECT * FROM (".repeat(2000)}SELECT total FROM titan.jobs${") t".repeat(2000)}`],
  ["2,000 sub-selects in the figure", `${"SELECT (".repeat(2000)}SELECT SUM(total) FROM titan.jobs${")".repeat(2000)}`],
  ["300 nested sub-selects", `${"SELECT * FROM (".repeat(300)}SELECT total FROM titan.jobs${") t".repeat(300)}`],
  ["300 nested NOTs", `${select}${"NOT (".repeat(300)}job_status = 'completed'${")".repeat(300)}`],
  ["nested EXISTS", `${select}${"EXISTS (SELECT 1 FROM titan.jobs WHERE ".repeat(40)}job_status = 'completed'${")".repeat(40)}`],
  ["WITH items that double", doubling(20)],
  [
    "UNIONs joined with UNIONs",
    `SELECT SUM(a.total) FROM ${Array.from({ length: 8 }, (_, index) => `(SELECT * FROM titan.jobs UNION ALL SELECT * FROM titan.jobs UNION ALL SELECT * FROM titan.jobs) t${index}`).join(" CROSS JOIN ")}, titan.jobs a`,
  ],
  ["800 concatenations", `${select}job_status = ${Array.from({ length: 800 }, () => "'x'").join(" || ")}`],
  [
    "200 nested CASEs",
    `SELECT SUM(${"CASE WHEN job_status = 'completed' THEN ".repeat(200)}total${" END".repeat(200)}) FROM titan.jobs`,
  ],
  ["8,000 additions", `SELECT SUM(total${" + 1".repeat(8000)}) FROM titan.jobs WHERE job_status = 'completed'`],
  ["400 views that read each other", views(400)],
  ["an unclosed quote", `${select}job_status = 'completed`],
  ["an unclosed comment", `${select}/* `.repeat(200)],
  ["NUL bytes", `${select}job_status = 'completed'\0 AND \0`],
  [
    "a 20,000-line dump",
    Array.from({ length: 20_000 }, (_, index) => `INSERT INTO log (id, text) VALUES (${index}, 'it''s ; text');`).join("\n") +
      "\nSELECT SUM(total) FROM titan.jobs;",
  ],
  [
    "4 MB on one line",
    `INSERT INTO log VALUES ${Array.from({ length: 200_000 }, (_, index) => `(${index}, 'some text')`).join(", ")}; ${select}job_status = 'completed'`,
  ],
];

test.each(bombs)("%s end in a verdict", { timeout: 20_000 }, async (_, text) => {
  const { failures } = await lintTexts(active, { after: { "bomb.sql": text } });
  expect(failures).toEqual([]);
});

const mysql = rules.filter(({ id }) => id.endsWith("-revenue")).map((rule) => activeRule(rule, { ...options, dialect: "mysql" }));

test.each(bombs)("%s end in a verdict in another dialect", { timeout: 20_000 }, async (_, text) => {
  const { failures } = await lintTexts(mysql, { after: { "bomb.sql": text, "bomb.py": `cur.execute("""${text}""")` } });
  expect(failures).toEqual([]);
});

test("bytes that are no UTF-8", () => {
  const bytes = Buffer.concat([
    Buffer.from("SELECT '"),
    Buffer.from([0xff, 0xfe, 0xc3]),
    Buffer.from("', total FROM titan.jobs"),
  ]);
  expect(() => sourceFile("x.sql", bytes).text).not.toThrow();
});
