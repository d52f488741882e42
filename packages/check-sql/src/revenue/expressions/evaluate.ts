import type { Call, Case, Expression } from "@failcheck/languages/sql";
import { isAggregate } from "../figures/aggregates.ts";
import { atomOf, comparisonAtom } from "../worlds/atoms.ts";
import { cast, coalesce, extreme, nullif } from "./built-in.ts";
import { likeValue, operate } from "./compare.ts";
import { asTruth, doubted, holeValue, parameterValue, strangeValue } from "./doubts.ts";
import { callValue } from "./functions.ts";
import type { Context, World } from "../model.ts";
import { findColumn } from "../scopes/names.ts";
import { distinct, quantified } from "./predicates.ts";
import { subqueryTruth, subqueryValue } from "./subquery.ts";
import { heldTruth } from "../worlds/together.ts";
import { anyTruth, both, choice, constant, doubt, either, fromTruth, isFalse, isTrue, isUnknown, mayBeNull } from "./value.ts";
import { mayBeSomething, negate, nothing, optionsOf, something, unknown } from "./value.ts";
import type { Truth, Value } from "./value.ts";
import { operandsOf } from "./walk.ts";

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
    case "hole":
      return asTruth(holeValue(context, expression.text), context, world);
    case "subquery":
      return expression.use === "scalar" || expression.use === "array"
        ? asTruth(subqueryValue(expression, context, world, evaluate), context, world)
        : subqueryTruth(expression, context, world, evaluate);
    case "in":
      return inList(expression.left, expression.list, expression.not, context, world);
    default: {
      const found = asTruth(evaluate(expression, context, world), context, world);
      return settled(expression, found, context, world);
    }
  }
}

/** What is assumed of a condition that stands by itself. */
function settled(expression: Expression, found: Truth, context: Context, world: World | undefined): Truth {
  const alone = expression.kind === "column" || expression.kind === "call" || expression.kind === "cast";
  if (!alone || world?.assumptions === undefined) return found;
  return heldTruth(atomOf(expression, context, world), found, world);
}

const comparisons = new Set(["=", "<>", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*", "@>", "<@", "&&"]);

/** `left name right`, with what is assumed of it. */
function compared(
  name: string,
  [left, first]: readonly [Expression, Value],
  [right, second]: readonly [Expression, Value],
  context: Context,
  world: World | undefined,
): Value {
  if (left.kind === "row" && right.kind === "row" && first.kind === "list" && second.kind === "list") {
    const equal = (): Value => comparedRows([left.items, first.items], [right.items, second.items], context, world);
    if (name === "=") return equal();
    if (name === "<>") return negated(equal(), true, context, world);
  }
  const value = operate(name, first, second);
  if (world?.assumptions === undefined || !comparisons.has(name) || value.kind !== "unknown") return value;
  const open = mayBeNull(value) ? anyTruth : isTrue | isFalse;
  return fromTruth(heldTruth(comparisonAtom(name, left, right, context, world), open, world));
}

type Items = readonly [readonly Expression[], readonly Value[]];

/** `(a, b) = (x, y)`, item by item. */
function comparedRows(left: Items, right: Items, context: Context, world: World | undefined): Value {
  let found: Truth = isTrue;
  for (const [index, one] of left[0].entries()) {
    const other = right[0][index];
    const [first, second] = [left[1][index], right[1][index]];
    if (other === undefined || first === undefined || second === undefined) return doubt;
    found = both(found, asTruth(compared("=", [one, first], [other, second], context, world), context, world));
  }
  return fromTruth(found);
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
      return parameterValue(context, `the text put in by ${expression.text}`);
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
      const found = likeValue(expression.style, of(expression.arg), of(expression.pattern), escape);
      const value = negated(found, expression.not, context, world);
      if (world?.assumptions === undefined || found.kind !== "unknown") return value;
      return fromTruth(heldTruth(atomOf(expression, context, world), asTruth(value, context, world), world));
    }
    case "quantified":
      return quantified(expression.name, expression.all, of(expression.left), of(expression.right), context, world);
    case "between": {
      const arg = of(expression.arg);
      const low = [expression.low, of(expression.low)] as const;
      const high = [expression.high, of(expression.high)] as const;
      const inside = (from: readonly [Expression, Value], to: readonly [Expression, Value]): Truth =>
        both(
          asTruth(compared(">=", [expression.arg, arg], from, context, world), context, world),
          asTruth(compared("<=", [expression.arg, arg], to, context, world), context, world),
        );
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
        ? subqueryValue(expression, context, world, evaluate)
        : fromTruth(truth(expression, context, world));
    case "opaque":
      return expression.strange === true ? strangeValue(context, expression.what) : unknown;
    default:
      return unknown;
  }
}

function negated(value: Value, not: boolean, context: Context, world: World | undefined): Value {
  if (!not) return value;
  return value.kind === "doubt" ? value : fromTruth(negate(asTruth(value, context, world)));
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
  const second = evaluate(right, context, world);
  const mixed = (known: Value, expression: Expression, other: Value): boolean =>
    known.kind === "constant" &&
    known.value !== null &&
    optionsOf(other).some(({ kind }) => kind === "unknown") &&
    holdsColumn(expression);
  if (name === "||" && (mixed(first, left, second) || mixed(second, right, first))) {
    context.analysis.doubts.add("what || makes of it");
    return doubt;
  }
  return compared(name, [left, first], [right, second], context, world);
}

/** `k.id = j.id` where both are the row in mind. */
function isSameRow(left: Expression, right: Expression, context: Context, world: World | undefined): boolean {
  if (world === undefined || world.members.length < 2 || left.kind !== "column" || right.kind !== "column") return false;
  const one = findColumn(left.path, context.scope)?.base;
  const other = findColumn(right.path, context.scope)?.base;
  if (one?.name !== other?.name || one === undefined || other === undefined) return false;
  return one.instance.table.keys.has(one.name) && world.members.includes(one.instance) && world.members.includes(other.instance);
}

function isTest({ test, not, arg }: Extract<Expression, { kind: "is" }>, context: Context, world: World | undefined): Truth {
  let found: Truth = 0;
  if (test === "null") {
    const value = evaluate(arg, context, world);
    if (value.kind === "doubt" || (value.kind === "parameter" && context.analysis.mode !== "worst"))
      return doubted(context, world) & 3;
    found = (mayBeNull(value) ? isTrue : 0) | (mayBeSomething(value) ? isFalse : 0);
    if (world?.assumptions !== undefined) {
      const asked = atomOf({ kind: "is", test, not: false, arg, at: arg.at }, context, world);
      found = heldTruth(asked, found, world);
    }
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
    const equal =
      other.kind === "list" && value.kind !== "list" ? doubt : compared("=", [left, value], [item, other], context, world);
    found = either(found, asTruth(equal, context, world));
  }
  return not ? negate(found) : found;
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

/** Aggregates that give what all rows of a group agree on. */
const ofGroup = new Set(["bool_and", "bool_or", "every", "min", "max", "any_value", "mode"]);

/** `BOOL_AND(job_status = 'completed')` of a group by job_status. */
function isOfKeys({ args, filter, over }: Call, { keys = [], scope }: Context): boolean {
  if (filter !== undefined || over !== undefined || keys.length === 0) return false;
  const bases = keys.flatMap((key) => (key.kind === "column" ? [findColumn(key.path, scope)?.base] : []));
  const isKey = (part: Expression): boolean => {
    if (part.kind !== "column") return part.kind !== "subquery" && operandsOf(part).every(isKey);
    const base = findColumn(part.path, scope)?.base;
    return base !== undefined && bases.some((one) => one?.instance === base.instance && one.name === base.name);
  };
  return args.every(isKey);
}

function callOf(expression: Call, context: Context, world: World | undefined): Value {
  const { name, args } = expression;
  if (expression.over !== undefined || isAggregate(expression)) {
    const [only] = args;
    if (only !== undefined && ofGroup.has(name) && isOfKeys(expression, context)) return evaluate(only, context, world);
    return name === "count" ? something : unknown;
  }
  const values = args.map((arg) => evaluate(arg, context, world));
  if (name === "coalesce") return coalesce(values);
  if (name === "nullif") return nullif(values, context, world);
  if (name === "greatest" || name === "least") return extreme(name, values);
  if (context.analysis.policy.functions.has(name)) return accepted(values[0] ?? unknown, context);
  const value = callValue(name, values, args.map(holdsColumn));
  if (value.kind === "doubt") context.analysis.doubts.add(`what ${name}() makes of it`);
  return value;
}

/** What a listed function says of a status. */
function accepted(status: Value, { analysis }: Context): Value {
  const { requirement } = analysis.policy;
  const said = optionsOf(status).map((option) => {
    if (option.kind !== "constant") return unknown;
    return option.value === null ? nothing : constant(requirement.accepts(String(option.value)));
  });
  return choice(said);
}

function holdsColumn(expression: Expression): boolean {
  if (expression.kind === "column" || expression.kind === "star" || expression.kind === "subquery") return true;
  return operandsOf(expression).some(holdsColumn);
}
