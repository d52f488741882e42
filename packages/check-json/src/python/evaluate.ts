import { flatten, type SyntaxNode } from "@failcheck/languages";
import { hasAttributes, memberPath, words, type Builder } from "../builder.ts";
import { holdsJson } from "../json-text.ts";
import { bind, lookUp, openScope, type Scope } from "../scope.ts";
import {
  at,
  builtField,
  elementAt,
  isBuilt,
  join,
  listOf,
  serialized,
  spreadInto,
  unknown,
  withField,
  type Value,
} from "../values.ts";
import { keyName } from "./called.ts";
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
  const values: Value[] = [];
  for (const child of node.children) {
    const value = evaluate(child, scope, facts);
    values.push(value);
    items = join(items, child.type === "list_splat" ? elementOf(value) : value);
  }
  return node.children.some(({ type }) => type === "list_splat") ? { ...unknown, items } : listOf(values, items);
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
  return { ...at(path), refs: object.refs.length > 0 || hasAttributes(object.path) ? [{ path, at: node.at }] : [] };
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
  let made: Value = { ...unknown, fields: new Map() };
  for (const entry of node.children) {
    const value = evaluate(entry.child("value") ?? entry.children[0], scope, facts);
    if (entry.type === "dictionary_splat") made = spreadInto(made, value);
    const key = entry.child("key");
    const name = key && keyName(key, facts);
    if (entry.type === "pair" && name !== undefined) made = withField(made, name, value);
    if (key && name === undefined) evaluate(key, scope, facts);
  }
  return made;
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

/** The mapping that pairs make: `(("name", name), ("payload", text))`. */
function pairsOf(iterated: SyntaxNode | undefined, scope: Scope, facts: Builder): Value | undefined {
  if (iterated?.type !== "tuple" && iterated?.type !== "list") return undefined;
  let mapping: Value = { ...unknown, fields: new Map() };
  for (const { type, children } of iterated.children) {
    const [key, value] = children;
    const name = key && keyName(key, facts);
    if (type !== "tuple" || children.length !== 2 || name === undefined) return undefined;
    mapping = withField(mapping, name, evaluate(value, scope, facts));
  }
  return mapping;
}

/** The mapping behind `values.items()`. */
function mappingOf(iterated: SyntaxNode | undefined, scope: Scope, facts: Builder): Value | undefined {
  const callee = iterated?.type === "call" ? iterated.child("function") : undefined;
  if (!callee) return pairsOf(iterated, scope, facts);
  const value = callee.child("attribute")?.text === "items" ? evaluate(callee.child("object"), scope, facts) : undefined;
  return value && (value.fields ?? (value.params.length > 0 || isBuilt(value))) ? value : undefined;
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
  if (keys[0]?.type === "slice") return { ...value, elements: undefined };
  const field = value.fields?.get(name ?? "*");
  if (field) return field;
  const built = name === undefined ? [] : builtField(value, name);
  if (built.length > 0) return { ...elementOf(value), refs: built };
  if (value.fields) return unknown;
  if (value.params.length > 0 && name !== undefined)
    return { ...unknown, params: value.params.map((param) => `${param}.${name}`) };
  const index = keys[0]?.type === "integer" ? Number(keys[0].text) : undefined;
  if (index !== undefined) return elementAt(value, index) ?? elementOf(value);
  return elementOf(value);
}
