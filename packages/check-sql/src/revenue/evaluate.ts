import type { Call, Case, Expression } from "@failcheck/languages/sql";
import { isAggregate } from "./aggregates.ts";
import { likeValue, operate } from "./compare.ts";
import { arrayOf, callValue } from "./functions.ts";
import type { Context, World } from "./model.ts";
import { findColumn } from "./names.ts";
import { subqueryTruth, subqueryValue } from "./subquery.ts";
import { absent } from "./probes.ts";
import { anyTruth, both, choice, constant, doubt, either, fromTruth, isFalse, isTrue, isUnknown, mayBeNull } from "./value.ts";
import { mayBeSomething, negate, nothing, optionsOf, something, truthOf, unknown } from "./value.ts";
import type { Truth, Value } from "./value.ts";

/** Whether a condition may be true, false or unknown for a row. */
export function truth(expression: Expression, context: Context, world: World | undefined): Truth {
  switch (expression.kind) {
    case "and":
      return fold(expression.args, isTrue, both, context, world);
    case "or":
      return fold(expression.args, isFalse, either, context, world);
    case "not":
      return negate(truth(expression.arg, context, world));
    case "is":
      return isTest(expression, context, world);
    case "subquery":
      return expression.use === "scalar" || expression.use === "array"
        ? asTruth(subqueryValue(expression, context, world), context, world)
        : subqueryTruth(expression, context, world, evaluate);
    case "in":
      return inList(expression.left, expression.list, expression.not, context, world);
    default:
      return asTruth(evaluate(expression, context, world), context, world);
  }
}

function fold(
  args: readonly Expression[],
  start: Truth,
  combine: (left: Truth, right: Truth) => Truth,
  context: Context,
  world: World | undefined,
): Truth {
  let found = start;
  for (const arg of args) {
    found = combine(found, truth(arg, context, world));
    if (found === negate(start)) break;
  }
  return found;
}

function asTruth(value: Value, context: Context, world: World | undefined): Truth {
  return truthOf(value, doubted(context, world));
}

/** What a doubt comes to: anything at its worst; else whoever wrote it meant it to keep the right rows, or to drop them. */
function doubted({ analysis }: Context, world: World | undefined): Truth {
  if (analysis.mode === "worst" || world === undefined || world.probe === absent) return anyTruth;
  const good = ((analysis.universe.good >> BigInt(world.probe)) & 1n) === 1n;
  return good === (analysis.mode === "trusting") ? isTrue | isFalse : isFalse;
}

/** The value of an expression in a row of this world. */
export function evaluate(expression: Expression, context: Context, world: World | undefined): Value {
  switch (expression.kind) {
    case "column":
      return findColumn(expression.path, context.scope)?.evaluate(world) ?? unknown;
    case "literal":
      return constant(expression.value);
    case "parameter":
      return parameterValue(context, `the value of ${expression.name}`);
    case "hole":
      return holeValue(context, expression.text);
    case "operation":
      return operation(expression.name, expression.args, context, world);
    case "cast":
      return cast(evaluate(expression.arg, context, world), expression.type);
    case "case":
      return caseValue(expression, context, world);
    case "call":
      return callOf(expression, context, world);
    case "row":
    case "array":
      return { kind: "list", items: expression.items.map((item) => evaluate(item, context, world)) };
    default:
      return rest(expression, context, world);
  }
}

function rest(expression: Expression, context: Context, world: World | undefined): Value {
  const of = (part: Expression): Value => evaluate(part, context, world);
  switch (expression.kind) {
    case "like": {
      const escape = expression.escape === undefined ? undefined : of(expression.escape);
      return negated(
        likeValue(expression.style, of(expression.arg), of(expression.pattern), escape),
        expression.not,
        context,
        world,
      );
    }
    case "quantified":
      return quantified(expression.name, expression.all, of(expression.left), of(expression.right), context, world);
    case "between": {
      const [arg, low, high] = [of(expression.arg), of(expression.low), of(expression.high)];
      const inside = (from: Value, to: Value): Truth =>
        both(asTruth(operate(">=", arg, from), context, world), asTruth(operate("<=", arg, to), context, world));
      const found = expression.symmetric ? either(inside(low, high), inside(high, low)) : inside(low, high);
      return fromTruth(expression.not ? negate(found) : found);
    }
    case "distinct":
      return fromTruth(distinct(of(expression.left), of(expression.right), expression.not, context, world));
    case "and":
    case "or":
    case "not":
    case "is":
    case "in":
      return fromTruth(truth(expression, context, world));
    case "subquery":
      return expression.use === "scalar" || expression.use === "array"
        ? subqueryValue(expression, context, world)
        : fromTruth(truth(expression, context, world));
    case "opaque":
      return expression.strange === true ? strangeValue(context, expression.what) : unknown;
    default:
      return unknown;
  }
}

/** A piece that the front end does not know may say anything of any row. */
function strangeValue({ analysis }: Context, what: string): Value {
  analysis.doubts.add(what);
  return doubt;
}

function negated(value: Value, not: boolean, context: Context, world: World | undefined): Value {
  if (!not) return value;
  return value.kind === "doubt" ? value : fromTruth(negate(asTruth(value, context, world)));
}

function parameterValue({ analysis }: Context, what: string): Value {
  analysis.doubts.add(what);
  if (analysis.mode === "worst") return { kind: "parameter" };
  return constant(analysis.policy.requirement.values[0] ?? null);
}

function holeValue({ analysis }: Context, text: string): Value {
  analysis.doubts.add(`the text put in by ${text}`);
  return analysis.mode === "worst" ? { kind: "parameter" } : doubt;
}

function operation(name: string, args: readonly Expression[], context: Context, world: World | undefined): Value {
  const [left, right] = args;
  if (left === undefined) return unknown;
  const first = evaluate(left, context, world);
  if (right === undefined) {
    if (first.kind !== "constant" || typeof first.value !== "number") return mayBeNull(first) ? unknown : something;
    return constant(name === "-" ? -first.value : first.value);
  }
  if (name === "=" && isSameRow(left, right, context, world)) return constant(true);
  return operate(name, first, evaluate(right, context, world));
}

/** `k.id = j.id` where both are the row in mind. */
function isSameRow(left: Expression, right: Expression, context: Context, world: World | undefined): boolean {
  if (world === undefined || world.members.length < 2 || left.kind !== "column" || right.kind !== "column") return false;
  const one = findColumn(left.path, context.scope)?.base;
  const other = findColumn(right.path, context.scope)?.base;
  if (one?.name !== other?.name || one === undefined || other === undefined) return false;
  return one.instance.table.keys.has(one.name) && world.members.includes(one.instance) && world.members.includes(other.instance);
}

const numbers = new Set([
  "int2",
  "int4",
  "int8",
  "integer",
  "int",
  "numeric",
  "float4",
  "float8",
  "decimal",
  "bigint",
  "smallint",
]);

function cast(value: Value, type: string): Value {
  if (value.kind !== "constant") return value;
  if (type.endsWith("[]") && typeof value.value === "string") return arrayOf(value.value) ?? value;
  if (numbers.has(type)) {
    if (typeof value.value === "boolean") return constant(value.value ? 1 : 0);
    if (typeof value.value === "string") return Number.isNaN(Number(value.value)) ? something : constant(Number(value.value));
  }
  if (type === "bool") return constant(castBoolean(value.value));
  return value;
}

function castBoolean(value: string | number | boolean | null): boolean | null {
  return value === null
    ? null
    : value === true || (typeof value === "number" && value !== 0) || value === "t" || value === "true";
}

function isTest({ test, not, arg }: Extract<Expression, { kind: "is" }>, context: Context, world: World | undefined): Truth {
  let found: Truth = 0;
  if (test === "null") {
    const value = evaluate(arg, context, world);
    if (value.kind === "doubt" || (value.kind === "parameter" && context.analysis.mode !== "worst"))
      return doubted(context, world) & 3;
    found = (mayBeNull(value) ? isTrue : 0) | (mayBeSomething(value) ? isFalse : 0);
  } else {
    const wanted = test === "true" ? isTrue : test === "false" ? isFalse : isUnknown;
    const possible = truth(arg, context, world);
    found = (possible & wanted ? isTrue : 0) | (possible & ~wanted ? isFalse : 0);
  }
  return not ? negate(found) : found;
}

function inList(left: Expression, list: readonly Expression[], not: boolean, context: Context, world: World | undefined): Truth {
  const value = evaluate(left, context, world);
  let found: Truth = isFalse;
  for (const item of list) {
    const other = evaluate(item, context, world);
    const equal = other.kind === "list" && value.kind !== "list" ? doubt : operate("=", value, other);
    found = either(found, asTruth(equal, context, world));
  }
  return not ? negate(found) : found;
}

function quantified(name: string, all: boolean, left: Value, right: Value, context: Context, world: World | undefined): Value {
  const list = right.kind === "constant" && typeof right.value === "string" ? arrayOf(right.value) : right;
  if (list?.kind === "constant" && context.analysis.mode !== "worst") return operate(name, left, list);
  if (list?.kind !== "list") return right.kind === "constant" && right.value === null ? nothing : doubt;
  let found: Truth = all ? isTrue : isFalse;
  for (const item of list.items) {
    const one = asTruth(operate(name, left, item), context, world);
    found = all ? both(found, one) : either(found, one);
  }
  return fromTruth(found);
}

function distinct(left: Value, right: Value, not: boolean, context: Context, world: World | undefined): Truth {
  let found: Truth = 0;
  for (const one of optionsOf(left)) {
    for (const other of optionsOf(right)) found |= distinctOne(one, other, context, world);
  }
  return not ? negate(found) : found;
}

function distinctOne(left: Value, right: Value, context: Context, world: World | undefined): Truth {
  const leftNull = left.kind === "constant" && left.value === null;
  const rightNull = right.kind === "constant" && right.value === null;
  if (leftNull && rightNull) return isFalse;
  if (leftNull) return (mayBeSomething(right) ? isTrue : 0) | (mayBeNull(right) ? isFalse : 0);
  if (rightNull) return (mayBeSomething(left) ? isTrue : 0) | (mayBeNull(left) ? isFalse : 0);
  const equal = asTruth(operate("=", left, right), context, world);
  return (equal & isTrue ? isFalse : 0) | (equal & (isFalse | isUnknown) ? isTrue : 0) | (equal & isUnknown ? isFalse : 0);
}

function caseValue(expression: Case, context: Context, world: World | undefined): Value {
  const found: Value[] = [];
  const tested = expression.arg === undefined ? undefined : evaluate(expression.arg, context, world);
  for (const { when, then } of expression.branches) {
    const condition =
      tested === undefined
        ? truth(when, context, world)
        : asTruth(operate("=", tested, evaluate(when, context, world)), context, world);
    if (condition & isTrue) found.push(evaluate(then, context, world));
    if (condition === isTrue) return choice(found);
  }
  found.push(expression.otherwise === undefined ? nothing : evaluate(expression.otherwise, context, world));
  return choice(found);
}

function callOf(expression: Call, context: Context, world: World | undefined): Value {
  const { name, args } = expression;
  if (expression.over !== undefined || isAggregate(expression)) return name === "count" ? something : unknown;
  const values = args.map((arg) => evaluate(arg, context, world));
  if (name === "coalesce") return coalesce(values);
  if (name === "nullif") return nullif(values, context, world);
  if (name === "greatest" || name === "least") return values.every(mayBeNull) ? unknown : something;
  if (context.analysis.policy.functions.has(name)) return doubt;
  const value = callValue(name, values, args.map(holdsColumn));
  if (value.kind === "doubt") context.analysis.doubts.add(`what ${name}() makes of it`);
  return value;
}

function holdsColumn(expression: Expression): boolean {
  return expression.kind !== "literal" && expression.kind !== "parameter";
}

function coalesce(values: readonly Value[]): Value {
  const found: Value[] = [];
  for (const value of values) {
    found.push(
      ...optionsOf(value)
        .filter((option) => option.kind !== "constant" || option.value !== null)
        .map(filled),
    );
    if (!mayBeNull(value)) return choice(found);
  }
  return choice([...found, nothing]);
}

function filled(value: Value): Value {
  return value.kind === "unknown" ? something : value;
}

function nullif(values: readonly Value[], context: Context, world: World | undefined): Value {
  const [first = nothing, second = nothing] = values;
  const equal = asTruth(operate("=", first, second), context, world);
  return choice([...(equal & isTrue ? [nothing] : []), ...(equal === isTrue ? [] : [first])]);
}
