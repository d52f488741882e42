import type { CodeTree } from "../../code/code-tree.ts";
import { ancestors } from "../../code/node.ts";
import type { SyntaxNode } from "../../code/node.ts";

const functions = new Set([
  "function_definition",
  "lambda",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
]);
const branches = new Set([
  "if_statement",
  "IfStatement",
  "for_statement",
  "while_statement",
  "ForOfStatement",
  "ForStatement",
  "WhileStatement",
]);

function scopeOf(node: SyntaxNode): SyntaxNode | undefined {
  for (const holder of ancestors(node)) if (functions.has(holder.type)) return holder;
  return undefined;
}

/** The values that a name may have at a place: the last that was assigned, and what a branch may have left. */
export function reaching(name: string, place: SyntaxNode, tree: CodeTree): readonly SyntaxNode[] {
  const all = tree.assignments.filter(({ target }) => target.text === name);
  for (let scope = scopeOf(place); ; scope = scopeOf(scope)) {
    const here = all.filter(({ node }) => scopeOf(node) === scope);
    const before = here.filter(({ node }) => node.at[1] <= place.at[0]);
    const usable = scope === undefined && scopeOf(place) !== undefined ? here : before;
    if (usable.length > 0) return lastOf(usable.toReversed(), place);
    if (scope === undefined) return [];
  }
}

/** Goes back over assignments until one is sure to have happened. */
function lastOf(latestFirst: readonly CodeTree["assignments"][number][], place: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const arms = new Map<SyntaxNode, Set<string>>();
  for (const { node, value, operator } of latestFirst) {
    if (value === undefined) continue;
    found.push(operator === "=" ? value : node);
    const branch = branchOf(node, place);
    if (branch === undefined) break;
    const seen = arms.get(branch.holder) ?? new Set();
    arms.set(branch.holder, seen.add(branch.arm));
    if (seen.has("else") && seen.has("then")) break;
  }
  return found;
}

/** The branch that the assignment stands in and the place does not. */
function branchOf(node: SyntaxNode, place: SyntaxNode): { readonly holder: SyntaxNode; readonly arm: string } | undefined {
  let below = node;
  for (const holder of ancestors(node)) {
    if (functions.has(holder.type)) return undefined;
    if (branches.has(holder.type) && !(holder.at[0] <= place.at[0] && place.at[1] <= below.at[1] && below.at[0] <= place.at[0]))
      return { holder, arm: below.type === "else_clause" || below.field === "alternate" ? "else" : "then" };
    below = holder;
  }
  return undefined;
}
