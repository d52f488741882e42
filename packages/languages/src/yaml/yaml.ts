import type { Language } from "@failcheck/core";
import type { DataTree } from "../data.ts";

/** A YAML file, one node a document. Aliases are followed, unknown tags (`!ENV`, `!!python/name:…`) leave the value as written. */
export type YamlTree = DataTree;

/** The front end for YAML. */
export const yaml: Language<YamlTree> = {
  id: "yaml",
  matches: (path) => /\.ya?ml$/i.test(path),
  load: async () => (await import("./yaml-parser.ts")).parse,
};
