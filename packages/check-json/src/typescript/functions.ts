import type { SyntaxNode } from "@failcheck/languages";
import { membersOf, type Builder } from "../builder.ts";
import { at, flat, join, unknown, type Value } from "../values.ts";
import { bind, openScope, type Scope } from "../scope.ts";
import { annotationPath, eventRow } from "./annotations.ts";
import { bindPattern } from "./patterns.ts";

/** A function as a value: what calling it gives, with its parameters bound to what the caller is known to give. */
export function evaluateFunction(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  return callFunction(node, [], scope, facts);
}

/** Walks the body of a function that is handed to somebody who calls it with these values. */
export function callFunction(node: SyntaxNode, given: readonly Value[], scope: Scope, facts: Builder): Value {
  const own = openScope(scope, scope.within, scope.inside);
  for (const [index, parameter] of node.all("params").entries()) bindPattern(parameter, given[index] ?? unknown, own, facts);
  return { ...unknown, returns: resultOf(node, own, facts) };
}

function resultOf(node: SyntaxNode, own: Scope, facts: Builder): Value {
  const body = node.child("body");
  if (body?.type !== "BlockStatement") return facts.evaluate(body, own);
  facts.run(body.all("body"), own);
  let value: Value = unknown;
  for (const returned of own.returned) value = join(value, returned);
  return value;
}

/** Notes a function that has a name; its body is walked when everything around it is known. */
export function defineFunction(node: SyntaxNode, name: string, scope: Scope, facts: Builder, isProperty = false): void {
  const isMethod = scope.inside !== undefined && scope.within === undefined;
  const owner = isMethod ? `${scope.inside}.` : scope.within === undefined ? "" : `${scope.within}/`;
  const key = owner + name;
  if (!isMethod) bind(scope, name, at(key));
  facts.functions[key] = { params: [] };
  const inside = scope.inside;
  facts.later.push(() => {
    const own = openScope(scope, key, inside);
    const params = node.all("params").map((parameter, index) => bindParameter(parameter, index, own, facts));
    const value = resultOf(node, own, facts);
    const returns = flat(value);
    const path = annotationPath(node.child("returnType")) ?? value.path;
    const members = membersOf(facts, value);
    facts.functions[key] = {
      params,
      ...(members && { members }),
      ...(node.text.includes("JSON.parse(") && { decodes: true }),
      ...(returns && { returns }),
      ...(path !== undefined && { path }),
      ...(isProperty && { property: true }),
    };
  });
}

/** What the files of a Sequelize project are handed, by the names that its generator gives. */
const handed: ReadonlySet<string> = new Set(["sequelize", "Sequelize", "DataTypes"]);

/** Binds a parameter to itself: what its caller gives is looked up when files are linked. */
function bindParameter(node: SyntaxNode, index: number, own: Scope, facts: Builder): string {
  const parameter = node.type === "TSParameterProperty" ? (node.child("parameter") ?? node) : node;
  const target = parameter.type === "AssignmentPattern" ? (parameter.child("left") ?? parameter) : parameter;
  const name = target.type === "Identifier" ? (target.attribute("name") ?? "") : `$${String(index)}`;
  const path = annotationPath(target.child("typeAnnotation")) ?? (handed.has(name) ? name : undefined);
  const row = eventRow(target.child("typeAnnotation"));
  if (row === undefined) bindPattern(target, { ...unknown, params: [name], path }, own, facts);
  else bind(own, name, { ...unknown, fields: new Map([["entity", at(row)]]) });
  return name;
}
