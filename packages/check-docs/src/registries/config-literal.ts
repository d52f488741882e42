import { json, typescript, type DataNode } from "@failcheck/languages";
import { soundDocument } from "./data-registry.ts";
import { exportedLiteral, type Literal } from "./literal.ts";
import { cannotRead, type Reading } from "./registry.ts";

/** The value of a configuration in JSON, JavaScript or TypeScript. */
export async function readConfig({ repository, file, text }: Reading): Promise<Literal> {
  if (/\.jsonc?$/i.test(file)) {
    const tree = (await repository.tree(json, file)) ?? { documents: [], problems: [] };
    const data = soundDocument(tree, file, text);
    return { data: data ?? { kind: "map", at: [0, 0], entries: [] }, computed: new Set() };
  }
  const tree = await repository.tree(typescript, file);
  const problem = tree?.problems[0];
  if (problem !== undefined) cannotRead(file, text, problem.at[0], problem.message);
  const literal = tree && exportedLiteral(tree);
  return literal ?? cannotRead(file, text, 0, "exports nothing that can be read without running it");
}

/** Ends the run where a value that matters is made by a program. */
export function mustBeWritten({ file, text }: Reading, { computed }: Literal, node: DataNode): void {
  if (computed.has(node))
    cannotRead(file, text, node.at[0], "is computed by a program; failcheck reads literals and runs nothing");
}
