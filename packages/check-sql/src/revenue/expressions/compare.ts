import { isLike, isSimilar, matchesPattern } from "./text-match.ts";
import { constant, doubt, fromTruth, mayBeNull, nothing, optionsOf, something, unknown } from "./value.ts";
import { anyTruth, both, choice, either, isFalse, isTrue, isUnknown } from "./value.ts";
import type { Truth, Value } from "./value.ts";

const comparisons = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** The value of `left name right`, for each value that the sides may have. */
export function operate(name: string, left: Value, right: Value): Value {
  if (left.kind !== "choice" && right.kind !== "choice") return operateOne(name, left, right);
  return choice(optionsOf(left).flatMap((one) => optionsOf(right).map((other) => operateOne(name, one, other))));
}

function operateOne(name: string, left: Value, right: Value): Value {
  if (left.kind === "doubt" || right.kind === "doubt") return doubt;
  if (name === "<=>") return sameOrNull(left, right);
  if (left.kind === "list" || right.kind === "list") return operateLists(name, left, right);
  if (left.kind === "constant" && left.value === null) return nothing;
  if (right.kind === "constant" && right.value === null) return nothing;
  if (left.kind === "parameter" || right.kind === "parameter") return doubt;
  if (left.kind === "constant" && right.kind === "constant") return operateConstants(name, left.value, right.value);
  if (name === "*" && (isNought(left) || isNought(right))) return constant(0);
  if (name === "/" && isNought(left)) return constant(0);
  return mayBeNull(left) || mayBeNull(right) ? unknown : something;
}

/** MySQL's `<=>`, to which NULL is a value. */
function sameOrNull(left: Value, right: Value): Value {
  if (left.kind !== "constant" || right.kind !== "constant")
    return left.kind === "unknown" || right.kind === "unknown" ? something : doubt;
  if (left.value === null || right.value === null) return constant(left.value === right.value);
  return constant(compare("=", left.value, right.value));
}

function isNought(value: Value): boolean {
  return value.kind === "constant" && (value.value === 0 || value.value === false);
}

type Plain = string | number | boolean | null;

function operateConstants(name: string, left: Plain, right: Plain): Value {
  if (comparisons.has(name)) return constant(compare(name, left, right));
  if (name === "||") return constant(String(left) + String(right));
  const text = String(left);
  const pattern = String(right);
  if (name === "~" || name === "~*") return matched(matchesPattern(text, pattern, name === "~*"));
  if (name === "!~" || name === "!~*") return matched(matchesPattern(text, pattern, name === "!~*"), true);
  if (/^!?~~\*?$/.test(name)) return matched(likeText(text, pattern, name.endsWith("*")), name.startsWith("!"));
  if (name === "^@") return constant(text.startsWith(pattern));
  if (typeof left !== "number" || typeof right !== "number") return isNumeric(name) ? unknown : doubt;
  return arithmetic(name, left, right);
}

/** LIKE and ILIKE as operators, which ANY and ALL apply to a list. */
function likeText(text: string, pattern: string, folded: boolean): boolean | undefined {
  return folded ? isLike(text.toLowerCase(), pattern.toLowerCase(), "\\") : isLike(text, pattern, "\\");
}

function isNumeric(name: string): boolean {
  return ["+", "-", "*", "/", "%"].includes(name);
}

function arithmetic(name: string, left: number, right: number): Value {
  if (name === "+") return constant(left + right);
  if (name === "-") return constant(left - right);
  if (name === "*") return constant(left * right);
  return name === "/" && left === 0 ? constant(0) : something;
}

function matched(result: boolean | undefined, not = false): Value {
  return result === undefined ? doubt : constant(result !== not);
}

function compare(name: string, left: Plain, right: Plain): boolean {
  const [one, other] = comparable(left, right);
  if (name === "=") return one === other;
  if (name === "<>") return one !== other;
  if (name === "<") return one < other;
  if (name === "<=") return one <= other;
  return name === ">" ? one > other : one >= other;
}

/** A text beside a number or a truth value is read as one, as the server does with an untyped literal. */
function comparable(left: Plain, right: Plain): [string | number, string | number] {
  if (typeof left === "string" && typeof right === "string") return [left, right];
  const [one, other] = [numberOf(left), numberOf(right)];
  return one === undefined || other === undefined ? [String(left), String(right)] : [one, other];
}

function numberOf(value: Plain): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === "true" || value === "t") return 1;
  if (value === "false" || value === "f") return 0;
  const number = Number(value);
  return value === null || value === "" || Number.isNaN(number) ? undefined : number;
}

function operateLists(name: string, left: Value, right: Value): Value {
  if (left.kind !== "list" || right.kind !== "list") return doubt;
  if (name === "=" && left.items.length === right.items.length) {
    return fromTruth(all(left.items.map((item, index) => equality(item, right.items[index] ?? nothing))));
  }
  if (name === "<@") return contains(right.items, left.items);
  if (name === "@>") return contains(left.items, right.items);
  if (name === "&&") return fromTruth(any(left.items.flatMap((one) => right.items.map((other) => isIn(one, other)))));
  return doubt;
}

function contains(outer: readonly Value[], inner: readonly Value[]): Value {
  return fromTruth(all(inner.map((one) => any(outer.map((other) => isIn(one, other))))));
}

/** Containment of arrays knows no NULL: NULL is in nothing. */
function isIn(one: Value, other: Value): Truth {
  const truth = equality(one, other);
  return truth & isUnknown ? (truth & ~isUnknown) | isFalse : truth;
}

function equality(left: Value, right: Value): Truth {
  const value = operate("=", left, right);
  let truth = 0;
  for (const option of optionsOf(value)) {
    if (option.kind !== "constant") return anyTruth;
    truth |= option.value === null ? isUnknown : option.value === true ? isTrue : isFalse;
  }
  return truth;
}

function all(truths: readonly Truth[]): Truth {
  let found: Truth = isTrue;
  for (const truth of truths) found = both(found, truth);
  return found;
}

function any(truths: readonly Truth[]): Truth {
  let found: Truth = isFalse;
  for (const truth of truths) found = either(found, truth);
  return found;
}

/** LIKE, ILIKE and SIMILAR TO. */
export function likeValue(style: "like" | "ilike" | "similar", text: Value, pattern: Value, escape: Value | undefined): Value {
  return choice(optionsOf(text).flatMap((one) => optionsOf(pattern).map((other) => likeOne(style, one, other, escape))));
}

function likeOne(style: "like" | "ilike" | "similar", text: Value, pattern: Value, escape: Value | undefined): Value {
  if (text.kind === "constant" && text.value === null) return nothing;
  if (pattern.kind === "constant" && pattern.value === null) return nothing;
  if (pattern.kind === "constant" && pattern.value === "%" && text.kind === "unknown")
    return text.nullable ? choice([constant(true), nothing]) : constant(true);
  if (text.kind !== "constant" || pattern.kind !== "constant") {
    return text.kind === "doubt" || pattern.kind === "parameter" || (text.kind === "constant" && pattern.kind !== "unknown")
      ? doubt
      : unknown;
  }
  const sign = escape === undefined ? "\\" : escape.kind === "constant" ? String(escape.value ?? "") : undefined;
  if (sign === undefined) return doubt;
  const [one, other] = [String(text.value), String(pattern.value)];
  if (style === "similar") return matched(isSimilar(one, other));
  return matched(style === "like" ? isLike(one, other, sign) : isLike(one.toLowerCase(), other.toLowerCase(), sign));
}
