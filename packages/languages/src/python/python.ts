import type { Language } from "@failcheck/core";
import type { CodeTree } from "../code/code-tree.ts";

/** A Python program; node types are tree-sitter-python's. */
export type PythonTree = CodeTree;

/** Python, read by tree-sitter: an error costs its own region, the rest of the file is there. */
export const python: Language<PythonTree> = {
  id: "python",
  matches: (path) => [".py", ".pyi", ".pyw"].some((extension) => path.toLowerCase().endsWith(extension)),
  load: async () => (await import("./python-parser.ts")).loadPython(),
};
