import type { CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { ancestors } from "../code/node.ts";
import type { Figure } from "./sql.ts";
import { modelsOf } from "./writes.ts";

const statements = new Set(["expression_statement", "return_statement", "module", "block"]);

/** Aggregates of a mapped column that SQLAlchemy builds: `func.sum(Job.total)`. */
export function findFigures(tree: CodeTree): Figure[] {
  const models = modelsOf(tree);
  if (models.size === 0) return [];
  return [...tree.calls()].flatMap((call) => {
    const [path] = call.args;
    if (call.receiver?.text.endsWith("func") !== true || path?.node.type !== "attribute") return [];
    const holder = path.node.child("object")?.text.replace(/\.c$/, "") ?? "";
    const model = models.get(holder);
    const column = path.node.child("attribute")?.text;
    if (model === undefined || column === undefined) return [];
    return [{ at: call.at, ...model, column, statement: statementOf(call.node) }];
  });
}

function statementOf(node: SyntaxNode): string {
  let last = node;
  for (const holder of ancestors(node)) {
    if (holder.type === "module" || holder.type === "block") break;
    last = holder;
    if (statements.has(holder.type)) break;
  }
  return last.text;
}
