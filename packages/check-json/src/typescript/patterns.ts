import type { SyntaxNode } from "@failcheck/languages";
import type { Builder } from "../builder.ts";
import { bind, type Scope } from "../scope.ts";
import { builtField, elementAt, join, unknown, type Value } from "../values.ts";
import { annotationPath } from "./annotations.ts";
import { heldModel } from "./sequelize.ts";

/** Binds a name, or each name of a pattern, to what it takes from the value. */
export function bindPattern(target: SyntaxNode | undefined, value: Value, scope: Scope, facts: Builder): void {
  if (!target) return;
  if (target.type === "Identifier") {
    const path = annotationPath(target.child("typeAnnotation")) ?? value.path;
    bind(scope, target.attribute("name") ?? "", { ...value, path });
  } else if (target.type === "AssignmentPattern") {
    bindPattern(target.child("left"), join(value, facts.evaluate(target.child("right"), scope)), scope, facts);
  } else if (target.type === "ObjectPattern") {
    for (const property of target.all("properties")) bindProperty(property, value, scope, facts);
  } else if (target.type === "ArrayPattern") {
    for (const [index, element] of target.all("elements").entries())
      bindPattern(element, elementAt(value, index) ?? elementOf(value), scope, facts);
  }
}

function elementOf(value: Value): Value {
  return value.items ?? (value.path === undefined ? unknown : { ...unknown, path: value.path });
}

function bindProperty(property: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  if (property.type === "RestElement") {
    bindPattern(property.child("argument"), value, scope, facts);
    return;
  }
  const name = property.child("key")?.attribute("name");
  bindPattern(property.child("value"), name === undefined ? unknown : memberOf(value, name), scope, facts);
}

function memberOf(value: Value, name: string): Value {
  const field = value.fields?.get(name);
  if (field) return field;
  const params = value.params.map((param) => `${param}.${name}`);
  const held = heldModel(value, name);
  if (held !== undefined) return { ...unknown, params, path: held };
  return {
    ...unknown,
    params,
    refs: builtField(value, name),
    path: value.path === undefined ? undefined : `${value.path}.${name}`,
  };
}
