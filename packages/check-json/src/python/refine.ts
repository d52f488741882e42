import type { SyntaxNode } from "@failcheck/languages";
import { lookUp, noteString, openScope, type Scope } from "../scope.ts";
import { noString, unknown } from "../values.ts";

/** The scope as it is where the condition holds (or does not): what was tested to be no string is none. */
export function refined(scope: Scope, condition: SyntaxNode | undefined, holds: boolean): Scope {
  const own = openScope(scope, scope.within, scope.inside);
  refine(own, condition, holds);
  return own;
}

/** Narrows the variables that a condition tests. */
export function refine(scope: Scope, condition: SyntaxNode | undefined, holds: boolean): void {
  if (!condition) return;
  const [first] = condition.children;
  if (condition.type === "parenthesized_expression") refine(scope, first, holds);
  else if (condition.type === "not_operator") refine(scope, condition.child("argument") ?? first, !holds);
  else if (condition.type === "boolean_operator") refineBoth(scope, condition, holds);
  else if (condition.type === "call") refineType(scope, condition, holds);
  else if (condition.type === "comparison_operator") refineNone(scope, condition, holds);
  else if (condition.type === "identifier" && !holds) nothing(scope, condition);
}

function refineBoth(scope: Scope, condition: SyntaxNode, holds: boolean): void {
  // `a and b` holds only where both do, `a or b` fails only where both do
  if ((condition.attribute("operator") === "and") !== holds) return;
  refine(scope, condition.child("left"), holds);
  refine(scope, condition.child("right"), holds);
}

function refineType(scope: Scope, condition: SyntaxNode, holds: boolean): void {
  const [tested, types] = condition.child("arguments")?.children ?? [];
  if (condition.child("function")?.text !== "isinstance" || !tested || !types) return;
  const namesString = /\b(?:str|bytes|basestring|string_types|unicode)\b/.test(types.text);
  const value = lookUp(scope, tested.text);
  if (value && namesString !== holds) scope.variables.set(tested.text, noString(value));
  if (namesString && holds) noteString(scope, tested.text);
}

function refineNone(scope: Scope, condition: SyntaxNode, holds: boolean): void {
  const [tested, other] = condition.children;
  if (!tested || other?.type !== "none") return;
  const operator = condition.attribute("operators");
  if ((operator === "is" && holds) || (operator === "is not" && !holds)) nothing(scope, tested);
}

/** The variable is None or empty here: nothing that matters. */
function nothing(scope: Scope, node: SyntaxNode): void {
  if (lookUp(scope, node.text)) scope.variables.set(node.text, unknown);
}
