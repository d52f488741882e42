import type { Alias } from "@failcheck/languages/sql";
import type { Column, Member, Rows, Scope } from "../model.ts";
import { emptied, narrowBy } from "./narrow.ts";

/** The rows before FROM: one, with nothing in it. */
export function noRows(outer: Scope | undefined): Rows {
  const scope = { members: [], merged: [], outer };
  return {
    scope,
    facts: new Map(),
    chosen: new Map(),
    uses: [],
    depends: new Map(),
    filters: [],
    same: [],
    alike: [],
    links: [],
    single: [],
    plain: true,
  };
}

export function withMember(rows: Rows, member: Member): Rows {
  return { ...rows, plain: false, scope: { ...rows.scope, members: [...rows.scope.members, member] } };
}

export function renamed(columns: readonly Column[], alias: Alias | undefined): readonly Column[] {
  const names = alias?.columns ?? [];
  return names.length === 0 ? columns : columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
}

export function cross(left: Rows, right: Rows): Rows {
  const empty = left.scope.members.length === 0;
  const rows: Rows = {
    scope: {
      members: [...left.scope.members, ...right.scope.members],
      merged: [...left.scope.merged, ...right.scope.merged],
      outer: left.scope.outer,
    },
    facts: new Map([...left.facts, ...right.facts]),
    chosen: new Map([...left.chosen, ...right.chosen]),
    uses: [...left.uses, ...right.uses],
    depends: new Map([...left.depends, ...right.depends]),
    filters: [...left.filters, ...right.filters],
    same: [...left.same, ...right.same],
    alike: [...left.alike, ...right.alike],
    links: [...left.links, ...right.links],
    single: [...left.single, ...right.single],
    plain: empty ? right.plain : false,
  };
  const dead = [...rows.facts.values()].includes(0n);
  if (dead) return { ...rows, facts: emptied(rows.facts) };
  // A LATERAL sub-select's conditions narrow what stands beside it too.
  let narrowed = rows;
  if (!empty)
    for (const filter of right.filters)
      narrowed = { ...narrowBy(narrowed, filter, [...left.facts.keys()]), filters: rows.filters };
  return narrowed;
}
