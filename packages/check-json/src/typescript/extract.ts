import type { TypeScriptTree } from "@failcheck/languages";
import { finishFacts, keepNames, startFacts } from "../builder.ts";
import type { FileFacts, ImportFacts } from "../facts.ts";
import { openScope } from "../scope.ts";
import { noteTables } from "../sql-text.ts";
import { evaluate } from "./evaluate.ts";
import { run } from "./run.ts";

/** What a TypeScript or JavaScript file says about JSON columns. */
export function typescriptFacts(tree: TypeScriptTree): FileFacts {
  const facts = startFacts(tree, { evaluate, run });
  const top = openScope(undefined, undefined, undefined);
  facts.run(tree.root.all("body"), top);
  noteTables(tree, facts);
  const found = finishFacts(facts);
  keepNames(facts, top);
  return { ...found, imports: [...found.imports, ...renamed(tree)] };
}

/** `export { a as b } from "./m"`: the module offers `b`. */
function renamed(tree: TypeScriptTree): readonly ImportFacts[] {
  const found: ImportFacts[] = [];
  for (const { node, module, imported } of tree.imports) {
    const local = node.type === "ExportSpecifier" ? node.child("exported")?.attribute("name") : undefined;
    if (local !== undefined && imported !== undefined) found.push({ module, imported, local });
    const space = node.type === "ExportAllDeclaration" ? node.child("exported")?.attribute("name") : undefined;
    if (space !== undefined) found.push({ module, local: space });
  }
  return found;
}
