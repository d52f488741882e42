import type { Expression, Select, Target } from "@failcheck/languages/sql";
import { isGrouped } from "../figures/aggregates.ts";
import { evaluate, truth } from "../expressions/evaluate.ts";
import { aggregatedFlows, besideFigures, originsOf, settled, starColumns } from "../figures/flows.ts";
import type { Analysis, Column, Context, Instance, Names, Rows, Scope, Shape } from "../model.ts";
import { dependencies } from "./dependencies.ts";
import { narrow, narrowBy } from "./narrow.ts";
import { findColumn, findMember } from "../scopes/names.ts";
import { fromRows } from "./sources.ts";
import { trailOf } from "./trail.ts";
import { choice, nothing } from "../expressions/value.ts";
import { operandsOf } from "../expressions/walk.ts";

/** The shapes of a SELECT's rows. */
export function selectShapes(select: Select, outer: Scope | undefined, analysis: Analysis, names: Names): Shape[] {
  const shapes = fromRows(select.from, outer, analysis, names).map((rows) => {
    const kept = select.where === undefined ? rows : narrow(rows, select.where, analysis, names);
    const grouped = isGrouped(select);
    const found = grouped && select.having !== undefined ? having(select, select.having, kept, analysis, names) : kept;
    const parted = partedBy(select, found.scope);
    return shapeOf(select, found, grouped, { analysis, scope: found.scope, names, windows: select.windows, parted });
  });
  return shapes.length > 1 ? shapes.map((shape) => withWindows(shape, shapes, select)) : shapes;
}

/** A window function looks at the rows of every part of a UNION. */
function withWindows(shape: Shape, shapes: readonly Shape[], select: Select): Shape {
  const windows = new Set(select.targets.flatMap(({ value }) => (holdsWindow(value) ? [value.at[0]] : [])));
  const columns = shape.columns.map((column) => {
    if (column.at === undefined || !windows.has(column.at[0])) return column;
    const same = shapes.flatMap((other) =>
      other.columns.flatMap((one) => (one.at?.[0] === column.at?.[0] ? [{ one, facts: other.facts }] : [])),
    );
    const seen = same.flatMap(({ one, facts }) => settled(one.flows, facts));
    return { ...column, flows: seen.map((flow) => ({ ...flow, sealed: true })) };
  });
  return { ...shape, columns };
}

function holdsWindow(expression: Expression): boolean {
  return (expression.kind === "call" && expression.over !== undefined) || operandsOf(expression).some(holdsWindow);
}

/** The instances by whose status GROUP BY parts the rows, by its name, its alias or its position. */
function partedBy({ group, superGroups, targets }: Select, scope: Scope): readonly Instance[] {
  if (superGroups) return [];
  return group.flatMap((key) => {
    const base = statusAt(keyed(key, targets), scope);
    return base === undefined ? [] : [base];
  });
}

function keyed(key: Expression, targets: readonly Target[]): Expression | undefined {
  return key.kind === "literal" && typeof key.value === "number" ? targets[key.value - 1]?.value : key;
}

function statusAt(key: Expression | undefined, scope: Scope): Instance | undefined {
  const base = key?.kind === "column" ? findColumn(key.path, scope)?.base : undefined;
  return base?.name === base?.instance.table.status ? base?.instance : undefined;
}

/** HAVING narrows by the keys of the groups; figures in it decide which groups there are. */
function having(select: Select, condition: Expression, rows: Rows, analysis: Analysis, names: Names): Rows {
  const context: Context = { analysis, scope: rows.scope, names, parted: partedBy(select, rows.scope) };
  const told = groupContext(select, context);
  const narrowed = narrowBy(rows, (world) => truth(condition, told, world), [...rows.facts.keys()]);
  const figures = select.targets.flatMap(({ value }) => aggregatedFlows(value, context, rows));
  const uses = [...rows.uses, ...besideFigures(aggregatedFlows(condition, context, rows), figures, context)];
  return { ...narrowed, uses, depends: new Map([...rows.depends, ...dependencies(condition, context, rows)]) };
}

/** ROLLUP, CUBE and GROUPING SETS give rows in which a key is NULL because it was left out. */
function groupContext(select: Select, context: Context): Context {
  if (!select.superGroups) return { ...context, keys: select.group };
  const leftOut = (column: Column): Column => ({
    ...column,
    evaluate: (world) => choice([column.evaluate(world), nothing]),
    base: undefined,
  });
  const members = context.scope.members.map((member) => ({ ...member, columns: member.columns.map(leftOut) }));
  return { ...context, scope: { ...context.scope, members, merged: context.scope.merged.map(leftOut) } };
}

function shapeOf(select: Select, rows: Rows, grouped: boolean, context: Context): Shape {
  const told = groupContext(select, context);
  const columns = select.targets.flatMap((target) => targetColumns(target, context, told, rows));
  const ordered = select.order.flatMap((order) => aggregatedFlows(order.by, context, rows));
  const cut = select.limit !== undefined || select.offset !== undefined;
  const chooses = (cut && !(grouped && select.group.length === 0)) || Array.isArray(select.distinct);
  return {
    columns,
    open: select.targets.some(({ value }) => value.kind === "star" && isOpen(value.path, context.scope)),
    ...trailOf(rows),
    chosen: chooses && !grouped ? new Map([...rows.chosen, ...rows.facts]) : rows.chosen,
    uses: [...rows.uses, ...ordered],
    plain: rows.plain && !grouped && !chooses,
    always: grouped && select.group.length === 0 && !select.superGroups && select.having === undefined,
  };
}

function isOpen(path: readonly string[], scope: Scope): boolean {
  const qualifier = path.at(-1);
  if (qualifier === undefined) return scope.members.some((member) => member.open);
  return findMember(qualifier, path.at(-2), scope)?.open ?? true;
}

function targetColumns({ value, name }: Target, context: Context, told: Context, rows: Rows): readonly Column[] {
  if (value.kind === "star") {
    const merged = value.path.length === 0 ? context.scope.merged : [];
    const names = new Set(merged.map((column) => column.name));
    const rest = starColumns(value.path, context).filter((column) => !names.has(column.name));
    return [...merged, ...rest].map((column) => ({ ...column, at: value.at }));
  }
  return [expressionColumn(value, name ?? nameOf(value), context, told, rows)];
}

/** A column that is worked out from a row, or from a group of which `told` knows the keys. */
function expressionColumn(value: Expression, name: string, context: Context, told: Context, rows: Rows): Column {
  return {
    name,
    evaluate: (world) => evaluate(value, told, world),
    origins: originsOf(value, context),
    flows: aggregatedFlows(value, context, rows),
    base: value.kind === "column" ? findColumn(value.path, told.scope)?.base : undefined,
    at: value.at,
  };
}

/** The name that the server gives to a column without AS. */
function nameOf(value: Expression): string {
  switch (value.kind) {
    case "column":
      return value.path.at(-1) ?? "";
    case "call":
      return value.name;
    case "cast":
      return nameOf(value.arg) || value.type;
    case "case":
      return "case";
    case "access":
      return value.name;
    default:
      return "?column?";
  }
}
