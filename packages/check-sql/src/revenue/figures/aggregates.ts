import type { Call, Expression, Select } from "@failcheck/languages/sql";
import { operandsOf } from "../expressions/walk.ts";

const aggregates = new Set(
  `sum avg count min max array_agg string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg bool_and bool_or every stddev
   stddev_pop stddev_samp variance var_pop var_samp percentile_cont percentile_disc mode corr covar_pop covar_samp regr_slope
   regr_intercept regr_count regr_r2 regr_avgx regr_avgy regr_sxx regr_syy regr_sxy bit_and bit_or bit_xor xmlagg range_agg
   any_value json_arrayagg json_objectagg group_concat listagg total median countif sumif approx_count_distinct
   json_group_array`.split(/\s+/),
);

/** Functions that put every row into their result, NULL or not. */
const wholesale = new Set([
  "array_agg",
  "json_agg",
  "jsonb_agg",
  "json_object_agg",
  "jsonb_object_agg",
  "json_arrayagg",
  "xmlagg",
]);

export function keepsNulls(name: string): boolean {
  return wholesale.has(name);
}

/** A call that makes one value of many rows. One that nobody knows, but with FILTER, DISTINCT or an order inside, is one too. */
export function isAggregate(call: Call): boolean {
  if (call.over !== undefined) return false;
  return (
    aggregates.has(call.name) || call.filter !== undefined || call.distinct || call.within || call.star || call.order.length > 0
  );
}

/** Whether a SELECT makes one row of many. */
export function isGrouped(select: Select): boolean {
  if (select.group.length > 0 || select.superGroups || select.having !== undefined) return true;
  return [...select.targets.map((target) => target.value), ...select.order.map((order) => order.by)].some(holdsAggregate);
}

function holdsAggregate(expression: Expression): boolean {
  if (expression.kind === "call" && isAggregate(expression)) return true;
  return operandsOf(expression).some(holdsAggregate);
}
