import type { SyntaxNode } from "@failcheck/languages";
import { addWrite, noteAttribute, type Builder } from "../builder.ts";
import { own } from "../own.ts";
import { bind, branch, forgetString, lookUp, noteString, type Scope } from "../scope.ts";
import { elementAt, isBuilt, join, unknown, withField, type Value } from "../values.ts";
import { defineClass } from "./classes.ts";
import { keyName } from "./called.ts";
import { handedOn } from "./collections.ts";
import { bindTarget } from "./evaluate.ts";
import { defineFunction } from "./functions.ts";
import { refine } from "./refine.ts";

type Run = (node: SyntaxNode, scope: Scope, facts: Builder) => void;

/** Runs statements in order; what follows a return is not reached. */
export function run(statements: readonly SyntaxNode[], scope: Scope, facts: Builder): void {
  for (const statement of statements) {
    if (scope.ended) return;
    (byType[statement.type] ?? evaluateAll)(statement, scope, facts);
  }
}

const evaluateAll: Run = (node, scope, facts) => {
  for (const child of node.children) {
    if (child.type === "block") run(child.children, scope, facts);
    else if (byType[child.type]) run([child], scope, facts);
    else facts.evaluate(child, scope);
  }
};

const body = (node: SyntaxNode | undefined): readonly SyntaxNode[] =>
  node?.type === "block" ? node.children : node ? [node] : [];

const ends: Run = (node, scope, facts) => {
  evaluateAll(node, scope, facts);
  scope.ended = true;
};

const byType: Readonly<Record<string, Run>> = {
  assignment: assign,
  augmented_assignment: augment,
  if_statement: runIf,
  for_statement: runFor,
  while_statement: runLoop,
  try_statement: runTry,
  with_statement: runWith,
  match_statement: runMatch,
  function_definition: (node, scope, facts) => defineFunction(node, [], scope, facts),
  class_definition: (node, scope, facts) => defineClass(node, scope, facts),
  decorated_definition: (node, scope, facts) => {
    const decorators = node.children.filter(({ type }) => type === "decorator");
    for (const decorator of decorators) facts.evaluate(decorator.children[0], scope);
    const definition = node.child("definition");
    if (definition?.type === "class_definition") defineClass(definition, scope, facts);
    else if (definition) defineFunction(definition, decorators, scope, facts);
  },
  return_statement: (node, scope, facts) => {
    const [returned] = node.children;
    const value = facts.evaluate(returned, scope);
    scope.returned.push(value);
    if (returned) bound(returned, value, scope, facts);
    scope.ended = true;
  },
  raise_statement: ends,
  break_statement: ends,
  continue_statement: ends,
  expression_statement: (node, scope, facts) => {
    for (const child of node.children) {
      if (child.type === "yield") {
        scope.returned.push({ ...unknown, items: facts.evaluate(child.children[0], scope) });
      } else if (byType[child.type]) run([child], scope, facts);
      else {
        facts.evaluate(child, scope);
        handedOn(child, scope);
      }
    }
  },
  delete_statement: (node, scope, facts) => {
    for (const target of node.children) if (target.type === "subscript") storeField(target, unknown, scope, facts);
  },
  import_statement: () => undefined,
  import_from_statement: () => undefined,
  global_statement: () => undefined,
};

/** What a column type's own conversion gives to the database, and what a validator gives to its columns. */
function bound(node: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  for (const column of facts.validators.get(scope.within ?? "") ?? []) {
    addWrite(facts, scope, {
      node,
      value: { ...value, params: [] },
      target: `${scope.inside ?? ""}()`,
      column,
      verb: "validates",
    });
  }
  const [type, method] = scope.within?.split(".") ?? [];
  const impl = type === undefined || method !== "process_bind_param" ? undefined : own(facts.classes, type)?.impl;
  if (type === undefined || !impl) return;
  addWrite(facts, scope, {
    node,
    value: { ...value, params: [], refs: [] },
    target: "",
    column: type,
    verb: "bind",
    types: impl,
  });
}

function assign(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const [target, right] = [node.child("left"), node.child("right")];
  if (right?.type === "assignment") assign(right, scope, facts);
  const last = lastOfChain(right);
  const value = last ? facts.evaluate(last, scope) : unknown;
  if (target && last) store(target, last, value, scope, facts);
  else if (target?.type === "identifier" && !right) declare(target, node, scope, facts);
}

function lastOfChain(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node?.type === "assignment" ? lastOfChain(node.child("right")) : node;
}

/** `job: Job` without a value: the annotation says what it will be. */
function declare(target: SyntaxNode, node: SyntaxNode, scope: Scope, facts: Builder): void {
  const type = node.child("type")?.children[0];
  const path = type && facts.evaluate(type, scope).path;
  if (path !== undefined && scope.within !== undefined) bind(scope, target.text, { ...unknown, path: `${path}()` });
}

/** Gives a value to a variable, an attribute, a field of a dict, or each of a tuple's names. */
function store(target: SyntaxNode, node: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  if (target.type === "identifier") bind(scope, target.text, value);
  else if (target.type === "attribute") storeAttribute(target, node, value, scope, facts);
  else if (target.type === "subscript") storeField(target, value, scope, facts);
  else if (target.type.endsWith("_pattern") || target.type === "pattern_list" || target.type === "tuple") {
    const parts = node.type === "expression_list" || node.type === "tuple" ? node.children : [];
    for (const [index, name] of target.children.entries()) {
      const part = parts.length === target.children.length ? parts[index] : undefined;
      store(name, part ?? node, part ? facts.evaluate(part, scope) : (elementAt(value, index) ?? unknown), scope, facts);
    }
  }
}

function storeAttribute(target: SyntaxNode, node: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  const object = facts.evaluate(target.child("object"), scope);
  const column = target.child("attribute")?.text ?? "";
  if (object.path !== undefined) {
    addWrite(facts, scope, { node, value, target: object.path, column, verb: "attribute" });
  }
  const owner = target.child("object");
  if (owner?.text === "self" || owner?.text === "cls")
    noteAttribute(facts, (object.path ?? "").replace("()", ""), column, value, node.type === "none");
  scope.variables.set(target.text, value);
}

function storeField(target: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  const [holder, key] = [target.child("value"), target.child("subscript")];
  const known = holder && (lookUp(scope, holder.text) ?? unknown);
  const name = key && keyName(key, facts);
  if (!holder || !known || (known.path !== undefined && !isBuilt(known))) return;
  if (name === undefined) scope.variables.set(holder.text, { ...known, params: [], refs: [], elements: undefined });
  else scope.variables.set(holder.text, withField(known, name, value));
}

function augment(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const target = node.child("left");
  const value = facts.evaluate(node.child("right"), scope);
  if (target?.type !== "identifier") return;
  const known = lookUp(scope, target.text) ?? unknown;
  if (known.fields && value.fields) bind(scope, target.text, { ...known, fields: new Map([...known.fields, ...value.fields]) });
  else if (known.items)
    bind(scope, target.text, { ...known, elements: undefined, items: join(known.items, value.items ?? unknown) });
  else bind(scope, target.text, unknown);
}

function runIf(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const condition = node.child("condition");
  facts.evaluate(condition, scope);
  const [alternative, ...others] = node.all("alternative");
  branch(scope, [
    () => {
      refine(scope, condition, true);
      run(body(node.child("consequence")), scope, facts);
    },
    () => {
      refine(scope, condition, false);
      runAlternatives(alternative, others, scope, facts);
    },
  ]);
}

function runAlternatives(next: SyntaxNode | undefined, others: readonly SyntaxNode[], scope: Scope, facts: Builder): void {
  if (!next) return;
  if (next.type === "else_clause") {
    run(body(next.child("body")), scope, facts);
    return;
  }
  const condition = next.child("condition");
  facts.evaluate(condition, scope);
  branch(scope, [
    () => {
      refine(scope, condition, true);
      run(body(next.child("consequence")), scope, facts);
    },
    () => {
      refine(scope, condition, false);
      runAlternatives(others[0], others.slice(1), scope, facts);
    },
  ]);
}

function runFor(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const once = () => {
    bindTarget(node.child("left"), node.child("right"), scope, facts);
    run(body(node.child("body")), scope, facts);
    scope.ended = false;
    keepChanges(node.child("left"), node.child("right"), scope);
  };
  branch(scope, [() => undefined, once]);
  // what the first round left behind is there in the second
  branch(scope, [() => undefined, once]);
  run(body(node.child("alternative")?.child("body")), scope, facts);
}

/** What the loop does to its row is done to the rows. */
function keepChanges(target: SyntaxNode | undefined, iterated: SyntaxNode | undefined, scope: Scope): void {
  const row = target?.type === "identifier" ? lookUp(scope, target.text) : undefined;
  const rows = iterated?.type === "identifier" ? lookUp(scope, iterated.text) : undefined;
  if (row && rows?.items && iterated)
    scope.variables.set(iterated.text, { ...rows, elements: undefined, items: join(rows.items, row) });
}

function runLoop(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const once = () => {
    facts.evaluate(node.child("condition"), scope);
    run(body(node.child("body")), scope, facts);
    scope.ended = false;
  };
  branch(scope, [() => undefined, once]);
  branch(scope, [() => undefined, once]);
}

function runTry(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const clauses = node.children.filter(({ type }) => type.startsWith("except"));
  const tried = kept(clauses);
  for (const text of tried) noteString(scope, text);
  const otherwise = node.children.find(({ type }) => type === "else_clause");
  branch(scope, [
    () => {
      run(body(node.child("body")), scope, facts);
      run(body(otherwise?.child("body")), scope, facts);
    },
    ...clauses.map((clause) => () => {
      run(
        clause.children.flatMap((child) => (child.type === "block" ? child.children : [])),
        scope,
        facts,
      );
    }),
  ]);
  for (const text of tried) forgetString(scope, text);
  const last = node.children.find(({ type }) => type === "finally_clause");
  if (last) run(last.children.flatMap(body), scope, facts);
}

/** What is taken as it is where decoding failed: `except TypeError: return row.c`. */
function kept(clauses: readonly SyntaxNode[]): readonly string[] {
  const blocks = clauses.flatMap(({ children }) => children.filter(({ type }) => type === "block"));
  const statements = blocks.flatMap(({ children }) => children);
  return statements.flatMap((statement) => {
    const [inner] = statement.children;
    const given = inner?.type === "assignment" ? inner.child("right") : statement.type === "return_statement" ? inner : undefined;
    return given && (given.type === "attribute" || given.type === "identifier") ? [given.text] : [];
  });
}

function runWith(node: SyntaxNode, scope: Scope, facts: Builder): void {
  for (const item of node.children.find(({ type }) => type === "with_clause")?.children ?? []) {
    const pattern = item.child("value");
    const [opened, alias] = pattern?.type === "as_pattern" ? pattern.children : [pattern];
    const value = facts.evaluate(opened, scope);
    const [name] = alias?.children ?? [];
    if (name?.type === "identifier") bind(scope, name.text, value);
  }
  run(body(node.child("body")), scope, facts);
}

function runMatch(node: SyntaxNode, scope: Scope, facts: Builder): void {
  for (const subject of node.all("subject")) facts.evaluate(subject, scope);
  const cases = (node.child("body")?.children ?? []).map((clause) => () => {
    run(body(clause.child("consequence")), scope, facts);
  });
  branch(scope, [() => undefined, ...cases]);
}
