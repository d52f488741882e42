import type { Language } from "@failcheck/core";
import type { CodeTree } from "../code/code-tree.ts";

/** A TypeScript or JavaScript program; node types are ESTree's. */
export type TypeScriptTree = CodeTree;

const extensions = ["ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx"];

/** TypeScript and JavaScript, JSX by the extension. Its parser is the dearest of all: name what must be mentioned first. */
export const typescript: Language<TypeScriptTree> = {
  id: "typescript",
  matches: (path) => extensions.includes(/\.(\w{2,3})$/.exec(path.toLowerCase())?.[1] ?? ""),
  load: async () => (await import("./typescript-parser.ts")).parseTypeScript,
};
