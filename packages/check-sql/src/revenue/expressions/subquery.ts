import type { Expression, Subquery } from "@failcheck/languages/sql";
import { operate } from "./compare.ts";
import type { Column, Context, Instance, Relation, Scope, Shape, World } from "../model.ts";
import { findColumn } from "../scopes/names.ts";
import { probesOf } from "../worlds/probes.ts";
import { anyTruth, both, choice, either, isFalse, isTrue, nothing, something, truthOf, unknown } from "./value.ts";
import type { Truth, Value } from "./value.ts";

type Evaluate = (expression: Expression, context: Context, world: World | undefined) => Value;

const known = new WeakMap<Scope, Map<Subquery, Relation>>();

/** The relation of a sub-select, worked out once for each place it is evaluated at. */
export function subqueryRelation(subquery: Subquery, { analysis, scope, names }: Context): Relation {
  const here = known.get(scope) ?? new Map<Subquery, Relation>();
  known.set(scope, here);
  const relation = here.get(subquery) ?? analysis.relation(subquery.query, scope, names);
  here.set(subquery, relation);
  return relation;
}

/** The value of a scalar sub-select: known where it gives one constant. */
export function subqueryValue(subquery: Subquery, context: Context, world: World | undefined, evaluate: Evaluate): Value {
  const ofCount = countIn(subquery);
  const values: Value[] = [];
  for (const shape of subqueryRelation(subquery, context).shapes) {
    const [column] = shape.columns;
    const twin = world === undefined ? undefined : twinOf(shape, world);
    const inner = joined(world, twin);
    const found = passing(shape, inner);
    if (shape.always && twin !== undefined && ofCount !== undefined) {
      const counts = counted(found, found === isTrue && allowed(shape, twin, world));
      values.push(...counts.map((count) => (count === undefined ? something : evaluate(ofCount(count), context, world))));
      continue;
    }
    const passes = shape.always ? isTrue : found;
    if (column !== undefined && passes & isTrue) values.push(...valuesOf(shape, column, inner));
    if (passes !== isTrue) values.push(nothing);
  }
  if (subquery.use === "array") return { kind: "unknown", nullable: false };
  return values.length === 0 ? unknown : choice(values);
}

/** `SELECT COUNT(*) FROM …` and `SELECT COUNT(*) > 0 FROM …`, as what it gives for a number of rows; nothing else. */
function countIn({ query }: Subquery): ((count: number) => Expression) | undefined {
  if (query.kind !== "select" || query.targets.length !== 1) return undefined;
  const value = query.targets[0]?.value;
  return value !== undefined && isOfCount(value) ? (count) => withCount(value, count) : undefined;
}

function isOfCount(value: Expression): boolean {
  if (value.kind === "call")
    return value.name === "count" && value.filter === undefined && value.over === undefined && value.star;
  return value.kind === "literal" || (value.kind === "operation" && value.args.every(isOfCount));
}

function withCount(value: Expression, count: number): Expression {
  if (value.kind === "call") return { kind: "literal", value: count, at: value.at };
  return value.kind === "operation" ? { ...value, args: value.args.map((arg) => withCount(arg, count)) } : value;
}

/** How often the row in mind is found again by its key: once, not at all, or some number of times beside joins. */
function counted(found: Truth, sure: boolean): readonly (number | undefined)[] {
  if ((found & isTrue) === 0) return [0];
  return sure ? [1] : [0, undefined];
}

/** EXISTS, IN and the comparisons with ANY and ALL. */
export function subqueryTruth(subquery: Subquery, context: Context, world: World | undefined, evaluate: Evaluate): Truth {
  const relation = subqueryRelation(subquery, context);
  let found: Truth = subquery.use === "all" ? isTrue : isFalse;
  for (const shape of relation.shapes) {
    const one = subquery.left === undefined ? existence(shape, world) : comparison(subquery, shape, context, world, evaluate);
    found = subquery.use === "all" ? both(found, one) : either(found, one);
  }
  return found;
}

/** Whether the shape has a row, for a row of this world outside. */
function existence(shape: Shape, world: World | undefined): Truth {
  if (shape.always) return isTrue;
  const twin = world === undefined ? undefined : twinOf(shape, world);
  const passes = passing(shape, joined(world, twin));
  if (twin === undefined)
    return (passes & isTrue ? isTrue : 0) | (passes === isTrue && shape.plain && shape.facts.size === 0 ? 0 : isFalse);
  const possible = passes & isTrue && allowed(shape, twin, world);
  return (possible ? isTrue : 0) | (passes === isTrue && shape.plain && possible ? 0 : isFalse);
}

function allowed(shape: Shape, instance: Instance, world: World | undefined): boolean {
  return world === undefined || (((shape.facts.get(instance) ?? 0n) >> BigInt(world.probe)) & 1n) === 1n;
}

function passing(shape: Shape, world: World | undefined): Truth {
  let found: Truth = isTrue;
  for (const filter of shape.filters) found = both(found, filter(world));
  return found;
}

/** The inner instance that is the row in mind by its key, if the filters say so. */
function twinOf(shape: Shape, world: World): Instance | undefined {
  for (const instance of shape.facts.keys()) {
    if (shape.same.some(([one, other]) => one === instance && world.members.includes(other))) return instance;
  }
  return undefined;
}

function joined(world: World | undefined, twin: Instance | undefined): World | undefined {
  return world === undefined || twin === undefined ? world : { ...world, members: [...world.members, twin] };
}

function comparison(subquery: Subquery, shape: Shape, context: Context, world: World | undefined, evaluate: Evaluate): Truth {
  const { left } = subquery;
  if (left === undefined) return anyTruth;
  if (subquery.use === "any" && subquery.name === "=" && world !== undefined) {
    const keyed = keyedMembership(left, shape, context, world);
    if (keyed !== undefined) return keyed;
  }
  const twin = world === undefined ? undefined : twinOf(shape, world);
  const inner = joined(world, twin);
  const value = evaluate(left, context, world);
  const row = left.kind === "row" && value.kind === "list";
  const [column] = shape.columns;
  if (row || column === undefined) return rowComparison(subquery, value, shape, world);
  let found: Truth = subquery.use === "all" ? isTrue : isFalse;
  if (twin !== undefined && (passing(shape, inner) & isTrue) === 0) return found;
  for (const option of valuesOf(shape, column, inner)) {
    const one = truthOf(operate(subquery.name, value, option), anyTruth);
    found = subquery.use === "all" ? both(found, one) : either(found, one);
  }
  if (twin !== undefined && isSure(shape, twin, inner)) return found;
  return certain(shape) ? found : found | (subquery.use === "all" ? isTrue : isFalse);
}

/** Whether the row in mind is surely there, and nothing else. */
function isSure(shape: Shape, twin: Instance, world: World | undefined): boolean {
  return shape.plain && passing(shape, world) === isTrue && allowed(shape, twin, world);
}

/** Whether every value of the shape is surely there: a list of literals. */
function certain(shape: Shape): boolean {
  return shape.plain && shape.facts.size === 0 && passing(shape, undefined) === isTrue;
}

function rowComparison(subquery: Subquery, value: Value, shape: Shape, world: World | undefined): Truth {
  if (value.kind !== "list" || subquery.name !== "=" || subquery.use !== "any") return anyTruth;
  let found: Truth = isTrue;
  value.items.forEach((item, index) => {
    const column = shape.columns[index];
    if (column === undefined) return;
    let one: Truth = isFalse;
    for (const option of valuesOf(shape, column, world)) one = either(one, truthOf(operate("=", item, option), anyTruth));
    found = both(found, one);
  });
  return found | isFalse;
}

/** `id IN (SELECT id FROM same table …)`: the row in mind, looked up by its key. */
function keyedMembership(left: Expression, shape: Shape, context: Context, world: World): Truth | undefined {
  const parts = left.kind === "row" ? left.items : [left];
  for (const [index, part] of parts.entries()) {
    const outer = part.kind === "column" ? findColumn(part.path, context.scope)?.base : undefined;
    const inner = shape.columns[index]?.base;
    if (outer === undefined || inner === undefined || !world.members.includes(outer.instance)) continue;
    const { table } = outer.instance;
    if (outer.name !== inner.name || table !== inner.instance.table || !table.keys.has(outer.name)) continue;
    const passes = passing(shape, joined(world, inner.instance));
    const possible = (passes & isTrue) !== 0 && allowed(shape, inner.instance, world);
    const sure = possible && passes === isTrue && shape.plain && parts.length === 1;
    return (possible ? isTrue : 0) | (sure ? 0 : isFalse);
  }
  return undefined;
}

/** What a column may be, over all the rows that the shape can have. */
export function valuesOf(shape: Shape, column: Column, world: World | undefined): readonly Value[] {
  const [instance] = shape.facts.keys();
  const alone = column.evaluate(world);
  if (alone.kind !== "unknown" || instance === undefined) return alone.kind === "choice" ? alone.options : [alone];
  const values: Value[] = [];
  for (const [candidate, mask] of shape.facts) {
    const own = [...probesOf(mask)].map((probe) => column.evaluate({ members: [candidate], probe }));
    if (own.every((value) => value.kind === "constant")) values.push(...own);
  }
  return values.length === 0 ? [alone] : values;
}
