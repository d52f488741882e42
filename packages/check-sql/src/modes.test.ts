import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

async function found(text: string, more: object) {
  const rule = activeRule(unfilteredRevenue, { ...options, ...more });
  return (await lintTexts([rule], { after: { "a.sql": text } })).findings;
}

test("strict wants both halves, and writes the second", async () => {
  const half = "SELECT SUM(j.total) FROM titan.jobs j WHERE j.job_status = 'completed'";
  expect(await found(half, {})).toEqual([]);
  const [finding] = await found(half, { mode: "strict" });
  expect(finding?.message).toContain("job_status NOT ILIKE '%cancel%' is not written");
  expect(await found(`${half} AND j.job_status NOT ILIKE '%cancel%'`, { mode: "strict" })).toEqual([]);
  expect(await found("SELECT COUNT(*) FROM titan.jobs", { mode: "strict" })).toEqual([]);
});

test("other dialects, as far as the grammar goes", async () => {
  const text = 'SELECT SUM(`total`) FROM `titan`.`jobs` WHERE `job_status` = "completed"';
  expect(await found(text, { dialect: "mysql" })).toEqual([]);
  expect(await found("SELECT SUM([total]) FROM [titan].[jobs]", { dialect: "transactsql" })).toHaveLength(1);
});

test("views of the same file, and trusted ones", async () => {
  const view = "CREATE VIEW done AS SELECT * FROM titan.jobs WHERE job_status = 'completed';\n";
  expect(await found(`${view}SELECT SUM(total) FROM done;`, {})).toEqual([]);
  const open = "CREATE VIEW v AS SELECT id, total FROM titan.jobs;\n";
  expect(await found(`${open}SELECT SUM(total) FROM v;`, {})).toHaveLength(2);
  expect(await found(`${open}SELECT SUM(total) FROM v;`, { views: { v: "trusted" } })).toHaveLength(1);
});

test("case matters where it is said to", async () => {
  const text = "SELECT SUM(total) FROM titan.jobs WHERE LOWER(job_status) = 'completed'";
  expect(await found(text, {})).toEqual([]);
  expect(await found(text, { caseInsensitive: false })).toHaveLength(1);
});
