import type { Alias, FunctionSource, JoinSource, Source, TableSource, UnknownSource } from "@failcheck/languages/sql";
import { evaluate, truth } from "./evaluate.ts";
import { operate } from "./compare.ts";
import type { Analysis, Column, Context, Filter, Instance, Member, Names, Relation, Rows, Scope, Shape, World } from "./model.ts";
import { emptied, equatedColumns, narrow, narrowBy } from "./narrow.ts";
import { trailOf } from "./trail.ts";
import { isAbsent, plainColumn, tableColumns } from "./names.ts";
import { revenueTable } from "./policy.ts";
import { anyTruth, both, choice, isTrue, nothing, truthOf } from "./value.ts";
import type { Truth } from "./value.ts";

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

/** The rows of a FROM list. */
export function fromRows(sources: readonly Source[], outer: Scope | undefined, analysis: Analysis, names: Names): Rows[] {
  let rows = [noRows(outer)];
  for (const source of sources) {
    rows = rows.flatMap((left) => sourceRows(source, left.scope, analysis, names).map((right) => cross(left, right)));
  }
  return within(rows, analysis);
}

/** UNIONs joined with UNIONs multiply; beyond this many shapes the rest is a doubt. */
const maxShapes = 24;

/** A join of more references than this to tables of revenue is not followed. */
const maxInstances = 24;

function within(rows: Rows[], analysis: Analysis): Rows[] {
  if (rows.some((one) => one.facts.size > maxInstances || one.filters.length > 200)) {
    analysis.spend(Infinity);
    return [];
  }
  if (rows.length > maxShapes) analysis.doubts.add("a join of too many UNIONs");
  return rows.slice(0, maxShapes);
}

/** The rows of one source; `beside` is what LATERAL may look at. */
function sourceRows(source: Source, beside: Scope, analysis: Analysis, names: Names): Rows[] {
  switch (source.kind) {
    case "table":
      return tableRows(source, beside.outer, analysis, names);
    case "derived": {
      const outer = source.lateral ? beside : beside.outer;
      return relationRows(analysis.relation(source.query, outer, names), source.alias, beside.outer);
    }
    case "join":
      return joinRows(source, beside, analysis, names);
    case "function":
    case "unknown":
      if (source.kind === "unknown") analysis.doubts.add(`the source ${source.what}`);
      return [withMember(noRows(beside.outer), functionMember(source, { analysis, scope: beside, names }))];
  }
}

function functionMember(source: FunctionSource | UnknownSource, context: Context): Member {
  const { alias } = source;
  const [call] = source.kind === "function" ? source.calls : [];
  const own = call?.kind === "call" ? call.name : "";
  const names = alias === undefined ? [own] : alias.columns.length > 0 ? alias.columns : [alias.name];
  const columns = names.map((name, index): Column => {
    if (call === undefined || index > 0) return plainColumn(name);
    return { ...plainColumn(name), evaluate: (world) => evaluate(call, context, world) };
  });
  return { name: alias?.name ?? own, schema: undefined, columns, open: true };
}

function withMember(rows: Rows, member: Member): Rows {
  return { ...rows, plain: false, scope: { ...rows.scope, members: [...rows.scope.members, member] } };
}

function tableRows({ table, alias }: TableSource, outer: Scope | undefined, analysis: Analysis, names: Names): Rows[] {
  const common = table.schema === undefined ? names.find(table.name) : undefined;
  if (common !== undefined) return relationRows(common.relation(), { name: table.name, columns: [], ...alias }, outer);
  const label = alias?.name ?? table.name;
  const found = revenueTable(analysis.policy, table.schema, table.name);
  if (found !== undefined) return [instanceRows({ table: found, label }, table.schema, alias, outer, analysis)];
  const view = analysis.views(table.schema, table.name);
  if (view !== undefined) return relationRows(view, { name: table.name, columns: [], ...alias }, outer);
  const columns = (analysis.columns(table.schema, table.name) ?? []).map(plainColumn);
  const member = { name: label, schema: table.schema, columns: renamed(columns, alias), open: columns.length === 0 };
  return [withMember(noRows(outer), member)];
}

function instanceRows(
  instance: Instance,
  schema: string | undefined,
  alias: Alias | undefined,
  outer: Scope | undefined,
  analysis: Analysis,
): Rows {
  const columns = tableColumns(instance, analysis.universe);
  const open = instance.table.columns === undefined;
  const member = {
    name: instance.label,
    schema: alias === undefined ? (schema ?? instance.table.schema) : undefined,
    columns: renamed(columns, alias),
    open,
  };
  const rows = withMember(noRows(outer), member);
  return { ...rows, plain: true, facts: new Map([[instance, analysis.universe.rows]]) };
}

function renamed(columns: readonly Column[], alias: Alias | undefined): readonly Column[] {
  const names = alias?.columns ?? [];
  return names.length === 0 ? columns : columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
}

/** A sub-select, WITH item or view in FROM. */
function relationRows(relation: Relation, alias: Alias | undefined, outer: Scope | undefined): Rows[] {
  return relation.shapes.map((shape) => shapeRows(shape, alias, outer));
}

function shapeRows(shape: Shape, alias: Alias | undefined, outer: Scope | undefined): Rows {
  const member = { name: alias?.name ?? "", schema: undefined, columns: renamed(shape.columns, alias), open: shape.open };
  return { ...trailOf(shape), scope: { members: [member], merged: [], outer } };
}

function cross(left: Rows, right: Rows): Rows {
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

function joinRows(source: JoinSource, beside: Scope, analysis: Analysis, names: Names): Rows[] {
  const found: Rows[] = [];
  for (const left of sourceRows(source.left, beside, analysis, names)) {
    const lateral = { ...left.scope, members: [...beside.members, ...left.scope.members] };
    for (const right of sourceRows(source.right, lateral, analysis, names))
      found.push(joined(source, left, right, analysis, names));
  }
  return within(
    found.map((rows) => (source.alias === undefined ? rows : aliased(rows, source.alias))),
    analysis,
  );
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
    filters: keepsLeft && !keepsRight ? left.filters : keepsRight && !keepsLeft ? right.filters : [],
    links: [...inner.unmatched.links, ...links],
    single: [...inner.unmatched.single, ...(source.type === "left" ? singles(source, shared, base, right) : [])],
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
