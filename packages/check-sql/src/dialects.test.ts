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

/** With an alias that no AS announces, so that the dialect's own parser reads it. */
const sum = "SELECT SUM(total) FROM titan.jobs j";

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
  ["mysql", "SELECT STRAIGHT_JOIN SUM(total) FROM titan.jobs USE INDEX (a, b) WHERE job_status = 'completed' && unit = 'a'", ""],
  [
    "mysql",
    "SELECT SQL_NO_CACHE SUM(total) FROM titan.jobs PARTITION (p0) WHERE unit = 'a' || job_status = 'completed'",
    "wrong:1",
  ],
  ["mysql", "SELECT SUM(total) FROM titan.jobs WHERE BINARY job_status = 'completed'", ""],
  ["mysql", "SELECT SUM(total) FROM titan.jobs WHERE FIND_IN_SET(job_status, 'completed,paid')", "wrong:1"],
  ["mariadb", "SELECT SUM(j.total) FROM titan.jobs j STRAIGHT_JOIN c ON c.id = j.c WHERE j.job_status = 'completed'", ""],
  ["mariadb", "SELECT GROUP_CONCAT(DISTINCT total ORDER BY id SEPARATOR ', ') FROM titan.jobs", "wrong:1"],
  ["mariadb", "SELECT total FROM titan.jobs FOR SYSTEM_TIME ALL WHERE job_status = 'completed' LIMIT 10 ROWS EXAMINED 100", ""],
  ["sqlite", "SELECT SUM([total]) FROM [titan].[jobs] WHERE [job_status] IS 'completed'", ""],
  ["sqlite", "SELECT SUM(total) FROM [jobs] WHERE job_status IS NOT 'cancelled'", "wrong:1"],
  ["sqlite", "SELECT TOTAL(total) FROM jobs INDEXED BY i WHERE job_status GLOB 'completed'", ""],
  ["sqlite", "SELECT TOTAL(total) FROM jobs WHERE job_status NOT GLOB 'cancel*'", "wrong:1"],
  ["sqlite", "SELECT SUM(total) FROM jobs WHERE job_status == 'completed' AND 'a == [b]' = x", ""],
  [
    "bigquery",
    "SELECT total FROM titan.jobs WHERE job_status = 'completed' QUALIFY ROW_NUMBER() OVER (PARTITION BY c ORDER BY d) = 1",
    "",
  ],
  ["bigquery", "SELECT SUM(total) FROM titan.jobs WHERE job_status IN UNNEST(['completed'])", ""],
  ["bigquery", "SELECT SUM(total) FROM titan.jobs WHERE job_status IN UNNEST(['completed', 'paid'])", "wrong:1"],
  ["bigquery", "SELECT SUM(total) FROM titan.jobs WHERE job_status IN UNNEST(@statuses)", "unproven:1"],
  [
    "bigquery",
    "SELECT SUM(SAFE_CAST(total AS INT64)) / COUNTIF(job_status = 'completed') FROM titan.jobs FOR SYSTEM_TIME AS OF CURRENT_TIMESTAMP() WHERE REGEXP_CONTAINS(job_status, r'^completed$')",
    "",
  ],
  ["bigquery", "SELECT unit, SUM(total) FROM titan.jobs GROUP BY ALL", "wrong:1"],
  ["snowflake", "SELECT SUM(total) FROM titan.jobs WHERE job_status ILIKE ANY ('completed', 'COMPLETED')", ""],
  ["snowflake", "SELECT SUM(total) FROM titan.jobs WHERE job_status LIKE ANY ('complete%')", "wrong:1"],
  [
    "snowflake",
    "SELECT data:unit.name::string, SUM(total) FROM titan.jobs AT(OFFSET => -60) SAMPLE (10) WHERE job_status = 'completed' GROUP BY ALL",
    "",
  ],
  ["redshift", "SELECT TOP 10 total FROM titan.jobs WHERE job_status = 'completed' ORDER BY total DESC", ""],
  [
    "redshift",
    "SELECT SUM(total) FROM (SELECT TOP 10 total, job_status FROM titan.jobs) t WHERE job_status = 'completed'",
    "unproven:1",
  ],
  ["redshift", "SELECT APPROXIMATE COUNT(DISTINCT id), SUM(total) FROM titan.jobs", "wrong:1"],
  [
    "transactsql",
    "SELECT c.name, a.t FROM c OUTER APPLY (SELECT SUM(total) t FROM titan.jobs j WHERE j.c = c.id AND j.job_status = 'completed') a",
    "",
  ],
  ["transactsql", "SELECT c.name, a.t FROM c CROSS APPLY (SELECT SUM(total) t FROM titan.jobs j WHERE j.c = c.id) a", "wrong:1"],
  [
    "transactsql",
    "SELECT TOP (5) WITH TIES total FROM titan.jobs WHERE job_status = 'completed' ORDER BY total OPTION (RECOMPILE)",
    "",
  ],
  ["transactsql", "SELECT SUM(TRY_CAST(total AS int)) FROM titan.jobs FOR JSON PATH, ROOT('a')", "wrong:1"],
  ["snowflake", "SELECT total FROM titan.jobs WHERE job_status = 'completed' LIMIT :n", ""],
])("%s: %s", async (dialect, text, expected) => expect(await said(dialect, text)).toBe(expected));

test("a text that would take the parser for ever ends in a verdict", { timeout: 10_000 }, async () => {
  const deep = "(".repeat(30) + "job_status = 'completed' OR 1 = 0" + " OR 1 = 0)".repeat(30);
  expect(await said("mysql", `SELECT SUM(\`total\`) FROM titan.jobs WHERE ${deep}`)).toBe("");
  expect(await said("mysql", `SELECT SUM(total) FROM titan.jobs WHERE ${"((a + ".repeat(40)}`)).toBe("unproven:1");
});
