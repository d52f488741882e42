import { flatten, type SyntaxNode } from "@failcheck/languages";
import { hasAttributes, memberPath, words, type Builder } from "../builder.ts";
import { holdsJson } from "../json-text.ts";
import { lookUp, openScope, type Scope } from "../scope.ts";
import { at, builtField, isBuilt, join, listOf, serialized, spreadInto, unknown, withField, type Value } from "../values.ts";
import { evaluateCall } from "./calls.ts";
import { noteClass } from "./classes.ts";
import { evaluateFunction } from "./functions.ts";
import { evaluateTagged } from "./queries.ts";
import { refined } from "./refine.ts";
import { heldModel } from "./sequelize.ts";

type Evaluate = (node: SyntaxNode, scope: Scope, facts: Builder) => Value;

/** Deeper nesting than any person writes. */
const deepest = 150;

/** What an expression may be; on the way its calls are noted. */
export function evaluate(node: SyntaxNode | undefined, scope: Scope, facts: Builder): Value {
  if (!node || facts.depth > deepest) return unknown;
  facts.depth++;
  const value = (byType[node.type] ?? others)(node, scope, facts);
  facts.depth--;
  return value;
}

const others: Evaluate = (node, scope, facts) => {
  for (const child of node.children) evaluate(child, scope, facts);
  return unknown;
};

const inner =
  (field: string): Evaluate =>
  (node, scope, facts) =>
    evaluate(node.child(field), scope, facts);

const byType: Readonly<Record<string, Evaluate>> = {
  Identifier: evaluateName,
  ThisExpression: (_, scope) => (scope.inside === undefined ? unknown : at(`${scope.inside}()`)),
  MemberExpression: evaluateMember,
  CallExpression: evaluateCall,
  NewExpression: evaluateCall,
  Literal: evaluateString,
  TemplateLiteral: evaluateString,
  BinaryExpression: (node, scope, facts) => {
    others(node, scope, facts);
    return facts.tree.stringAt(node) ? evaluateString(node, scope, facts) : unknown;
  },
  TaggedTemplateExpression: evaluateTagged,
  ObjectExpression: evaluateObject,
  ArrayExpression: evaluateArray,
  ArrowFunctionExpression: evaluateFunction,
  FunctionExpression: evaluateFunction,
  ClassExpression: noteClass,
  ConditionalExpression: evaluateConditional,
  LogicalExpression: (node, scope, facts) => {
    const left = evaluate(node.child("left"), scope, facts);
    const own = openScope(refined(scope, node.child("left"), node.attribute("operator") === "&&"), scope.within, scope.inside);
    return join(left, evaluate(node.child("right"), own, facts));
  },
  AssignmentExpression: (node, scope, facts) => {
    facts.run([node], scope);
    return evaluate(node.child("left"), scope, facts);
  },
  SequenceExpression: (node, scope, facts) => {
    let last = unknown;
    for (const child of node.children) last = evaluate(child, scope, facts);
    return last;
  },
  AwaitExpression: inner("argument"),
  ChainExpression: inner("expression"),
  TSAsExpression: inner("expression"),
  TSSatisfiesExpression: inner("expression"),
  TSNonNullExpression: inner("expression"),
  TSTypeAssertion: inner("expression"),
  SpreadElement: inner("argument"),
  UnaryExpression: (node, scope, facts) => {
    const target = node.attribute("operator") === "delete" ? node.child("argument") : undefined;
    others(node, scope, facts);
    const [holder, name] = [target?.child("object"), target?.child("property")?.attribute("name")];
    const known = holder && lookUp(scope, holder.text);
    if (known && name !== undefined && (isBuilt(known) || known.params.length > 0))
      scope.variables.set(holder.text, withField(known, name, unknown));
    return unknown;
  },
};

function evaluateName(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const name = node.attribute("name") ?? "";
  if (name === "undefined") return unknown;
  const bound = lookUp(scope, name);
  if (bound) return bound;
  const refs = facts.imports.has(name) ? [{ path: name, at: node.at }] : [];
  return { ...at(name), refs };
}

function evaluateMember(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const object = evaluate(node.child("object"), scope, facts);
  const property = node.child("property");
  const computed = node.attribute("computed") === "true";
  if (computed) evaluate(property, scope, facts);
  const known = lookUp(scope, node.text);
  if (known) return known;
  const name = computed ? plainString(property, facts) : property?.attribute("name");
  if (name === undefined) return elementOf(object);
  const field = object.fields?.get(name);
  if (field) return field;
  const params = object.params.map((param) => `${param}.${name}`);
  const held = heldModel(object, name);
  if (held !== undefined && !facts.imports.has(object.path ?? "")) return { ...at(held), params };
  const isClient = name === "prisma" && object.path?.endsWith(")") !== true;
  const path = isClient ? "$prisma" : memberPath(object.path, name);
  if (path === undefined) return params.length > 0 ? { ...unknown, params } : unknown;
  if (isBuilt(object) && !hasAttributes(object.path)) return { ...at(path), params, refs: builtField(object, name) };
  return { ...at(path), params, refs: object.refs.length > 0 || hasAttributes(object.path) ? [{ path, at: node.at }] : [] };
}

/** The text of a literal without holes. */
function plainString(node: SyntaxNode | undefined, facts: Builder): string | undefined {
  const [only, second] = (node && facts.tree.stringAt(node)?.pieces) ?? [];
  return only?.kind === "text" && !second ? only.text : undefined;
}

/** A literal that holds an object or array of JSON is as serialised as the result of a call. */
function evaluateString(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const literal = facts.tree.stringAt(node);
  if (!literal) return unknown;
  const [only, second] = literal.pieces;
  if (only?.kind === "hole" && !second) return evaluate(only.node, scope, facts);
  if (node.type === "TemplateLiteral") others(node, scope, facts);
  const { text } = flatten(literal, () => "0");
  return { ...(holdsJson(text) ? serialized({ at: node.at, text: words(node) }) : unknown), texts: [text] };
}

function evaluateObject(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  let made: Value = { ...unknown, fields: new Map() };
  for (const property of node.all("properties")) {
    if (property.type === "SpreadElement") {
      made = spreadInto(made, evaluate(property.child("argument"), scope, facts));
      continue;
    }
    const value = evaluate(property.child("value"), scope, facts);
    const name = keyName(property, facts);
    if (name !== undefined) made = withField(made, name, value);
  }
  return made;
}

/** The name of a property or member: `a`, `"a"`, `["a"]`. */
function keyName(property: SyntaxNode, facts: Builder): string | undefined {
  const key = property.child("key");
  if (property.attribute("computed") === "true")
    return plainString(key, facts) ?? (key?.type === "MemberExpression" ? key.child("property")?.attribute("name") : undefined);
  return key?.attribute("name") ?? plainString(key, facts);
}

function evaluateArray(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  let items = unknown;
  const values: Value[] = [];
  for (const element of node.all("elements")) {
    const value = evaluate(element, scope, facts);
    values.push(value);
    items = join(items, element.type === "SpreadElement" ? elementOf(value) : value);
  }
  return node.all("elements").some(({ type }) => type === "SpreadElement") ? { ...unknown, items } : listOf(values, items);
}

/** What a loop over the value sees. */
function elementOf(value: Value): Value {
  return value.items ?? (value.path === undefined ? unknown : at(value.path));
}

function evaluateConditional(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const condition = node.child("test");
  evaluate(condition, scope, facts);
  const yes = openScope(refined(scope, condition, true), scope.within, scope.inside);
  const no = openScope(refined(scope, condition, false), scope.within, scope.inside);
  return join(evaluate(node.child("consequent"), yes, facts), evaluate(node.child("alternate"), no, facts));
}
