import type { Language } from "@failcheck/core";
import type { DataTree } from "../data.ts";

/** A `.json`, `.jsonc` or `.json5`-like file; comments and trailing commas are read, and named in `problems` where JSON has none. */
export type JsonTree = DataTree;

/** Endings and names of files that hold JSON. */
const endings = [".json", ".jsonc", ".webmanifest", ".code-workspace", ".babelrc", ".eslintrc"];

/** The front end for JSON. */
export const json: Language<JsonTree> = {
  id: "json",
  matches: (path) => endings.some((ending) => path.toLowerCase().endsWith(ending)),
  load: async () => (await import("./json-parser.ts")).parse,
};
