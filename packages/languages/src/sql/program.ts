import type { Assignment, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { argumentsOf, itemEnd, itemsOf, knownTexts, lookUp, maxVariants, textsOf, variableName } from "./program-text.ts";
import type { Environment, Variant } from "./program-text.ts";

/** A place of a program where a text goes somewhere, with what the text may be. */
export interface Candidate {
  readonly node: SyntaxNode;
  readonly variants: readonly Variant[];
  /** The last name of the function that gets it: `execute`; the tag of a tagged template. */
  readonly reaches: string | undefined;
}

interface Walk {
  readonly tree: CodeTree;
  readonly assignments: ReadonlyMap<SyntaxNode, Assignment>;
  readonly candidates: Candidate[];
  /** Variables whose text went somewhere, or into another text: by themselves they tell nothing more. */
  readonly used: Set<string>;
  readonly later: (() => void)[];
}

/** Follows the texts of a program through its variables and branches to where they are used. */
export function findCandidates(tree: CodeTree): Candidate[] {
  const assignments = new Map(tree.assignments.map((assignment) => [assignment.node, assignment]));
  const walk: Walk = { tree, assignments, candidates: [], used: usedNames(tree), later: [] };
  const environment: Environment = { own: new Map(), outer: undefined };
  visit(tree.root, environment, walk);
  for (let next = walk.later.shift(); next !== undefined; next = walk.later.shift()) next();
  return walk.candidates;
}

/** Names that are read somewhere: the text of such a variable is looked at where it goes. */
function usedNames(tree: CodeTree): Set<string> {
  const targets = new Set(tree.assignments.map(({ target }) => target));
  const used = new Set<string>();
  for (const node of tree.nodes("identifier", "Identifier", "attribute", "MemberExpression")) {
    if (targets.has(node) || node.field === "attribute" || node.field === "property" || node.field === "name") continue;
    const name = variableName(node);
    if (name !== undefined) used.add(name);
  }
  return used;
}

const scopes = new Set([
  "function_definition",
  "lambda",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "StaticBlock",
]);
const loops = new Set([
  "for_statement",
  "while_statement",
  "ForStatement",
  "ForOfStatement",
  "ForInStatement",
  "WhileStatement",
  "DoWhileStatement",
  "except_clause",
  "CatchClause",
  "SwitchCase",
  "case_clause",
]);

function visit(node: SyntaxNode, environment: Environment, walk: Walk): void {
  const assignment = walk.assignments.get(node);
  if (assignment !== undefined) {
    assign(assignment, environment, walk);
    return;
  }
  if (scopes.has(node.type)) {
    const inner: Environment = { own: new Map(), outer: environment };
    walk.later.push(() => visitChildren(node, inner, walk));
    return;
  }
  if (node.type === "if_statement" || node.type === "IfStatement") {
    branch(node, environment, walk);
    return;
  }
  if (loops.has(node.type)) {
    maybe(environment, (own) => visitChildren(node, own, walk));
    return;
  }
  if (isDocumentation(node)) return;
  if (node.type === "call" || node.type === "CallExpression" || node.type === "NewExpression") {
    visitCall(node, environment, walk);
    return;
  }
  if (walk.tree.stringAt(node) !== undefined || node.type === "conditional_expression" || node.type === "ConditionalExpression") {
    offer(node, undefined, environment, walk);
    return;
  }
  if (node.type === "binary_operator" && knownTexts(node, walk.tree, environment) !== undefined) {
    offer(node, undefined, environment, walk);
    return;
  }
  if (isRead(node)) {
    offer(node, undefined, environment, walk);
    return;
  }
  visitChildren(node, environment, walk);
}

function visitChildren(node: SyntaxNode, environment: Environment, walk: Walk): void {
  for (const child of node.children) visit(child, environment, walk);
}

/** A string that stands alone is documentation, and one that is an attribute of JSX is for people. */
function isDocumentation(node: SyntaxNode): boolean {
  if (node.type === "JSXAttribute") return node.child("value")?.type === "Literal";
  if (node.type !== "expression_statement" && node.type !== "ExpressionStatement") return false;
  const [only] = node.children;
  return only !== undefined && ["string", "concatenated_string", "Literal", "TemplateLiteral"].includes(only.type);
}

const readers = new Set([
  "return_statement",
  "ReturnStatement",
  "yield",
  "YieldExpression",
  "ExportDefaultDeclaration",
  "ExportSpecifier",
]);

/** A variable that is handed back: its text is told to whoever calls. */
function isRead(node: SyntaxNode): boolean {
  return node.parent !== undefined && readers.has(node.parent.type) && variableName(node) !== undefined;
}

function offer(node: SyntaxNode, reaches: string | undefined, environment: Environment, walk: Walk): void {
  const known = knownTexts(node, walk.tree, environment);
  if (known !== undefined) walk.candidates.push({ node, variants: known, reaches });
  else visitChildren(node, environment, walk);
}

function assign({ target, value, operator }: Assignment, environment: Environment, walk: Walk): void {
  if (value === undefined) return;
  const name = variableName(target) ?? (isProperty(target) ? `.${target.text}` : undefined);
  if (name === undefined) {
    visit(value, environment, walk);
    return;
  }
  const list = itemsOf(value, walk.tree, environment);
  if (list !== undefined) environment.own.set(`${name}[]`, [list]);
  const known = knownTexts(value, walk.tree, environment);
  if (known === undefined) {
    if (operator !== "+=" && list === undefined) environment.own.delete(name);
    visit(value, environment, walk);
    return;
  }
  const before = operator === "+=" ? lookUp(name, environment) : undefined;
  const variants = operator === "+=" && before !== undefined ? appended(before, known) : known;
  holder(name, environment).own.set(name, variants);
  if (!walk.used.has(name)) walk.candidates.push({ node: value, variants, reaches: undefined });
}

/** What belongs to an object outlives the function that sets it. */
function holder(name: string, environment: Environment): Environment {
  if (!name.startsWith(".")) return environment;
  let here = environment;
  while (here.outer !== undefined) here = here.outer;
  return here;
}

function isProperty(target: SyntaxNode): boolean {
  return target.parent?.type === "PropertyDefinition";
}

function appended(before: readonly Variant[], more: readonly Variant[]): readonly Variant[] {
  return before.flatMap((variant) => more.map((tail) => [...variant, ...tail])).slice(0, maxVariants);
}

function branch(node: SyntaxNode, environment: Environment, walk: Walk): void {
  const condition = node.child("condition") ?? node.child("test");
  if (condition !== undefined) visit(condition, environment, walk);
  const alternatives = [...node.all("alternative"), ...node.all("alternate")];
  const arms = [node.child("consequence") ?? node.child("consequent"), ...alternatives].filter((arm) => arm !== undefined);
  const complete = alternatives.some((arm) => arm.type === "else_clause" || node.type === "IfStatement");
  const ends = arms.map((arm) => armEnd(arm, environment, walk));
  if (!complete) ends.push(new Map());
  merge(environment, ends);
}

function armEnd(arm: SyntaxNode, environment: Environment, walk: Walk): Map<string, readonly Variant[]> {
  const inner: Environment = { own: new Map(), outer: environment };
  if (arm.type === "elif_clause" || arm.type === "else_clause") visitChildren(arm, inner, walk);
  else visit(arm, inner, walk);
  return leaves(arm) ? new Map([["", []]]) : inner.own;
}

/** An arm that returns or raises: what it assigned is not there afterwards. */
function leaves(arm: SyntaxNode): boolean {
  const last = arm.children.at(-1);
  const types = ["return_statement", "raise_statement", "ReturnStatement", "ThrowStatement"];
  return types.includes(arm.type) || (last !== undefined && types.includes(last.type));
}

function maybe(environment: Environment, run: (inner: Environment) => void): void {
  const inner: Environment = { own: new Map(), outer: environment };
  run(inner);
  merge(environment, [inner.own, new Map()]);
}

/** After a branch, a variable may hold what it holds at the end of any arm. */
function merge(environment: Environment, ends: readonly ReadonlyMap<string, readonly Variant[]>[]): void {
  const going = ends.filter((end) => !end.has(""));
  const names = new Set(going.flatMap((end) => [...end.keys()]));
  for (const name of names) {
    const found = going.flatMap((end) => end.get(name) ?? lookUp(name, environment) ?? []);
    environment.own.set(name, distinct(found).slice(0, maxVariants));
  }
}

function distinct(variants: readonly Variant[]): Variant[] {
  const found = new Map(variants.map((variant) => [variant.map((piece) => `${piece.text}@${piece.at[0]}`).join("|"), variant]));
  return [...found.values()];
}

/** Functions whose text is for people. */
const told = new Set([
  ..."debug info warning warn error exception critical fatal log print trace fail skip echo".split(" "),
  ..."Error TypeError ValueError RuntimeError Exception describe it test help".split(" "),
]);

function visitCall(node: SyntaxNode, environment: Environment, walk: Walk): void {
  const callee = node.child("function") ?? node.child("callee");
  const method = (callee?.child("attribute") ?? callee?.child("property"))?.text ?? callee?.text ?? "";
  if (told.has(method)) return;
  const receiver = callee?.child("object");
  const args = argumentsOf(node);
  if (appends(method, receiver, args, environment, walk)) return;
  if (knownTexts(node, walk.tree, environment) !== undefined) {
    offer(node, method, environment, walk);
    return;
  }
  if (receiver !== undefined) visit(receiver, environment, walk);
  else if (callee?.type === "parenthesized_expression" || (callee !== undefined && scopes.has(callee.type)))
    visit(callee, environment, walk);
  for (const arg of args) {
    const value = arg.type === "keyword_argument" ? (arg.child("value") ?? arg) : arg;
    if (knownTexts(value, walk.tree, environment) !== undefined) offer(value, method, environment, walk);
    else visit(value, environment, walk);
  }
}

/** `conditions.append("…")` and `conditions.push("…")`: the list grows. */
function appends(
  method: string,
  receiver: SyntaxNode | undefined,
  args: readonly SyntaxNode[],
  environment: Environment,
  walk: Walk,
): boolean {
  const [first] = args;
  if ((method !== "append" && method !== "push") || receiver === undefined || first === undefined) return false;
  const name = variableName(receiver);
  const list = name === undefined ? undefined : lookUp(`${name}[]`, environment);
  if (list === undefined || name === undefined) return false;
  const tails = textsOf(first, walk.tree, environment);
  environment.own.set(
    `${name}[]`,
    list.flatMap((items) => tails.map((tail) => [...items, ...tail, itemEnd])).slice(0, maxVariants),
  );
  return true;
}
