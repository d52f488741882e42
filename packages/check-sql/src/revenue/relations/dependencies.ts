import type { Expression } from "@failcheck/languages/sql";
import type { Context, Instance, Rows } from "../model.ts";
import type { Mask } from "../worlds/probes.ts";
import { subqueryRelation } from "../expressions/subquery.ts";
import { subqueriesOf } from "../expressions/walk.ts";

/** The rows that the sub-selects of a condition look at, unless they are rows of this query, found again by their key. */
export function dependencies(condition: Expression, context: Context, rows: Rows): Map<Instance, Mask> {
  const found = new Map<Instance, Mask>();
  const own = new Set(rows.facts.keys());
  for (const subquery of subqueriesOf(condition)) {
    for (const shape of subqueryRelation(subquery, context).shapes) {
      const twins = new Set(shape.same.flatMap(([one, other]) => (own.has(one) || own.has(other) ? [one, other] : [])));
      const column = subquery.left === undefined ? undefined : shape.columns[0]?.base;
      for (const [instance, mask] of shape.facts) {
        const keyed = column?.instance === instance && instance.table.keys.has(column.name);
        if (!twins.has(instance) && !keyed) found.set(instance, mask);
      }
      for (const [instance, mask] of shape.depends) found.set(instance, mask);
    }
  }
  return found;
}
