import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

async function found(text: string, more: object, path = "a.sql") {
  const rule = activeRule(unfilteredRevenue, { ...options, ...more });
  return (await lintTexts([rule], { after: { [path]: text } })).findings;
}

/** The text with its findings mended. */
async function mended(text: string, path: string): Promise<string> {
  const edits = (await found(text, { mode: "strict" }, path)).flatMap(({ fix }) => fix);
  let result = text;
  for (const { at, text: more } of edits.toReversed()) result = result.slice(0, at[0]) + more + result.slice(at[1]);
  return result;
}

test("strict wants both halves, and writes the second", async () => {
  const query = "SELECT SUM(j.total) FROM titan.jobs j WHERE j.job_status = 'completed'";
  expect(await found(query, {})).toEqual([]);
  const [finding] = await found(query, { mode: "strict" });
  expect(finding?.message).toContain("job_status NOT ILIKE '%cancel%' is not written");
  expect(await found(`${query} AND j.job_status NOT ILIKE '%cancel%'`, { mode: "strict" })).toEqual([]);
  expect(await found("SELECT COUNT(*) FROM titan.jobs", { mode: "strict" })).toEqual([]);
});

const half = "SELECT SUM(total) FROM titan.jobs j WHERE j.job_status='completed'";
const whole = `${half} AND j.job_status NOT ILIKE '%cancel%'`;

test.each([
  ["a.sql", half, whole],
  ["a.sql", `${half} AND id > 5`, `${whole} AND id > 5`],
  ["a.sql", half.replace("j.job_status", "JOB_STATUS"), whole.replaceAll("j.job_status", "job_status").replace("job", "JOB")],
  ["a.sql", `${half} -- AND job_status NOT ILIKE '%cancel%'`, `${whole} -- AND job_status NOT ILIKE '%cancel%'`],
  ["a.py", `cur.execute("""${half} AND id = %s""", (1,))`, `cur.execute("""${whole.replaceAll("%", "%%")} AND id = %s""", (1,))`],
  ["a.ts", `db.query(\`${half}\`)`, `db.query(\`${whole}\`)`],
  ["a.py", `cur.execute('${half.replaceAll("'", "\\'")}')`, `cur.execute('${half.replaceAll("'", "\\'")}')`],
])("strict mends %s: %s", async (path, before, after) => {
  const now = await mended(before, path);
  expect(now.toLowerCase()).toBe(after.toLowerCase());
  if (now !== before) expect(await found(now, { mode: "strict" }, path)).toEqual([]);
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

test.each([
  ["is_done(job_status)", 0],
  ["titan.is_done(job_status) AND total > 5", 0],
  ["is_done(job_status) IS TRUE", 0],
  ["NOT is_done(job_status)", 1],
  ["is_done(job_status) IS NOT FALSE", 1],
  ["is_done(note)", 1],
  ["is_done()", 1],
])("a listed function is believed: %s", async (condition, findings) => {
  const text = `SELECT SUM(total) FROM titan.jobs WHERE ${condition}`;
  expect(await found(text, { functions: ["is_done"] })).toHaveLength(findings);
});
