import type { PythonTree } from "@failcheck/languages";
import { finishFacts, keepNames, startFacts } from "../builder.ts";
import type { FileFacts } from "../facts.ts";
import { openScope } from "../scope.ts";
import { noteTables } from "../sql-text.ts";
import { evaluate } from "./evaluate.ts";
import { connections } from "./handlers.ts";
import { run } from "./run.ts";

/** What a Python file says about JSON columns. */
export function pythonFacts(tree: PythonTree): FileFacts {
  const facts = startFacts(tree, { evaluate, run });
  for (const [name, handler] of connections(tree)) facts.connected.set(name, handler);
  const top = openScope(undefined, undefined, undefined);
  facts.run(tree.root.children, top);
  noteTables(tree, facts);
  const found = finishFacts(facts);
  keepNames(facts, top);
  return found;
}
