import type { Query, SetOperation, Statement, Values, With } from "@failcheck/languages/sql";
import { evaluate } from "../expressions/evaluate.ts";
import type { Analysis, Column, Instance, Named, Names, Relation, Scope, Shape } from "../model.ts";
import { returnedShapes } from "../figures/changes.ts";
import { filterMask } from "../worlds/probes.ts";
import type { Mask } from "../worlds/probes.ts";
import { selectShapes } from "./select.ts";
import { noRows } from "./rows.ts";
import { valuesOf } from "../expressions/subquery.ts";
import { plainColumn } from "../scopes/names.ts";
import { choice, isTrue } from "../expressions/value.ts";

const nothingKnown: Relation = { shapes: [] };

/** What a query gives, shape by shape. */
export function relationOf(query: Query, outer: Scope | undefined, analysis: Analysis, names: Names): Relation {
  if (!analysis.spend(1)) {
    analysis.doubts.add("a query of this size");
    return nothingKnown;
  }
  const inner = withNames(query.with, query.recursive, outer, analysis, names);
  if (query.kind === "select") return { shapes: selectShapes(query, outer, analysis, inner) };
  if (query.kind === "values") return { shapes: valuesShapes(query, outer, analysis, inner) };
  const shapes = setShapes(query, outer, analysis, inner);
  const cut = query.limit !== undefined || query.offset !== undefined;
  return {
    shapes: cut
      ? shapes.map((shape) => ({ ...shape, plain: false, chosen: new Map([...shape.chosen, ...shape.facts]) }))
      : shapes,
  };
}

/** The names that a WITH clause adds. Each use of a name gets the query anew, so that uses do not narrow each other. */
export function withNames(
  items: readonly With[],
  recursive: boolean,
  outer: Scope | undefined,
  analysis: Analysis,
  names: Names,
): Names {
  let known = names;
  for (const item of items) {
    const before = known;
    const named: Named = { name: item.name, relation: () => itemRelation(item, recursive, outer, analysis, before) };
    known = extended(before, named);
  }
  return known;
}

function extended(names: Names, named: Named): Names {
  return { find: (name) => (name === named.name ? named : names.find(name)) };
}

function itemRelation(item: With, recursive: boolean, outer: Scope | undefined, analysis: Analysis, names: Names): Relation {
  const body = item.body;
  if (recursive && body.kind === "query" && body.query.kind === "set")
    return named(recursion(item, body.query, outer, analysis, names), item.columns);
  return named(statementRelation(body, outer, analysis, names), item.columns);
}

function statementRelation(body: Statement, outer: Scope | undefined, analysis: Analysis, names: Names): Relation {
  if (body.kind === "query") return analysis.relation(body.query, outer, names);
  return { shapes: returnedShapes(body, outer, analysis, names) };
}

/** The recursive part sees the rows of the first part, and once more its own. */
function recursion(item: With, query: SetOperation, outer: Scope | undefined, analysis: Analysis, names: Names): Relation {
  const inner = withNames(query.with, query.recursive, outer, analysis, names);
  let shapes = analysis.relation(query.left, outer, inner).shapes;
  for (let pass = 0; pass < 2; pass += 1) {
    const seen = named({ shapes }, item.columns);
    const next = analysis.relation(query.right, outer, extended(inner, { name: item.name, relation: () => seen }));
    shapes = [...shapes, ...aligned(shapes[0], next.shapes)].slice(0, 12);
  }
  return { shapes };
}

/** Renames columns from left to right. */
export function named(relation: Relation, names: readonly string[]): Relation {
  if (names.length === 0) return relation;
  const rename = (column: Column, index: number): Column => ({ ...column, name: names[index] ?? column.name });
  return { shapes: relation.shapes.map((shape) => ({ ...shape, columns: shape.columns.map(rename) })) };
}

/** Up to this many rows of VALUES are looked at one by one, since their columns belong together. */
const maxRows = 8;

function valuesShapes(query: Values, outer: Scope | undefined, analysis: Analysis, names: Names): Shape[] {
  const single = query.rows.length > 1 && query.rows.length <= maxRows;
  const parts = single ? query.rows.map((row) => ({ ...query, rows: [row] })) : [query];
  return parts.map((part) => valuesShape(part, outer, analysis, names));
}

function valuesShape(query: Values, outer: Scope | undefined, analysis: Analysis, names: Names): Shape {
  const rows = noRows(outer);
  const context = { analysis, scope: rows.scope, names };
  const width = query.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = query.rows.flatMap((row) => row.slice(index, index + 1));
    const evaluateCells = (): ReturnType<Column["evaluate"]> => choice(cells.map((cell) => evaluate(cell, context, undefined)));
    return { ...plainColumn(`column${index + 1}`), evaluate: evaluateCells };
  });
  return { ...rows, columns, open: false, always: false };
}

function setShapes(query: SetOperation, outer: Scope | undefined, analysis: Analysis, names: Names): Shape[] {
  const left = analysis.relation(query.left, outer, names).shapes;
  const right = analysis.relation(query.right, outer, names).shapes;
  if (query.operator === "union")
    return [...left, ...aligned(left[0], right)].map((shape) => ({ ...shape, plain: false, always: false }));
  return left.map((shape) => {
    const meets = query.operator === "intersect" ? intersect(shape, right, analysis) : except(shape, right);
    return { ...shape, facts: meets, plain: false, always: false, depends: new Map([...shape.depends, ...others(shape, right)]) };
  });
}

/** A set operation goes by position; the names are those of its first part. */
function aligned(first: Shape | undefined, shapes: readonly Shape[]): readonly Shape[] {
  if (first === undefined || first.open) return shapes;
  return shapes.map((shape) => {
    if (shape.open) return shape;
    const columns = shape.columns.map((column, index) => ({ ...column, name: first.columns[index]?.name ?? column.name }));
    return { ...shape, columns };
  });
}

/** For each instance of the left side, what INTERSECT leaves of it. */
function intersect(left: Shape, right: readonly Shape[], analysis: Analysis): Map<Instance, Mask> {
  const facts = new Map(left.facts);
  left.columns.forEach((column, index) => {
    const { base } = column;
    if (base === undefined) return;
    const keyed = base.instance.table.keys.has(base.name);
    if (!keyed && base.name !== base.instance.table.status) return;
    let allowed: Mask = 0n;
    for (const shape of right) allowed |= allowedBy(shape, index, base, facts.get(base.instance) ?? 0n, analysis);
    facts.set(base.instance, (facts.get(base.instance) ?? 0n) & allowed);
  });
  return facts;
}

type Base = NonNullable<Column["base"]>;

function allowedBy(shape: Shape, index: number, base: Base, mask: Mask, analysis: Analysis): Mask {
  const column = shape.columns[index];
  if (column === undefined) return mask;
  const other = column.base;
  if (other?.name === base.name && other.instance.table === base.instance.table) return shape.facts.get(other.instance) ?? mask;
  if (base.name !== base.instance.table.status) return mask;
  const values = valuesOf(shape, column, undefined);
  if (!values.every((value) => value.kind === "constant")) return mask;
  return filterMask(mask, (probe) => values.some((value) => value.value === analysis.universe.values[probe]));
}

/** What EXCEPT leaves: the statuses of which the other side does not surely have every row. */
function except(left: Shape, right: readonly Shape[]): Map<Instance, Mask> {
  const facts = new Map(left.facts);
  for (const [index, column] of left.columns.entries()) {
    const { base } = column;
    if (base?.instance.table.keys.has(base.name) !== true) continue;
    for (const shape of right) {
      const other = shape.columns[index]?.base;
      if (!shape.plain || other?.name !== base.name || other.instance.table !== base.instance.table) continue;
      if (!sameColumns(left, shape)) continue;
      const gone = (probe: number): boolean =>
        shape.filters.every((filter) => filter({ members: [other.instance], probe }) === isTrue) &&
        (((shape.facts.get(other.instance) ?? 0n) >> BigInt(probe)) & 1n) === 1n;
      facts.set(
        base.instance,
        filterMask(facts.get(base.instance) ?? 0n, (probe) => !gone(probe)),
      );
    }
  }
  return facts;
}

function sameColumns(left: Shape, right: Shape): boolean {
  return (
    left.columns.length === right.columns.length &&
    left.columns.every((column, index) => column.base?.name === right.columns[index]?.base?.name)
  );
}

/** Rows of other tables' instances that decide what is left. */
function others(left: Shape, right: readonly Shape[]): Map<Instance, Mask> {
  const keyed = new Set(
    left.columns.flatMap((column, index) => (column.base?.instance.table.keys.has(column.base.name) === true ? [index] : [])),
  );
  const found = new Map<Instance, Mask>();
  for (const shape of right) {
    const twin = [...keyed].some((index) => shape.columns[index]?.base !== undefined);
    if (!twin) for (const [instance, mask] of shape.facts) found.set(instance, mask);
  }
  return found;
}
