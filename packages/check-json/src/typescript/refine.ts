import type { SyntaxNode } from "@failcheck/languages";
import { lookUp, noteString, openScope, type Scope } from "../scope.ts";
import { noString, unknown } from "../values.ts";

/** The scope as it is where the condition holds (or does not). */
export function refined(scope: Scope, condition: SyntaxNode | undefined, holds: boolean): Scope {
  const own = openScope(scope, scope.within, scope.inside);
  refine(own, condition, holds);
  return own;
}

/** Narrows the variables that a condition tests: `typeof x === "string"`, `!x`, `x == null`. */
export function refine(scope: Scope, condition: SyntaxNode | undefined, holds: boolean): void {
  if (!condition) return;
  const [left, right] = [condition.child("left"), condition.child("right")];
  const operator = condition.attribute("operator") ?? "";
  if (condition.type === "UnaryExpression" && operator === "!") refine(scope, condition.child("argument"), !holds);
  else if (condition.type === "LogicalExpression" && (operator === "&&") === holds && operator !== "??") {
    refine(scope, left, holds);
    refine(scope, right, holds);
  } else if (condition.type === "Identifier" && !holds) nothing(scope, condition);
  else if (condition.type === "BinaryExpression" && /^[!=]==?$/.test(operator)) {
    refineEqual(scope, left, right, operator.startsWith("=") === holds);
  }
}

function refineEqual(scope: Scope, left: SyntaxNode | undefined, right: SyntaxNode | undefined, equal: boolean): void {
  if (!left || !right) return;
  const tested = left.type === "UnaryExpression" && left.attribute("operator") === "typeof" ? left.child("argument") : undefined;
  const value = tested && lookUp(scope, tested.text);
  if (tested) {
    const isString = right.attribute("value") === "string";
    if (value && isString !== equal) scope.variables.set(tested.text, noString(value));
    if (isString && equal) noteString(scope, bareText(tested));
  } else if (equal && (right.text === "null" || right.text === "undefined")) nothing(scope, left);
}

/** `row.payload` of `row?.payload` and `row!.payload`. */
export const bareText = ({ text }: SyntaxNode): string => text.replace(/[?!](?=\.)/g, "").replace(/!$/, "");

function nothing(scope: Scope, node: SyntaxNode): void {
  if (lookUp(scope, node.text)) scope.variables.set(node.text, unknown);
}
