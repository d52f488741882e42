import type { PythonTree } from "@failcheck/languages";
import { finishFacts, startFacts } from "../builder.ts";
import type { FileFacts } from "../facts.ts";
import { openScope } from "../scope.ts";
import { flat } from "../values.ts";
import { evaluate } from "./evaluate.ts";
import { run } from "./run.ts";

/** What a Python file says about JSON columns. */
export function pythonFacts(tree: PythonTree): FileFacts {
  const facts = startFacts(tree, evaluate);
  const top = openScope(undefined, undefined, undefined);
  run(tree.root.children, top, facts);
  const found = finishFacts(facts);
  for (const [name, value] of top.variables) {
    if (name.includes(".") || value.path === name) continue;
    const kept = flat(value);
    facts.names[name] = {
      ...(value.path !== undefined && { path: value.path }),
      ...(value.types.length > 0 && { types: value.types }),
      ...(value.column && { types: value.column.types }),
      ...(kept && { value: kept }),
    };
  }
  return found;
}
