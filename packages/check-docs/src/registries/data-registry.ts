import { json, yaml, type DataNode, type DataTree } from "@failcheck/languages";
import { cannotRead, type Reading } from "./registry.ts";

/** The registry's data. What its own reader would refuse ends the run: half a registry is not one. */
export async function readData({ repository, file, text }: Reading): Promise<DataNode | undefined> {
  const language = file.toLowerCase().endsWith(".json") ? json : yaml;
  const tree = (await repository.tree(language, file)) ?? { documents: [], problems: [] };
  return soundDocument(tree, file, text);
}

/** The first document of a tree without problems. */
export function soundDocument(tree: DataTree, file: string, text: string): DataNode | undefined {
  const problem = tree.problems[0];
  if (problem !== undefined) cannotRead(file, text, problem.at[0], problem.message);
  return tree.documents[0];
}
