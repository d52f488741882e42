import fc from "fast-check";

const text = (...options: readonly string[]) => fc.constantFrom(...options);

/** Conditions on the status, written with `?` for the name of the row. */
const statusAtom = text(
  "?job_status = 'completed'",
  "?job_status = 'completed'",
  "?job_status = 'completed'",
  "?job_status <> 'completed'",
  "?job_status <> 'cancelled'",
  "?job_status IN ('completed')",
  "?job_status IN ('completed', 'paid')",
  "?job_status NOT IN ('cancelled', 'scheduled')",
  "?job_status IS NULL",
  "?job_status IS NOT NULL",
  "?job_status IS DISTINCT FROM 'completed'",
  "?job_status IS NOT DISTINCT FROM 'completed'",
  "?job_status LIKE 'completed'",
  "?job_status LIKE 'complete%'",
  "?job_status NOT ILIKE '%cancel%'",
  "?job_status ILIKE 'completed'",
  "?job_status ~ '^completed$'",
  "?job_status = ANY(ARRAY['completed'])",
  "?job_status <> ALL(ARRAY['completed', 'paid'])",
  "LOWER(?job_status) = 'completed'",
  "COALESCE(?job_status, 'completed') = 'completed'",
  "COALESCE(?job_status, '') = 'completed'",
  "NULLIF(?job_status, 'completed') IS NULL",
  "?job_status BETWEEN 'completed' AND 'completed'",
  "CASE ?job_status WHEN 'completed' THEN TRUE ELSE FALSE END",
  "CASE WHEN ?job_status <> 'completed' THEN FALSE ELSE TRUE END",
  "(?job_status = 'completed') IS NOT FALSE",
  "(?job_status = 'completed')::int = 1",
  "?job_status || '' = 'completed'",
);

const otherAtom = text(
  "?completed_at IS NOT NULL",
  "?unit = 'HVAC'",
  "?total > 100",
  "?customer_id IN (1, 2)",
  "?priority = 1",
  "?is_done",
  "?note = 'completed'",
  "TRUE",
  "FALSE",
  "1 = 1",
);

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: statusAtom },
    { weight: 2, arbitrary: otherAtom },
    { weight: 3, arbitrary: fc.tuple(tie("condition"), tie("condition")).map(([one, other]) => `(${one} AND ${other})`) },
    { weight: 2, arbitrary: fc.tuple(tie("condition"), tie("condition")).map(([one, other]) => `(${one} OR ${other})`) },
    { weight: 1, arbitrary: tie("condition").map((one) => `NOT (${one})`) },
    { weight: 1, arbitrary: tie("condition").map((one) => `(${one}) IS TRUE`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(otherAtom, otherAtom, tie("condition"))
        .map(([one, other, last]) => `${one} OR ${other} AND ${last}`)
        .map((one) => `(${one})`),
    },
  ),
}));

/** A condition on the row of this name. */
const conditionOn = (row: string) => condition.map((template) => template.replaceAll("?", row === "" ? "" : `${row}.`));

/** A source of rows named j, with the columns of jobs. */
const source = fc.oneof(
  { weight: 4, arbitrary: fc.constant("titan.jobs j") },
  { weight: 2, arbitrary: conditionOn("").map((where) => `(SELECT * FROM titan.jobs WHERE ${where}) j`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(conditionOn(""), conditionOn(""))
      .map(
        ([one, other]) =>
          `(SELECT id, customer_id, unit, job_status, total, amount, hours, completed_at, priority, is_done, note FROM titan.jobs WHERE ${one} UNION ALL SELECT id, customer_id, unit, job_status, total, amount, hours, completed_at, priority, is_done, note FROM titan.jobs WHERE ${other}) j`,
      ),
  },
  {
    weight: 1,
    arbitrary: conditionOn("x").map(
      (on) => `titan.customers c LEFT JOIN titan.jobs x ON x.customer_id = c.id AND ${on} JOIN titan.jobs j ON j.id = x.id`,
    ),
  },
  {
    weight: 1,
    arbitrary: conditionOn("j").map((on) => `titan.customers c LEFT JOIN titan.jobs j ON j.customer_id = c.id AND ${on}`),
  },
  {
    weight: 1,
    arbitrary: conditionOn("j").map((on) => `titan.jobs j LEFT JOIN titan.customers c ON c.id = j.customer_id AND ${on}`),
  },
  { weight: 1, arbitrary: conditionOn("j").map((on) => `titan.jobs j JOIN titan.customers c ON c.id = j.customer_id AND ${on}`) },
  { weight: 1, arbitrary: conditionOn("b").map((on) => `titan.jobs j LEFT JOIN titan.jobs b ON b.id = j.id AND ${on}`) },
  {
    weight: 1,
    arbitrary: conditionOn("").map((where) => `titan.jobs j JOIN (SELECT id FROM titan.jobs WHERE ${where}) d ON d.id = j.id`),
  },
);

const where = fc.oneof(
  { weight: 6, arbitrary: conditionOn("j") },
  { weight: 1, arbitrary: fc.constant("TRUE") },
  { weight: 1, arbitrary: conditionOn("k").map((inner) => `EXISTS (SELECT 1 FROM titan.jobs k WHERE k.id = j.id AND ${inner})`) },
  {
    weight: 1,
    arbitrary: conditionOn("k").map((inner) => `NOT EXISTS (SELECT 1 FROM titan.jobs k WHERE k.id = j.id AND ${inner})`),
  },
  { weight: 1, arbitrary: conditionOn("").map((inner) => `j.id IN (SELECT id FROM titan.jobs WHERE ${inner})`) },
  { weight: 1, arbitrary: conditionOn("").map((inner) => `j.id NOT IN (SELECT id FROM titan.jobs WHERE ${inner})`) },
);

const figure = fc.oneof(
  {
    weight: 4,
    arbitrary: text("SUM(j.total)", "AVG(j.total)", "MAX(j.amount)", "SUM(j.total + j.amount)", "SUM(COALESCE(j.total, 0))"),
  },
  { weight: 2, arbitrary: conditionOn("j").map((filter) => `SUM(j.total) FILTER (WHERE ${filter})`) },
  { weight: 2, arbitrary: conditionOn("j").map((when) => `SUM(CASE WHEN ${when} THEN j.total ELSE 0 END)`) },
  { weight: 1, arbitrary: conditionOn("j").map((when) => `SUM(CASE WHEN ${when} THEN 0 ELSE j.total END)`) },
  { weight: 1, arbitrary: conditionOn("j").map((when) => `AVG(CASE WHEN ${when} THEN j.total END)`) },
  { weight: 1, arbitrary: conditionOn("j").map((when) => `SUM(j.total * (${when})::int)`) },
);

/** Whole queries: figures with or without a key, straight, through a WITH item, or narrowed once more from outside. */
export const query = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(figure, source, where).map(([one, from, on]) => `SELECT ${one} AS f FROM ${from} WHERE ${on}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(figure, source, where)
      .map(([one, from, on]) => `SELECT j.unit AS k, ${one} AS f FROM ${from} WHERE ${on} GROUP BY j.unit`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(figure, source, where, conditionOn(""))
      .map(
        ([one, from, on, having]) =>
          `SELECT k, f FROM (SELECT j.job_status AS k, j.job_status, ${one} AS f FROM ${from} WHERE ${on} GROUP BY j.job_status) t WHERE ${statusOnly(having)}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(source, where, conditionOn("t"))
      .map(
        ([from, on, outside]) =>
          `WITH t AS (SELECT j.* FROM ${from} WHERE ${on}) SELECT SUM(t.total) AS f FROM t WHERE ${outside}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(source, where, conditionOn("w"))
      .map(
        ([from, on, outside]) =>
          `SELECT w.f FROM (SELECT j.*, SUM(j.total) OVER (PARTITION BY j.unit) AS f FROM ${from} WHERE ${on}) w WHERE ${outside}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(source, where).map(([from, on]) => `SELECT j.id AS k, j.total AS f FROM ${from} WHERE ${on}`),
  },
);

/** Outside a grouped sub-select only its columns can be named. */
function statusOnly(having: string): string {
  return having
    .replaceAll(/\b(?:completed_at|unit|customer_id|priority|is_done|note|total)\b/g, "k")
    .replaceAll("k IS NOT NULL", "TRUE")
    .replaceAll(/\bk (?:=|>|IN) (?:'HVAC'|100|1|\(1, 2\)|'completed')/g, "TRUE")
    .replaceAll(/(?<=[(\s]|^)k(?=[)\s]|$)/g, "TRUE");
}
