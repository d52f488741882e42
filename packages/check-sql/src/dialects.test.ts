import { activeRule, lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const dialects = ["mysql", "mariadb", "sqlite", "bigquery", "snowflake", "redshift", "transactsql", "trino", "hive"];

/** `wrong:3 unproven:5`, or nothing. */
async function said(dialect: string, text: string, path = "a.sql"): Promise<string> {
  const options = {
    tables: { "titan.jobs": { columns: ["total"], key: "id" } },
    require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
    searchPath: ["titan"],
    dialect,
  };
  const rules = [activeRule(unfilteredRevenue, options), activeRule(unprovenRevenue, options)];
  const { findings, failures } = await lintTexts(rules, { after: { [path]: text } });
  expect(failures).toEqual([]);
  return findings.map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`).join(" ");
}

const sum = "SELECT SUM(total) FROM titan.jobs";

describe.each(dialects)("%s", (dialect) => {
  test.each([
    [`${sum} WHERE unit = 'a' OR unit = 'b' AND job_status = 'completed'`, "wrong:1"],
    [`${sum} WHERE (unit = 'a' OR unit = 'b') AND job_status = 'completed'`, ""],
    [`${sum} WHERE job_status = 'completed' AND unit = 'a' OR job_status = 'completed' AND unit = 'b'`, ""],
    [`${sum} WHERE NOT job_status <> 'completed' AND unit = 'a' OR FALSE`, ""],
    [`SELECT unit,\n  SUM(total)\nFROM titan.jobs\nGROUP BY unit`, "wrong:2"],
    [`WITH j AS (SELECT * FROM titan.jobs WHERE job_status = 'completed') SELECT SUM(total) FROM j`, ""],
    [
      `SELECT c.name, SUM(j.total) FROM c LEFT JOIN titan.jobs j ON j.c = c.id AND j.job_status = 'completed' GROUP BY c.name`,
      "",
    ],
    [`SELECT SUM(CASE WHEN job_status = 'completed' THEN total ELSE 0 END) FROM titan.jobs`, ""],
    [`${sum} WHERE job_status IN ('completed') AND id NOT IN (SELECT id FROM x)`, ""],
    [`SELECT total FROM titan.jobs WHERE job_status LIKE 'complete%' UNION ALL SELECT 1`, "wrong:1"],
  ])("%s", async (text, expected) => expect(await said(dialect, text)).toBe(expected));
});

test.each([
  ["mysql", 'SELECT SUM(`total`) FROM `titan`.`jobs` WHERE `job_status` = "completed"', ""],
  ["mysql", "SELECT SUM(total) FROM titan.jobs WHERE job_status <=> 'completed'", ""],
  ["mysql", "SELECT SUM(total) FROM titan.jobs WHERE job_status <=> NULL", "wrong:1"],
  ["mysql", "SELECT SUM(IF(job_status = 'completed', total, 0)) FROM titan.jobs LIMIT 0, 5", ""],
  ["mysql", "SELECT SUM(IF(job_status <> 'completed', 0, total)) FROM titan.jobs LIMIT 0, 5", "wrong:1"],
  ["mysql", "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' XOR a = 1", "unproven:1"],
  ["bigquery", "SELECT SUM(total) FROM `proj.titan.jobs` WHERE job_status = 'completed'", ""],
  ["bigquery", "SELECT SUM(total) FROM `proj.titan.jobs` WHERE DATE_SUB(d, INTERVAL 1 DAY) > e", "wrong:1"],
  ["bigquery", "SELECT SUM(total) FROM titan.jobs WHERE job_status = @status", "unproven:1"],
  ["snowflake", "SELECT total FROM titan.jobs WHERE job_status ILIKE 'completed' QUALIFY ROW_NUMBER() OVER (ORDER BY d) = 1", ""],
  ["snowflake", "SELECT SUM(total) FROM DB.TITAN.JOBS WHERE JOB_STATUS IS DISTINCT FROM 'completed'", "wrong:1"],
  ["snowflake", "SELECT IFF(job_status = 'completed', total, NULL) FROM titan.jobs", ""],
  ["snowflake", "SELECT SUM(total) FROM titan.jobs WHERE EQUAL_NULL(job_status, 'completed')", ""],
  ["redshift", "SELECT SUM(DECODE(job_status, 'completed', total, 0)) FROM titan.jobs", ""],
  ["redshift", "SELECT SUM(DECODE(job_status, 'cancelled', 0, total)) FROM titan.jobs", "wrong:1"],
  ["transactsql", "SELECT TOP 5 SUM([total]) FROM [titan].[jobs] WITH (NOLOCK) WHERE [job_status] = N'completed'", ""],
  ["transactsql", "SELECT SUM([total]) FROM [titan].[jobs]", "wrong:1"],
  ["transactsql", "SELECT SUM(total) FROM titan.jobs WHERE job_status = @status", "unproven:1"],
])("%s: %s", async (dialect, text, expected) => expect(await said(dialect, text)).toBe(expected));

test("a text that would take the parser for ever ends in a verdict", { timeout: 10_000 }, async () => {
  const deep = "(".repeat(30) + "job_status = 'completed' OR 1 = 0" + " OR 1 = 0)".repeat(30);
  expect(await said("mysql", `SELECT SUM(\`total\`) FROM titan.jobs WHERE ${deep}`)).toBe("");
  expect(await said("mysql", `SELECT SUM(total) FROM titan.jobs WHERE ${"((a + ".repeat(40)}`)).toBe("unproven:1");
});
