import { activeRule, lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

/** `wrong:3 unproven:5` of a model, or nothing. */
async function said(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const rules = [activeRule(unfilteredRevenue, options), activeRule(unprovenRevenue, options)];
  const { findings, failures } = await lintTexts(rules, { after: { "models/revenue.sql": text, ...others } });
  expect(failures).toEqual([]);
  return findings
    .filter(({ path }) => path === "models/revenue.sql")
    .map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`)
    .join(" ");
}

const from = "FROM {{ source('titan', 'jobs') }}";
const done = "WHERE job_status = 'completed'";
const later = "{% if is_incremental() %} day > (SELECT MAX(day) FROM {{ this }}) {% endif %}";

const models: readonly (readonly [string, string])[] = [
  [`{{ config(materialized='table') }}\nSELECT SUM(total) ${from} ${done}`, ""],
  [`{{ config(materialized='table') }}\nSELECT SUM(total) ${from}`, "wrong:2"],
  [`SELECT SUM(total) ${from} ${done} {% if is_incremental() %} AND day > (SELECT MAX(day) FROM {{ this }}) {% endif %}`, ""],
  [`SELECT SUM(total) ${from} {% if is_incremental() %} ${done} {% endif %}`, "wrong:1"],
  [`SELECT SUM(total) ${from} {% if not is_incremental() %} ${done} {% endif %}`, "wrong:1"],
  [`SELECT SUM(total) ${from} {% if target.name == 'prod' %} ${done} {% else %} ${done} AND id < 9 {% endif %}`, ""],
  [`SELECT SUM(total) ${from} {% if a %} ${done} {% elif b %} ${done} AND id < 9 {% else %} WHERE TRUE {% endif %}`, "wrong:1"],
  [`WITH j AS (SELECT * ${from} {% if x %} WHERE day > 5 {% endif %}) SELECT SUM(total) FROM j ${done}`, ""],
  [
    `{% set units = ['a', 'b'] %}\nSELECT {% for u in units %} SUM(CASE WHEN unit = '{{ u }}' THEN total END) AS {{ u }}{% if not loop.last %},{% endif %}\n{% endfor %} ${from} ${done}`,
    "",
  ],
  [`SELECT {% for u in units -%} SUM(total) AS {{ u }} {%- if not loop.last %}, {% endif %} {%- endfor %} ${from}`, "wrong:1"],
  [`{% set q %} SELECT DISTINCT unit ${from} {% endset %}\nSELECT SUM(total) ${from} ${done}`, ""],
  [`{% macro m(x) %} {{ x }} / 100 {% endmacro %}\nSELECT SUM(total) ${from} ${done}`, ""],
  [`{% snapshot s %}\n{{ config(unique_key='id') }}\nSELECT total ${from}\n{% endsnapshot %}`, "wrong:3"],
  [`{# was: ${done} #}\nSELECT SUM(total) ${from}`, "wrong:2"],
  [`SELECT SUM(total) ${from} WHERE {{ completed('job_status') }}`, "unproven:1"],
  [`SELECT SUM(total) ${from} WHERE ${later} {% endif %}`, "wrong:1"],
];

describe("dbt", () => {
  test.each(models)("%s", async (text, expected) => expect(await said(text)).toBe(expected));

  test("a model is a view of its file's name", async () => {
    const others = {
      "models/rows.sql": `SELECT id, job_status, total ${from}`,
      "models/done.sql": `{{ config(materialized='view') }} SELECT id, total ${from} ${done}`,
    };
    expect(await said("SELECT SUM(total) FROM {{ ref('rows') }}", others)).toBe("wrong:1");
    expect(await said(`SELECT SUM(total) FROM {{ ref('rows') }} ${done}`, others)).toBe("");
    expect(await said("SELECT SUM(total) FROM {{ ref('core', 'done') }}", others)).toBe("");
  });
});
