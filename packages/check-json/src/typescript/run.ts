import type { SyntaxNode } from "@failcheck/languages";
import { addWrite, noteAttribute, type Builder } from "../builder.ts";
import { bind, branch, forgetString, lookUp, noteString, type Scope } from "../scope.ts";
import { at, isBuilt, join, unknown, withField, type Value } from "../values.ts";
import { noteClass } from "./classes.ts";
import { sharedColumns } from "./columns.ts";
import { defineFunction } from "./functions.ts";
import { bindPattern } from "./patterns.ts";
import { bareText, refine } from "./refine.ts";

type Run = (node: SyntaxNode, scope: Scope, facts: Builder) => void;

/** Runs statements in order; functions are known before the first. */
export function run(statements: readonly SyntaxNode[], scope: Scope, facts: Builder): void {
  for (const statement of statements)
    if (bareStatement(statement).type === "FunctionDeclaration") declare(bareStatement(statement), scope, facts);
  for (const statement of statements) {
    if (scope.ended) return;
    (byType[statement.type] ?? others)(statement, scope, facts);
  }
}

const bareStatement = (node: SyntaxNode): SyntaxNode =>
  node.type.startsWith("Export") ? (node.child("declaration") ?? node) : node;

const declare: Run = (node, scope, facts) => {
  defineFunction(node, node.child("id")?.attribute("name") ?? "default", scope, facts);
};

const others: Run = (node, scope, facts) => {
  facts.evaluate(node, scope);
};

const block = (node: SyntaxNode | undefined): readonly SyntaxNode[] =>
  node?.type === "BlockStatement" ? node.all("body") : node ? [node] : [];

const ends: Run = (node, scope, facts) => {
  facts.evaluate(node.child("argument"), scope);
  scope.ended = true;
};

const byType: Readonly<Record<string, Run>> = {
  FunctionDeclaration: () => undefined,
  TSDeclareFunction: () => undefined,
  ImportDeclaration: () => undefined,
  ClassDeclaration: (node, scope, facts) => {
    noteClass(node, scope, facts);
  },
  VariableDeclaration: (node, scope, facts) => {
    for (const declarator of node.all("declarations")) declareVariable(declarator, scope, facts);
  },
  ExpressionStatement: (node, scope, facts) => {
    const expression = node.child("expression");
    if (expression?.type === "AssignmentExpression") assign(expression, scope, facts);
    else {
      facts.evaluate(expression, scope);
      handedOn(expression, scope);
    }
  },
  AssignmentExpression: assign,
  ReturnStatement: (node, scope, facts) => {
    scope.returned.push(facts.evaluate(node.child("argument"), scope));
    scope.ended = true;
  },
  ThrowStatement: ends,
  BreakStatement: ends,
  ContinueStatement: ends,
  BlockStatement: (node, scope, facts) => {
    run(node.all("body"), scope, facts);
  },
  IfStatement: runIf,
  ForStatement: runLoop,
  WhileStatement: runLoop,
  DoWhileStatement: runLoop,
  ForOfStatement: runLoop,
  ForInStatement: runLoop,
  TryStatement: runTry,
  SwitchStatement: runSwitch,
  LabeledStatement: (node, scope, facts) => {
    run(block(node.child("body")), scope, facts);
  },
  ExportNamedDeclaration: (node, scope, facts) => {
    const declaration = node.child("declaration");
    if (declaration) run([declaration], scope, facts);
    else if (!node.child("source")) exportNames(node, scope, facts);
  },
  ExportDefaultDeclaration: (node, scope, facts) => {
    const declaration = node.child("declaration");
    if (declaration?.type === "FunctionDeclaration" || declaration?.type === "ClassDeclaration") {
      const name = declaration.child("id")?.attribute("name") ?? "default";
      run([declaration], scope, facts);
      if (name !== "default") bind(scope, "default", at(name));
    } else if (isFunction(declaration)) defineFunction(declaration, "default", scope, facts);
    else bind(scope, "default", facts.evaluate(declaration, scope));
  },
  TSExportAssignment: (node, scope, facts) => {
    const expression = node.child("expression");
    if (expression) exportWhole(expression, facts.evaluate(expression, scope), scope, facts);
  },
};

/** A row that a call returned is handed to something that may change it: `normalise(row)`. */
function handedOn(node: SyntaxNode | undefined, scope: Scope): void {
  const call = node?.type === "AwaitExpression" ? node.child("argument") : node;
  if (call?.type !== "CallExpression" || /^(?:console|log\w*)\./.test(call.child("callee")?.text ?? "")) return;
  for (const argument of call.all("arguments")) {
    const value = argument.type === "Identifier" ? lookUp(scope, argument.text) : undefined;
    if (value && isBuilt(value))
      scope.variables.set(argument.text, { ...value, refs: value.refs.filter((ref) => ref.path !== value.path) });
  }
}

/** `export { a as b }`. */
function exportNames(node: SyntaxNode, scope: Scope, facts: Builder): void {
  for (const specifier of node.all("specifiers")) {
    const [local, exported] = [specifier.child("local"), specifier.child("exported")];
    const name = exported?.attribute("name");
    if (local && name !== undefined && local.text !== name) bind(scope, name, facts.evaluate(local, scope));
  }
}

const isFunction = (node: SyntaxNode | undefined): node is SyntaxNode =>
  node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression";

function declareVariable(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const [target, init] = [node.child("id"), node.child("init")];
  const name = target?.attribute("name");
  if (isFunction(init) && name !== undefined) {
    defineFunction(init, name, scope, facts);
    return;
  }
  if (init && isImport(init)) {
    // the imports have these names
    return;
  }
  const value = facts.evaluate(init, scope);
  if (init && name !== undefined && value.fields && scope.within === undefined) sharedColumns(name, init, value, facts);
  bindPattern(target, value, scope, facts);
}

function isImport(node: SyntaxNode): boolean {
  const value = node.type === "AwaitExpression" ? node.child("argument") : node;
  return (
    value?.type === "ImportExpression" ||
    (value?.type === "CallExpression" && value.child("callee")?.attribute("name") === "require")
  );
}

function assign(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const [target, right] = [node.child("left"), node.child("right")];
  const given = facts.evaluate(right, scope);
  const operator = node.attribute("operator") ?? "=";
  if (target?.type === "Identifier") bind(scope, target.attribute("name") ?? "", operator === "=" ? given : unknown);
  else if (target?.type === "MemberExpression" && right) assignMember(target, right, given, scope, facts);
  else bindPattern(target, given, scope, facts);
}

function assignMember(target: SyntaxNode, right: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  const holder = target.child("object");
  const object = facts.evaluate(holder, scope);
  const computed = target.attribute("computed") === "true";
  const property = target.child("property");
  const literal = property && facts.tree.stringAt(property)?.pieces[0];
  const column = computed ? (literal?.kind === "text" ? literal.text : undefined) : property?.attribute("name");
  if (target.text === "module.exports") exportWhole(right, value, scope, facts);
  if (/^(?:module\.)?exports\./.test(target.text) && column !== undefined) {
    if (isFunction(right)) defineFunction(right, column, scope, facts);
    else bind(scope, column, value);
  }
  const known = holder && lookUp(scope, holder.text);
  // which field it was is not known, so that any may be another than the caller gave
  if (column === undefined && known) scope.variables.set(holder.text, { ...known, params: [], refs: [], elements: undefined });
  if (column === undefined || !holder) return;
  if (object.path !== undefined) addWrite(facts, scope, { node: right, value, target: object.path, column, verb: "attribute" });
  if (holder.type === "ThisExpression" && scope.inside !== undefined)
    noteAttribute(facts, scope.inside, column, value, /^(?:null|undefined|"")$/.test(right.text));
  // an object that is built here keeps its fields, whatever its type is called
  if (known && (known.path === undefined || known.fields || isBuilt(known)))
    scope.variables.set(holder.text, withField(known, column, value));
  scope.variables.set(target.text, value);
}

/** `module.exports = (sequelize) => …`: the module is what stands there, under a name of its own. */
function exportWhole(node: SyntaxNode, value: Value, scope: Scope, facts: Builder): void {
  if (isFunction(node)) defineFunction(node, "export=", scope, facts);
  else bind(scope, "export=", value);
}

function runIf(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const condition = node.child("test");
  facts.evaluate(condition, scope);
  branch(scope, [
    () => {
      refine(scope, condition, true);
      run(block(node.child("consequent")), scope, facts);
    },
    () => {
      refine(scope, condition, false);
      run(block(node.child("alternate")), scope, facts);
    },
  ]);
}

function runLoop(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const once = () => {
    bindRow(node, scope, facts);
    facts.evaluate(node.child("test"), scope);
    run(block(node.child("body")), scope, facts);
    facts.evaluate(node.child("update"), scope);
    scope.ended = false;
    keepChanges(node, scope);
  };
  const init = node.child("init");
  if (init) run([init], scope, facts);
  // what the first round left behind is there in the second
  for (const round of [once, once]) branch(scope, [() => undefined, round]);
}

function bindRow(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const [left, right] = [node.child("left"), node.child("right")];
  if (!left || !right) return;
  const rows = facts.evaluate(right, scope);
  const row = rows.items ?? (rows.path === undefined ? { ...unknown, params: rows.params } : at(rows.path));
  bindPattern(left.type === "VariableDeclaration" ? left.child("declarations")?.child("id") : left, row, scope, facts);
}

/** What the loop does to its row is done to the rows. */
function keepChanges(node: SyntaxNode, scope: Scope): void {
  const [left, right] = [node.child("left")?.child("declarations")?.child("id"), node.child("right")];
  const row = left && lookUp(scope, left.text);
  const rows = right && lookUp(scope, right.text);
  if (row && right && rows?.items)
    scope.variables.set(right.text, { ...rows, elements: undefined, items: join(rows.items, row) });
}

function runTry(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const handler = node.child("handler");
  const tried = keptBy(handler);
  for (const text of tried) noteString(scope, text);
  branch(scope, [
    () => {
      run(block(node.child("block")), scope, facts);
    },
    ...(handler
      ? [
          () => {
            run(block(handler.child("body")), scope, facts);
          },
        ]
      : []),
  ]);
  for (const text of tried) forgetString(scope, text);
  const last = node.child("finalizer");
  if (last) run(block(last), scope, facts);
}

/** What is taken as it is where decoding failed: `catch { return row.c; }`. */
function keptBy(handler: SyntaxNode | undefined): readonly string[] {
  return block(handler?.child("body")).flatMap((statement) => {
    const expression = statement.child("expression");
    const given = expression?.type === "AssignmentExpression" ? expression.child("right") : statement.child("argument");
    return given?.type === "MemberExpression" || given?.type === "Identifier" ? [bareText(given)] : [];
  });
}

function runSwitch(node: SyntaxNode, scope: Scope, facts: Builder): void {
  facts.evaluate(node.child("discriminant"), scope);
  const ways = node.all("cases").map((clause) => () => {
    run(clause.all("consequent"), scope, facts);
    scope.ended = false;
  });
  branch(scope, [() => undefined, ...ways]);
}
