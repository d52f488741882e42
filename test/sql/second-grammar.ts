import fc from "fast-check";
import type { Arbitrary } from "fast-check";

/** A second grammar of queries, deeper in expressions and wider in forms than the first; both write `?` for the name of the row. */

const pick = (...options: readonly string[]): Arbitrary<string> => fc.constantFrom(...options);

/** Puts arbitrary texts in the places of a template. */
function made(parts: TemplateStringsArray, ...holes: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc.tuple(...holes).map((values) => parts.map((part, index) => part + (values[index] ?? "")).join(""));
}

const status = pick("'completed'", "'completed'", "'completed'", "'cancelled'", "'paid'", "'scheduled'", "'Completed'", "''");
const constant = pick("'completed'", "'HVAC'", "'x'", "'y'", "''");
const pattern = pick("'completed'", "'complete%'", "'%cancel%'", "'%'", "'c_mpleted'", "'HVAC'");
const regex = pick("'^completed$'", "'^(completed|paid)$'", "'cancel'", "'^comp'", "'d$'");
const truths = pick("TRUE", "TRUE", "FALSE", "UNKNOWN", "NOT TRUE", "NOT FALSE", "NOT UNKNOWN");

const { word, condition } = fc.letrec<{ word: string; condition: string; atom: string }>((tie) => ({
  /** A text made of a row. */
  word: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 14, arbitrary: pick("?job_status") },
    { weight: 3, arbitrary: pick("?unit", "?note") },
    { weight: 2, arbitrary: made`COALESCE(${tie("word")}, ${status})` },
    { weight: 1, arbitrary: made`COALESCE(NULLIF(${tie("word")}, ${status}), ${tie("word")}, ${status})` },
    { weight: 2, arbitrary: made`NULLIF(${tie("word")}, ${status})` },
    { weight: 1, arbitrary: made`GREATEST(${tie("word")}, ${status})` },
    { weight: 1, arbitrary: made`LEAST(${tie("word")}, ${status})` },
    { weight: 2, arbitrary: made`${pick("LOWER", "UPPER", "TRIM", "INITCAP")}(${tie("word")})` },
    { weight: 1, arbitrary: made`(${tie("word")})::${pick("text", "varchar", "varchar(20)")}` },
    { weight: 1, arbitrary: made`CASE WHEN ${tie("condition")} THEN ${tie("word")} ELSE ${status} END` },
    { weight: 1, arbitrary: made`CASE ?job_status WHEN ${status} THEN ${status} WHEN ${status} THEN ${status} END` },
    { weight: 1, arbitrary: made`(${tie("word")} || ${pick("''", "'x'")})` },
    { weight: 1, arbitrary: made`${pick("LEFT", "RIGHT")}(${tie("word")}, ${pick("9", "4")})` },
    { weight: 1, arbitrary: made`CONCAT(${tie("word")}, ${pick("''", "?unit", "NULL")})` },
    { weight: 1, arbitrary: made`REPLACE(${tie("word")}, ${pick("'x'", "'cancelled'")}, ${status})` },
  ),
  atom: fc.oneof(
    { weight: 8, arbitrary: made`?job_status ${pick("=", "=", "=", "<>", "!=")} ${status}` },
    { weight: 4, arbitrary: made`${tie("word")} ${pick("=", "=", "<>", "<", ">=")} ${status}` },
    { weight: 2, arbitrary: made`${tie("word")} ${pick("IN", "NOT IN")} (${status}, ${constant})` },
    { weight: 1, arbitrary: made`${tie("word")} IN (VALUES (${status}), (${status}))` },
    { weight: 1, arbitrary: made`${tie("word")} ${pick("= ANY", "<> ALL", "<> ANY", "= ALL")} (ARRAY[${status}, ${status}])` },
    { weight: 1, arbitrary: made`${tie("word")} ${pick("= ANY ('{completed}')", "<> ALL ('{completed,paid}'::text[])")}` },
    { weight: 1, arbitrary: made`${tie("word")} ${pick("", "NOT")} BETWEEN ${pick("", "SYMMETRIC")} ${status} AND ${status}` },
    { weight: 2, arbitrary: made`${tie("word")} IS ${pick("", "NOT")} DISTINCT FROM ${fc.oneof(status, tie("word"))}` },
    { weight: 2, arbitrary: made`${tie("word")} ${pick("LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE")} ${pattern}` },
    { weight: 1, arbitrary: made`${tie("word")} ${pick("~", "~*", "!~", "!~*")} ${regex}` },
    {
      weight: 1,
      arbitrary: made`${tie("word")} ${pick("SIMILAR TO", "NOT SIMILAR TO")} ${pick("'completed'", "'(completed|paid)'")}`,
    },
    { weight: 1, arbitrary: made`${tie("word")} IS ${pick("", "NOT")} NULL` },
    { weight: 1, arbitrary: made`(?job_status, ?unit) ${pick("=", "<>")} (${status}, ${pick("'HVAC'", "?unit")})` },
    { weight: 1, arbitrary: made`(?job_status, ?priority) ${pick("IN", "NOT IN")} ((${status}, 1), (${status}, 2))` },
    { weight: 1, arbitrary: made`${tie("word")} = (SELECT ${status})` },
    { weight: 1, arbitrary: made`${tie("word")} = ${tie("word")}` },
    { weight: 2, arbitrary: pick("?total > 100", "?total <= 100", "?priority BETWEEN 1 AND 2", "?priority NOT IN (1, 2)") },
    { weight: 2, arbitrary: pick("?completed_at IS NULL", "?completed_at >= '2024-02-01'", "?completed_at < '2024-02-01'") },
    { weight: 2, arbitrary: pick("?is_done", "?is_done IS NOT TRUE", "?unit = 'HVAC'", "?unit <> 'HVAC'", "?id % 2 = 0") },
    { weight: 1, arbitrary: pick("TRUE", "FALSE", "NULL::boolean", "1 < 2") },
  ),
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: tie("atom") },
    { weight: 4, arbitrary: made`(${tie("condition")} AND ${tie("condition")})` },
    { weight: 3, arbitrary: made`(${tie("condition")} OR ${tie("condition")})` },
    { weight: 1, arbitrary: made`NOT (${tie("condition")})` },
    { weight: 1, arbitrary: made`(${tie("condition")}) IS ${truths}` },
    { weight: 1, arbitrary: made`CASE WHEN ${tie("condition")} THEN ${tie("condition")} ELSE ${tie("condition")} END` },
    { weight: 1, arbitrary: made`COALESCE(${tie("condition")}, ${pick("TRUE", "FALSE")})` },
    { weight: 1, arbitrary: made`(${tie("condition")}) ${pick("=", "<>", "IS NOT DISTINCT FROM")} ${pick("TRUE", "FALSE")}` },
    { weight: 1, arbitrary: made`(${tie("condition")})::int ${pick("= 1", "> 0", "<> 1")}` },
  ),
}));

/** Half of the conditions keep only completed rows by themselves, so that enough queries are right. */
const kept = fc.oneof(
  { weight: 3, arbitrary: condition },
  { weight: 2, arbitrary: made`?job_status = 'completed' AND ${condition}` },
  { weight: 1, arbitrary: pick("?job_status IN ('completed')", "TRUE") },
);

/** A condition, or a text of a row, with its row's name. */
const on = (row: string, what: Arbitrary<string> = kept): Arbitrary<string> =>
  what.map((template) => template.replaceAll("?", row === "" ? "" : `${row}.`));

const columns = "id, customer_id, parent_id, unit, job_status, total, amount, hours, completed_at, priority, is_done, note";
const jobs = `SELECT ${columns} FROM titan.jobs`;

/** Rows named j with the columns of jobs. */
const source = fc.oneof(
  { weight: 5, arbitrary: pick("titan.jobs j", "titan.jobs AS j JOIN titan.customers c ON c.id = j.customer_id") },
  { weight: 2, arbitrary: made`(${pick(jobs)} WHERE ${on("")}) j` },
  { weight: 1, arbitrary: made`(${pick(jobs)} WHERE ${on("")} ${pick("UNION", "UNION ALL")} ${pick(jobs)} WHERE ${on("")}) j` },
  { weight: 1, arbitrary: made`(${pick(jobs)} WHERE ${on("")} INTERSECT ${pick(jobs)} WHERE ${on("")}) j` },
  { weight: 1, arbitrary: made`(${pick(jobs)} WHERE ${on("")} EXCEPT ${pick(jobs)} WHERE ${on("")}) j` },
  { weight: 1, arbitrary: made`titan.payments p ${pick("JOIN", "LEFT JOIN")} titan.jobs j ON j.id = p.job_id AND ${on("j")}` },
  {
    weight: 1,
    arbitrary: made`titan.jobs j ${pick("RIGHT JOIN", "FULL JOIN")} titan.customers c ON c.id = j.customer_id AND ${on("j")}`,
  },
  { weight: 1, arbitrary: made`titan.jobs j JOIN (SELECT id FROM titan.jobs b WHERE ${on("b")}) d USING (id)` },
  {
    weight: 1,
    arbitrary: made`titan.customers c CROSS JOIN LATERAL (SELECT * FROM titan.jobs x WHERE x.customer_id = c.id AND ${on("x")}) j`,
  },
  {
    weight: 1,
    arbitrary: made`titan.customers c LEFT JOIN LATERAL (SELECT * FROM titan.jobs x WHERE x.customer_id = c.id AND ${on("x")}) j ON ${on("j")}`,
  },
  { weight: 1, arbitrary: made`titan.jobs j JOIN (VALUES (${status}), (${status})) v(code) ON v.code = j.job_status` },
  { weight: 1, arbitrary: made`titan.jobs j LEFT JOIN titan.jobs b ON b.id = j.id AND ${on("b")}` },
);

const where = fc.oneof(
  { weight: 8, arbitrary: on("j") },
  { weight: 1, arbitrary: made`${pick("", "NOT")} EXISTS (SELECT FROM titan.jobs k WHERE k.id = j.id AND ${on("k")})` },
  { weight: 1, arbitrary: made`j.id ${pick("= ANY", "<> ALL")} (SELECT k.id FROM titan.jobs k WHERE ${on("k")}) AND ${on("j")}` },
  { weight: 1, arbitrary: made`(j.id, j.unit) IN (SELECT k.id, k.unit FROM titan.jobs k WHERE ${on("k")})` },
  {
    weight: 1,
    arbitrary: made`(SELECT COUNT(*) FROM titan.jobs k WHERE k.id = j.id AND ${on("k")}) ${pick("> 0", "= 1", "= 0")}`,
  },
  { weight: 1, arbitrary: made`(SELECT ${on("k", word)} FROM titan.jobs k WHERE k.id = j.id) = ${status}` },
);

const money = pick(
  "j.total",
  "j.total",
  "j.total + j.amount",
  "COALESCE(j.total, 0)",
  "j.total * 2 - j.amount",
  "NULLIF(j.total, 0)",
);
const figure = fc.oneof(
  { weight: 4, arbitrary: made`${pick("SUM", "SUM", "AVG", "MIN", "MAX")}(${money})` },
  { weight: 2, arbitrary: made`SUM(${money}) FILTER (WHERE ${on("j")})` },
  {
    weight: 2,
    arbitrary: made`SUM(CASE WHEN ${on("j")} THEN ${money} WHEN ${on("j")} THEN 0 ELSE ${pick("0", "NULL", "j.amount")} END)`,
  },
  { weight: 1, arbitrary: made`SUM(${money} * (${on("j")})::int)` },
  { weight: 1, arbitrary: made`SUM(${money}) / NULLIF(COUNT(*) FILTER (WHERE ${on("j")}), 0)` },
  { weight: 1, arbitrary: made`SUM(DISTINCT ${money})` },
);

const grouping = pick(
  "j.job_status, j.unit",
  "ROLLUP (j.job_status, j.unit)",
  "GROUPING SETS ((j.job_status), (j.unit), ())",
  "CUBE (j.job_status, j.unit)",
);
const outer = pick(
  "TRUE",
  "t.s = 'completed'",
  "t.s IS NOT DISTINCT FROM 'completed'",
  "t.s IS NULL",
  "COALESCE(t.s, 'completed') = 'completed'",
  "t.s <> 'paid'",
  "t.u = 'HVAC'",
);

/** Whole queries. Columns beginning with k are keys; f tells a figure. */
export const secondQuery = fc.oneof(
  { weight: 6, arbitrary: made`SELECT ${figure} AS f FROM ${source} WHERE ${where}` },
  { weight: 2, arbitrary: made`SELECT j.unit AS k, ${figure} AS f FROM ${source} WHERE ${where} GROUP BY j.unit` },
  {
    weight: 2,
    arbitrary: made`SELECT t.s AS k, t.u AS k2, t.f FROM (SELECT j.job_status AS s, j.unit AS u, ${figure} AS f FROM ${source} WHERE ${where} GROUP BY ${grouping}) t WHERE ${outer}`,
  },
  {
    weight: 1,
    arbitrary: made`SELECT j.job_status AS k, ${figure} AS f FROM ${source} WHERE ${where} GROUP BY j.job_status HAVING ${pick("j.job_status = 'completed'", "BOOL_AND(j.job_status = 'completed')", "MIN(j.job_status) = 'completed'", "COUNT(*) > 0")}`,
  },
  {
    weight: 2,
    arbitrary: made`WITH t AS (SELECT j.* FROM ${source} WHERE ${where}) SELECT t.id AS k, SUM(t.total) OVER (${pick("", "PARTITION BY t.unit", "PARTITION BY t.job_status", "ORDER BY t.id")}) AS f FROM t WHERE ${on("t")}`,
  },
  {
    weight: 1,
    arbitrary: made`SELECT w.id AS k, w.f FROM (SELECT j.id, j.job_status, j.unit, SUM(j.total) OVER (PARTITION BY ${pick("j.job_status", "j.unit", "j.unit, j.job_status")}) AS f FROM ${source} WHERE ${where}) w WHERE ${pick("w.job_status = 'completed'", "TRUE", "w.unit = 'HVAC'")}`,
  },
  {
    weight: 1,
    arbitrary: made`SELECT c0.id AS k, (SELECT ${figure} FROM titan.jobs j WHERE j.customer_id = c0.id AND ${on("j")}) AS f FROM titan.customers c0`,
  },
  { weight: 1, arbitrary: made`SELECT j.id AS k, ${money} AS f FROM ${source} WHERE ${where}` },
  { weight: 1, arbitrary: made`SELECT j.id AS k, CASE WHEN ${on("j")} THEN j.total END AS f FROM ${source} WHERE ${where}` },
  {
    weight: 1,
    arbitrary: made`SELECT SUM(a.f) AS f FROM (SELECT ${figure} AS f FROM ${source} WHERE ${where} UNION ALL SELECT ${figure} FROM ${source} WHERE ${where}) a`,
  },
);
