import type { Expression } from "@failcheck/languages/sql";
import { truth } from "../expressions/evaluate.ts";
import { aggregatedFlows } from "../figures/flows.ts";
import type { Analysis, Context, Filter, Instance, Names, Rows } from "../model.ts";
import { equalities } from "../scopes/equalities.ts";
import type { Pair } from "../scopes/equalities.ts";
import { withEqualColumns } from "../scopes/equal-columns.ts";
import { filterMask } from "../worlds/probes.ts";
import type { Mask } from "../worlds/probes.ts";
import { dependencies } from "./dependencies.ts";
import { both, isTrue } from "../expressions/value.ts";
import { classOf, worldsOf } from "../worlds/worlds.ts";

/** The rows for which a condition is true. */
export function narrow(rows: Rows, condition: Expression, analysis: Analysis, names: Names): Rows {
  const context: Context = { analysis, scope: rows.scope, names };
  const equal = equalities(condition, context);
  const linked = { ...rows, same: [...rows.same, ...equal.same], alike: [...rows.alike, ...equal.status] };
  const scope = withEqualColumns(rows.scope, condition);
  const told: Context = { ...context, scope };
  const filter: Filter = (world) => {
    const plain = truth(condition, context, world);
    return scope === rows.scope ? plain : both(plain, truth(condition, told, world));
  };
  const narrowed = { ...narrowBy(linked, filter, [...rows.facts.keys()]), scope };
  const facts = meetEqual(narrowed.facts, linked.alike, ~3n);
  return {
    ...narrowed,
    facts: meetEqual(facts, linked.same, ~0n),
    uses: [...rows.uses, ...aggregatedFlows(condition, context, rows)],
    depends: new Map([...rows.depends, ...dependencies(condition, context, linked)]),
  };
}

/** Narrows these instances to the statuses for which the filter may be true. */
export function narrowBy(rows: Rows, filter: Filter, instances: readonly Instance[]): Rows {
  const facts = new Map(rows.facts);
  for (const instance of instances) {
    const kept = filterMask(facts.get(instance) ?? 0n, (probe) =>
      worldsOf(rows, instance, probe).some((world) => filter(world) & isTrue),
    );
    facts.set(instance, kept);
  }
  const dead = [...facts.values()].includes(0n) || (filter(undefined) & isTrue) === 0;
  return { ...rows, facts: dead ? emptied(facts) : facts, filters: [...rows.filters, filter] };
}

/** A shape that no row can have. */
export function emptied(facts: ReadonlyMap<Instance, Mask>): Map<Instance, Mask> {
  return new Map([...facts.keys()].map((instance) => [instance, 0n]));
}

function meetEqual(facts: ReadonlyMap<Instance, Mask>, pairs: readonly Pair[], keep: Mask): ReadonlyMap<Instance, Mask> {
  if (pairs.length === 0) return facts;
  const met = new Map(facts);
  for (const instance of facts.keys()) {
    const members = classOf(instance, pairs);
    if (members.length === 1) continue;
    let mask = (facts.get(instance) ?? 0n) & keep;
    for (const member of members) mask &= facts.get(member) ?? ~0n;
    met.set(instance, mask);
  }
  return met;
}
