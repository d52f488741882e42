import type { CodeTree } from "../../code/code-tree.ts";
import type { Holder } from "../embedded.ts";
import type { ModelTable, SqlText } from "../sql.ts";

/** The queries that a program builds without SQL text. */
export function builtTexts(_tree: CodeTree, _models: ReadonlyMap<string, ModelTable>, _holder: Holder): SqlText[] {
  return [];
}
