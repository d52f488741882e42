import type { Call, CodeTree } from "../../code/code-tree.ts";
import { ancestors } from "../../code/node.ts";
import type { SyntaxNode } from "../../code/node.ts";
import type { Piece } from "../pieces.ts";
import { textsOf } from "../program-text.ts";
import type { ModelTable } from "../sql.ts";
import { reaching } from "./reach.ts";
import type { Built } from "./select.ts";

/** A program whose queries are read: its tree, and what its names stand for. */
export interface Program {
  readonly tree: CodeTree;
  readonly models: ReadonlyMap<string, ModelTable>;
  readonly calls: ReadonlyMap<SyntaxNode, Call>;
  /** Names and queries that became a part of a larger query, and are told with that. */
  readonly consumed: Set<SyntaxNode>;
}

/** Reads a chain of calls as queries; nothing where it is none. `depth` ends what refers to itself. */
export type ReadChain = (program: Program, node: SyntaxNode, depth: number) => readonly Built[];

export const deepest = 12;
const mostVariants = 8;

export function programOf(tree: CodeTree, models: ReadonlyMap<string, ModelTable>): Program {
  return { tree, models, calls: new Map([...tree.calls()].map((call) => [call.node, call])), consumed: new Set() };
}

/** The table that a name of the program stands for, however it was imported. */
export function modelFor({ tree, models }: Program, node: SyntaxNode): ModelTable | undefined {
  return models.get(tree.nameOf(node)?.split(".").at(-1) ?? node.text) ?? models.get(node.text);
}

/** What a variable may hold at this place. */
export function valuesOf(program: Program, node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type !== "identifier" && node.type !== "Identifier") return [];
  return reaching(node.text, node, program.tree).slice(0, mostVariants);
}

/** The text of a string of SQL, with its holes. */
export function sqlText(program: Program, node: SyntaxNode): readonly Piece[] {
  return textsOf(node, program.tree, { own: new Map(), outer: undefined })[0] ?? [];
}

/**
 * Every query that a program builds: those that stand alone, then those of variables where they are read, and in the end those
 * that nobody was seen to read.
 */
export function findQueries(program: Program, read: ReadChain): readonly Built[] {
  const found: Built[] = [];
  const { tree, calls, consumed } = program;
  const readNames = namesRead(tree);
  const kept: SyntaxNode[] = [];
  const take = (node: SyntaxNode): void => {
    found.push(...read(program, node, 0).slice(0, mostVariants));
  };
  for (const node of calls.keys()) {
    if (isInner(node) || consumed.has(node)) continue;
    if (isKept(node, readNames)) kept.push(node);
    else take(node);
  }
  for (const node of tree.nodes("identifier", "Identifier")) {
    if (consumed.has(node) || !isRead(node)) continue;
    for (const value of valuesOf(program, node)) if (calls.has(value)) take(value);
  }
  const known = new Set([...found.map(({ node }) => node), ...consumed]);
  for (const node of kept.toReversed()) {
    const queries = read(program, node, 0).slice(0, mostVariants);
    if (queries.every((query) => known.has(query.node))) continue;
    for (const query of queries) known.add(query.node);
    found.push(...queries);
  }
  return found;
}

/** A call within a chain or within another query's arguments is read with that. */
function isInner(node: SyntaxNode): boolean {
  const { parent } = node;
  return (parent?.type === "attribute" || parent?.type === "MemberExpression") && node.field === "object";
}

/** The value of a variable that is read elsewhere. */
function isKept(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  const holder = node.parent?.type === "await" || node.parent?.type === "AwaitExpression" ? node.parent.parent : node.parent;
  const target = holder?.child("left") ?? holder?.child("id");
  return (
    target !== undefined && node.at[0] > target.at[0] && names.has(target.text) && /assign|Declarator/i.test(holder?.type ?? "")
  );
}

function namesRead(tree: CodeTree): Set<string> {
  const targets = new Set(tree.assignments.map(({ target }) => target));
  const found = new Set<string>();
  for (const node of tree.nodes("identifier", "Identifier")) if (!targets.has(node)) found.add(node.text);
  return found;
}

/** Places of a name that read nothing: what it is given to, how it is called, what an import brings. */
const silent = new Set(["params", "parameters", "name", "key", "property", "attribute", "id", "left", "target"]);
const silentHolders = new Set([
  "import_statement",
  "import_from_statement",
  "ImportSpecifier",
  "parameters",
  "lambda_parameters",
]);

/** A variable whose value goes somewhere; not where a chain of calls begins, which is read with it. */
function isRead(node: SyntaxNode): boolean {
  const { parent, field } = node;
  if (parent === undefined || silent.has(field ?? "") || silentHolders.has(parent.type)) return false;
  if (field === "callee" || field === "function") return false;
  for (const holder of ancestors(node)) if (silentHolders.has(holder.type)) return false;
  const isObject = field === "object" && (parent.type === "attribute" || parent.type === "MemberExpression");
  return !isObject || !(parent.field === "callee" || parent.field === "function");
}
