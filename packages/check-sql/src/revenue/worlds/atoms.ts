import type { Expression } from "@failcheck/languages/sql";
import { isFixed } from "../expressions/functions.ts";
import type { Atom, Context, World } from "../model.ts";
import { findColumn } from "../scopes/names.ts";
import { isFalse, isTrue, isUnknown, negate } from "../expressions/value.ts";
import type { Truth } from "../expressions/value.ts";

const opposites: Readonly<Partial<Record<string, "=" | "<" | ">">>> = { "<>": "=", ">=": "<", "<=": ">" };

/** `left name right` as a question about the row in mind; undefined where it asks about anything else. */
export function comparisonAtom(
  name: string,
  left: Expression,
  right: Expression,
  context: Context,
  world: World,
): Atom | undefined {
  const one = termOf(left, context, world);
  const other = termOf(right, context, world);
  if (one === undefined || other === undefined) return undefined;
  const test = opposites[name] ?? name;
  const key = `${one} ${test} ${other}`;
  const negated = test !== name;
  const column = left.kind === "column" && right.kind === "literal" ? one : undefined;
  if (column === undefined || right.kind !== "literal" || right.value === null)
    return { key, column: undefined, test: "other", literal: undefined, negated };
  if (test === "=" && right.value === false) return { ...booleanAtom(column), negated: !negated };
  return { key, column, test: test === "=" || test === "<" || test === ">" ? test : "other", literal: right.value, negated };
}

function booleanAtom(column: string): Atom {
  return { key: `${column} = true`, column, test: "=", literal: true, negated: false };
}

/** A condition that is no comparison: a column that is true or false, `IS NULL`, LIKE. */
export function atomOf(expression: Expression, context: Context, world: World): Atom | undefined {
  const term = termOf(expression, context, world);
  if (term === undefined) return undefined;
  if (expression.kind === "column") return booleanAtom(term);
  const other = { key: term, test: "other", literal: undefined, negated: false } as const;
  if (expression.kind === "is" && expression.test === "null") {
    const column = expression.arg.kind === "column" ? termOf(expression.arg, context, world) : undefined;
    return { ...other, key: term, column, test: column === undefined ? "other" : "null", negated: expression.not };
  }
  if (expression.kind !== "like") return { ...other, column: undefined };
  const plain = expression.arg.kind === "column" && expression.pattern.kind === "literal" && expression.pattern.value !== null;
  return { ...other, column: plain ? termOf(expression.arg, context, world) : undefined, negated: expression.not };
}

/** The words of an expression whose value follows from the columns of the row in mind; undefined for any other. */
function termOf(expression: Expression, context: Context, world: World): string | undefined {
  const of = (parts: readonly Expression[], name: string): string | undefined => {
    const terms = parts.map((part) => termOf(part, context, world));
    return terms.includes(undefined) ? undefined : `${name}(${terms.join(", ")})`;
  };
  switch (expression.kind) {
    case "column": {
      const base = findColumn(expression.path, context.scope)?.base;
      return base !== undefined && world.members.includes(base.instance) ? `#${base.name}` : undefined;
    }
    case "literal":
      return JSON.stringify(expression.value);
    case "operation":
      return of(expression.args, expression.name);
    case "cast":
      return of([expression.arg], `::${expression.type}`);
    case "call":
      return isFixed(expression) ? of(expression.args, expression.name) : undefined;
    case "like":
      return of([expression.arg, expression.pattern, ...(expression.escape ? [expression.escape] : [])], expression.style);
    case "is":
      return expression.test === "null" ? of([expression.arg], "null") : undefined;
    default:
      return undefined;
  }
}

/** Whether a column may have a value for which these atoms have these truths. */
export function agree(held: readonly (readonly [Atom, Truth])[]): boolean {
  const columns = new Set(held.flatMap(([{ column }]) => (column === undefined ? [] : [column])));
  return [...columns].every((column) => hasValue(held.filter(([atom]) => atom.column === column)));
}

function hasValue(held: readonly (readonly [Atom, Truth])[]): boolean {
  if (held.every(([{ test }, truth]) => truth === (test === "null" ? isTrue : isUnknown))) return true;
  if (held.some(([{ test }, truth]) => truth === (test === "null" ? isTrue : isUnknown))) return false;
  const asked = held.filter(([{ test }]) => test !== "null" && test !== "other");
  const literals = asked.flatMap(([{ literal }]) => (literal === undefined ? [] : [literal]));
  const candidates = candidatesFor(
    literals,
    asked.every(([{ test }]) => test === "="),
  );
  return (
    candidates === undefined || candidates.some((value) => asked.every(([atom, truth]) => (answer(atom, value) & truth) !== 0))
  );
}

type Literal = string | number | boolean;

/** A word that the server can read in one way only, as it could not read `t` or `2024-01-01`: matches `in progress`, not `yes`. */
const word = /^(?!(?:t|f|true|false|yes|no|y|n|on|off|now|today|tomorrow|yesterday|epoch|infinity|nan)$)[a-z_][a-z _-]{0,60}$/i;

/** Values of which one stands for each way in which literals part a column; undefined where nobody can tell. */
function candidatesFor(literals: readonly Literal[], equalities: boolean): readonly Literal[] | undefined {
  const numbers = literals.filter((literal) => typeof literal === "number");
  if (numbers.length === literals.length) {
    const sorted = [...new Set(numbers)].sort((one, other) => one - other);
    const between = sorted.map((number, index) => (number + (sorted[index + 1] ?? number + 2)) / 2);
    return [(sorted[0] ?? 0) - 1, ...sorted, ...between];
  }
  if (!equalities) return undefined;
  if (literals.every((literal) => literal === true)) return [true, false];
  const words = literals.filter((literal) => typeof literal === "string" && word.test(literal));
  return words.length === literals.length ? [...words, "something else\0"] : undefined;
}

function answer({ test, literal = "" }: Atom, value: Literal): Truth {
  const holds = test === "=" ? value === literal : test === "<" ? value < literal : value > literal;
  return holds ? isTrue : isFalse;
}

/** The truth of an atom as the truth of what asked for it, and back. */
export function turned({ negated }: Atom, truth: Truth): Truth {
  return negated ? negate(truth) : truth;
}
