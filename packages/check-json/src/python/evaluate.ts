import { flatten, type SyntaxNode } from "@failcheck/languages";
import { memberPath, words, type Builder } from "../builder.ts";
import { holdsJson } from "../json-text.ts";
import { bind, lookUp, openScope, type Scope } from "../scope.ts";
import { at, join, serialized, unknown, type Value } from "../values.ts";
import { evaluateCall } from "./calls.ts";
import { refined } from "./refine.ts";

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

const inner: Evaluate = (node, scope, facts) => evaluate(node.children[0], scope, facts);

const others: Evaluate = (node, scope, facts) => {
  for (const child of node.children) evaluate(child, scope, facts);
  return unknown;
};

const sequence: Evaluate = (node, scope, facts) => {
  let items = unknown;
  for (const child of node.children) {
    const value = evaluate(child, scope, facts);
    items = join(items, child.type === "list_splat" ? elementOf(value) : value);
  }
  return { ...unknown, items };
};

const byType: Readonly<Record<string, Evaluate>> = {
  identifier: evaluateName,
  attribute: evaluateAttribute,
  call: evaluateCall,
  string: evaluateString,
  concatenated_string: evaluateString,
  binary_operator: evaluateBinary,
  dictionary: evaluateDictionary,
  list: sequence,
  tuple: sequence,
  set: sequence,
  expression_list: sequence,
  list_comprehension: evaluateComprehension,
  set_comprehension: evaluateComprehension,
  generator_expression: evaluateComprehension,
  dictionary_comprehension: evaluateComprehension,
  conditional_expression: evaluateConditional,
  boolean_operator: (node, scope, facts) =>
    join(evaluate(node.child("left"), scope, facts), evaluate(node.child("right"), scope, facts)),
  parenthesized_expression: inner,
  await: inner,
  list_splat: inner,
  type: inner,
  named_expression: (node, scope, facts) => {
    const value = evaluate(node.child("value"), scope, facts);
    bind(scope, node.child("name")?.text ?? "", value);
    return value;
  },
  lambda: evaluateLambda,
  subscript: evaluateSubscript,
};

function evaluateName(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const bound = lookUp(scope, node.text);
  if (bound) return bound;
  const refs = facts.imports.has(node.text) ? [{ path: node.text, at: node.at }] : [];
  return { ...at(node.text), refs };
}

function evaluateAttribute(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const object = evaluate(node.child("object"), scope, facts);
  const name = node.child("attribute")?.text ?? "";
  const known = lookUp(scope, node.text);
  if (known) return known;
  const path = memberPath(object.path, name);
  if (path === undefined) return unknown;
  return { ...at(path), refs: object.refs.length > 0 ? [{ path, at: node.at }] : [] };
}

/** A literal that holds an object or array of JSON is as serialised as the result of a call. */
function evaluateString(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const literal = facts.tree.stringAt(node);
  if (!literal) return others(node, scope, facts);
  const [only, second] = literal.pieces;
  if (only?.kind === "hole" && !second) return evaluate(only.node, scope, facts);
  for (const piece of literal.pieces) if (piece.kind === "hole") evaluate(piece.node, scope, facts);
  return holdsJson(flatten(literal, () => "0").text) ? serialized({ at: node.at, text: words(node) }) : unknown;
}

function evaluateBinary(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const left = evaluate(node.child("left"), scope, facts);
  const right = evaluate(node.child("right"), scope, facts);
  const operator = node.attribute("operator");
  if (operator === "|" && (left.fields || right.fields))
    return { ...unknown, fields: new Map([...(left.fields ?? []), ...(right.fields ?? [])]) };
  if (operator === "+" && (left.items || right.items)) return { ...unknown, items: join(elementOf(left), elementOf(right)) };
  return facts.tree.stringAt(node) ? evaluateString(node, scope, facts) : unknown;
}

function evaluateDictionary(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const fields = new Map<string, Value>();
  let params: readonly string[] = [];
  for (const entry of node.children) {
    const value = evaluate(entry.child("value") ?? entry.children[0], scope, facts);
    if (entry.type === "dictionary_splat") {
      for (const [name, field] of value.fields ?? []) fields.set(name, field);
      params = [...params, ...value.params];
    }
    const key = entry.child("key");
    const name = key && keyName(key, facts);
    if (entry.type === "pair" && name !== undefined) fields.set(name, value);
    if (key && name === undefined) evaluate(key, scope, facts);
  }
  return { ...unknown, fields, params };
}

/** The column that a key names: `"c"`, `Job.c`, `table.c.c`. */
export function keyName(key: SyntaxNode, facts: Builder): string | undefined {
  const literal = facts.tree.stringAt(key);
  if (!literal) return key.type === "attribute" ? key.child("attribute")?.text : undefined;
  const [only, second] = literal.pieces;
  return only?.kind === "text" && !second ? only.text : undefined;
}

function evaluateComprehension(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const own = openScope(scope, scope.within, scope.inside);
  for (const clause of node.children) {
    if (clause.type === "for_in_clause") bindTarget(clause.child("left"), clause.child("right"), own, facts);
    else if (clause.type === "if_clause") evaluate(clause.children[0], own, facts);
  }
  const body = node.child("body");
  if (body?.type === "pair") {
    const items = evaluate(body.child("value"), own, facts);
    return { ...unknown, fields: new Map([["*", items]]) };
  }
  return { ...unknown, items: evaluate(body, own, facts) };
}

/** Binds the variable of a loop to what is looped over. */
export function bindTarget(target: SyntaxNode | undefined, iterated: SyntaxNode | undefined, scope: Scope, facts: Builder): void {
  const value = evaluate(iterated, scope, facts);
  if (!target) return;
  if (target.type === "identifier") {
    bind(scope, target.text, elementOf(value));
    return;
  }
  const mapping = mappingOf(iterated, scope, facts);
  const [first] = target.children;
  for (const name of target.children) if (name.type === "identifier") bind(scope, name.text, unknown);
  for (const [index, rows] of steppedThrough(iterated)) {
    const name = target.children[index];
    if (name?.type === "identifier") bind(scope, name.text, elementOf(evaluate(rows, scope, facts)));
  }
  if (mapping && first?.type === "identifier") bind(scope, first.text, { ...unknown, keysOf: mapping });
}

/** What the names of a target run through: the second that of `enumerate(rows)`, each its own of `zip(rows, others)`. */
function steppedThrough(iterated: SyntaxNode | undefined): readonly (readonly [number, SyntaxNode])[] {
  if (iterated?.type !== "call") return [];
  const name = iterated.child("function")?.text;
  const given = iterated.child("arguments")?.children ?? [];
  if (name === "enumerate") return given.slice(0, 1).map((rows) => [1, rows] as const);
  return name === "zip" ? given.map((rows, index) => [index, rows] as const) : [];
}

/** The mapping behind `values.items()`. */
function mappingOf(iterated: SyntaxNode | undefined, scope: Scope, facts: Builder): Value | undefined {
  const callee = iterated?.type === "call" ? iterated.child("function") : undefined;
  const value = callee?.child("attribute")?.text === "items" ? evaluate(callee.child("object"), scope, facts) : undefined;
  return value && (value.fields ?? value.params.length > 0) ? value : undefined;
}

/** What a loop over the value sees. */
function elementOf(value: Value): Value {
  return value.items ?? (value.path === undefined ? unknown : at(value.path));
}

function evaluateConditional(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const [yes, condition, no] = node.children;
  evaluate(condition, scope, facts);
  const whenTrue = openScope(refined(scope, condition, true), scope.within, scope.inside);
  const whenFalse = openScope(refined(scope, condition, false), scope.within, scope.inside);
  return join(evaluate(yes, whenTrue, facts), evaluate(no, whenFalse, facts));
}

function evaluateLambda(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const own = openScope(scope, scope.within, scope.inside);
  for (const parameter of node.child("parameters")?.children ?? []) {
    bind(own, (parameter.child("name") ?? parameter).text, unknown);
  }
  return { ...unknown, returns: evaluate(node.child("body"), own, facts) };
}

function evaluateSubscript(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const value = evaluate(node.child("value"), scope, facts);
  const keys = node.all("subscript");
  for (const key of keys) evaluate(key, scope, facts);
  const known = lookUp(scope, node.text);
  if (known) return known;
  const name = keys[0] && keyName(keys[0], facts);
  const annotated = value.path?.endsWith("Annotated") === true && keys.length > 1;
  if (annotated) {
    const columns = keys.map((key) => evaluate(key, scope, facts)).filter(({ column }) => column);
    return columns[0] ?? unknown;
  }
  if (value.fields) return (name === undefined ? value.fields.get("*") : value.fields.get(name)) ?? unknown;
  if (value.params.length > 0 && name !== undefined)
    return { ...unknown, params: value.params.map((param) => `${param}.${name}`) };
  // a variable may have been changed since it was given what the call returned
  if (node.child("value")?.type === "call" && name !== undefined)
    return { ...elementOf(value), refs: value.refs.map((ref) => ({ ...ref, field: name })) };
  return elementOf(value);
}
