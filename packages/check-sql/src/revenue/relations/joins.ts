import type { Alias, JoinSource } from "@failcheck/languages/sql";
import { operate } from "../expressions/compare.ts";
import { equatedColumns } from "../scopes/equalities.ts";
import { truth } from "../expressions/evaluate.ts";
import type { Analysis, Column, Filter, Instance, Member, Names, Rows, World } from "../model.ts";
import { isAbsent } from "../scopes/names.ts";
import { narrow, narrowBy } from "./narrow.ts";
import { cross, renamed } from "./rows.ts";
import { anyTruth, both, choice, isTrue, nothing, truthOf } from "../expressions/value.ts";
import type { Truth } from "../expressions/value.ts";

/** The rows of a join; what stands on its right may look at each of the rows on its left. */
export function joinRows(
  source: JoinSource,
  lefts: readonly Rows[],
  rightsOf: (left: Rows) => readonly Rows[],
  analysis: Analysis,
  names: Names,
): Rows[] {
  const found = lefts.flatMap((left) => rightsOf(left).map((right) => joined(source, left, right, analysis, names)));
  const { alias } = source;
  return alias === undefined ? found : found.map((rows) => aliased(rows, alias));
}

function aliased(rows: Rows, alias: Alias): Rows {
  const { members } = rows.scope;
  const member = {
    name: alias.name,
    schema: undefined,
    columns: renamed(
      members.flatMap((one) => one.columns),
      alias,
    ),
    open: members.some((one) => one.open),
  };
  return { ...rows, scope: { ...rows.scope, members: [member] } };
}

function joined(source: JoinSource, left: Rows, right: Rows, analysis: Analysis, names: Names): Rows {
  const shared = source.natural ? commonNames(left, right) : source.using;
  const inner = matching(source, shared, source.type === "inner" ? cross(left, right) : beside(left, right), analysis, names);
  const base = inner.rows;
  if (source.type === "inner") return withMerged(base, shared, "left");
  const keepsLeft = source.type === "left" || source.type === "full";
  const keepsRight = source.type === "right" || source.type === "full";
  const links = source.type === "left" ? linksOf(inner.unmatched, base, left, right, inner.filter) : [];
  const rows: Rows = {
    ...base,
    facts: new Map([...outerFacts(left, base, keepsLeft, keepsRight), ...outerFacts(right, base, keepsRight, keepsLeft)]),
    same: inner.unmatched.same,
    filters: [
      ...(keepsRight ? [] : left.filters),
      ...(keepsLeft ? [] : right.filters),
      ...(keepsLeft && !keepsRight ? [whereFound(right, inner.filter)] : []),
      ...(keepsRight && !keepsLeft ? [whereFound(left, inner.filter)] : []),
    ],
    links: [...inner.unmatched.links, ...links],
    single: [...inner.unmatched.single, ...(source.type === "left" ? singles(source, shared, inner.unmatched, right) : [])],
    scope: {
      ...base.scope,
      members: [
        ...left.scope.members.map((member) => (keepsRight ? nullable(member, left) : member)),
        ...right.scope.members.map((member) => (keepsLeft ? nullable(member, right) : member)),
      ],
    },
  };
  return withMerged(rows, shared, source.type);
}

/** What is true of a row that an outer join has found: its own conditions and those of the join. */
function whereFound(side: Rows, condition: Filter): Filter {
  const own = [...side.facts.keys()];
  return (world) => {
    const found = world?.members.some((member) => own.includes(member)) === true && !own.some((one) => isAbsent(one, world));
    if (!found) return isTrue;
    let passes = condition(world);
    for (const filter of side.filters) passes = both(passes, filter(world));
    return passes;
  };
}

/** Both sides next to each other, without the conditions of LATERAL: an outer join keeps rows that they refuse. */
function beside(left: Rows, right: Rows): Rows {
  return cross(left, { ...right, filters: [] });
}

interface Matching {
  /** The rows that the condition joins, and the same before it. */
  readonly rows: Rows;
  readonly unmatched: Rows;
  readonly filter: Filter;
}

function matching(source: JoinSource, shared: readonly string[], rows: Rows, analysis: Analysis, names: Names): Matching {
  let narrowed = source.on === undefined ? rows : narrow(rows, source.on, analysis, names);
  for (const name of shared) narrowed = equate(narrowed, name);
  const context = { analysis, scope: rows.scope, names };
  const { on } = source;
  return { rows: narrowed, unmatched: rows, filter: (world) => (on === undefined ? anyTruth : truth(on, context, world)) };
}

/** The instance whose key an outer join compares with something of the other side. */
function singles(source: JoinSource, shared: readonly string[], rows: Rows, right: Rows): Instance[] {
  const own = [...right.facts.keys()];
  const [only] = own;
  if (only === undefined || own.length > 1) return [];
  const keyed = (column: Column | undefined): boolean => column?.base?.instance === only && only.table.keys.has(column.base.name);
  const sides = (source.on === undefined ? [] : equatedColumns(source.on, rows.scope)).filter(
    ([one, other]) => keyed(one) !== keyed(other),
  );
  const shares = shared.some((name) =>
    rows.scope.members.some((member) => member.columns.some((column) => column.name === name && keyed(column))),
  );
  return sides.length > 0 || shares ? [only] : [];
}

/** An outer join that looks for the same row again by its key. */
function linksOf(rows: Rows, joinedRows: Rows, left: Rows, right: Rows, present: Filter): Rows["links"] {
  return joinedRows.same.slice(rows.same.length).flatMap(([one, other]) => {
    const [outer, inner] = left.facts.has(one) ? [one, other] : [other, one];
    return left.facts.has(outer) && right.facts.has(inner) ? [{ outer, inner, present }] : [];
  });
}

function outerFacts(side: Rows, matched: Rows, kept: boolean, gainsAbsent: boolean): [Instance, bigint][] {
  return [...side.facts].map(([instance, mask]) => {
    const narrowed = kept ? mask : (matched.facts.get(instance) ?? mask);
    return [instance, gainsAbsent ? narrowed | 1n : narrowed];
  });
}

/** The columns of the side that an outer join may fill with NULL. */
function nullable(member: Member, side: Rows): Member {
  const own = [...side.facts.keys()];
  const refused: Filter = (world) => {
    let found: Truth = isTrue;
    for (const filter of side.filters) found = both(found, filter(world));
    return found;
  };
  const wrap = (column: Column): Column => ({
    ...column,
    evaluate: (world) => ((refused(world) & isTrue) === 0 ? nothing : maybe(column, own, world)),
  });
  return { ...member, columns: member.columns.map(wrap) };
}

function maybe(column: Column, own: readonly Instance[], world: World | undefined) {
  if (own.some((instance) => isAbsent(instance, world))) return nothing;
  if (world !== undefined && own.some((instance) => world.members.includes(instance))) return column.evaluate(world);
  return choice([column.evaluate(world), nothing]);
}

function commonNames(left: Rows, right: Rows): string[] {
  const names = new Set(left.scope.members.flatMap((member) => member.columns.map((column) => column.name)));
  return right.scope.members.flatMap((member) =>
    member.columns.flatMap((column) => (names.has(column.name) ? [column.name] : [])),
  );
}

function pair(rows: Rows, name: string): readonly [Column, Column] | undefined {
  const [one, other] = rows.scope.members.flatMap((member) => member.columns.filter((column) => column.name === name));
  return one === undefined || other === undefined ? undefined : [one, other];
}

/** USING: both columns are equal and not NULL. */
function equate(rows: Rows, name: string): Rows {
  const [one, other] = pair(rows, name) ?? [];
  if (one === undefined || other === undefined) return rows;
  const narrowed = narrowBy(rows, (world) => truthOf(operate("=", one.evaluate(world), other.evaluate(world)), anyTruth), [
    ...rows.facts.keys(),
  ]);
  return meetColumns(narrowed, one, other);
}

function meetColumns(rows: Rows, one: Column, other: Column): Rows {
  if (one.base === undefined || other.base === undefined) return rows;
  const [left, right] = [one.base.instance, other.base.instance];
  const sameRow = left.table === right.table && one.base.name === other.base.name && left.table.keys.has(one.base.name);
  const bothStatus = one.base.name === left.table.status && other.base.name === right.table.status;
  if (!sameRow && !bothStatus) return rows;
  const met = (rows.facts.get(left) ?? 0n) & (rows.facts.get(right) ?? 0n) & (bothStatus ? ~3n : ~0n);
  return {
    ...rows,
    same: sameRow ? [...rows.same, [left, right]] : rows.same,
    facts: new Map([...rows.facts, [left, met], [right, met]]),
  };
}

function withMerged(rows: Rows, shared: readonly string[], type: JoinSource["type"]): Rows {
  const merged = shared.flatMap((name) => {
    const [one, other] = pair(rows, name) ?? [];
    if (one === undefined || other === undefined) return [];
    if (type !== "full") return [type === "right" ? other : one];
    return [
      { ...one, base: undefined, evaluate: (world: World | undefined) => choice([one.evaluate(world), other.evaluate(world)]) },
    ];
  });
  return { ...rows, scope: { ...rows.scope, merged: [...merged, ...rows.scope.merged] } };
}
