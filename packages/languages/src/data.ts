import type { Problem, Range } from "@failcheck/core";

/** A string, number, boolean or null; a scalar of a tag nobody knows keeps its text. */
export interface DataScalar {
  readonly kind: "scalar";
  readonly at: Range;
  readonly value: string | number | boolean | null;
}

export interface DataList {
  readonly kind: "list";
  readonly at: Range;
  readonly items: readonly DataNode[];
}

/** One `key: value`; keys that stand twice are both here, in the file's order. */
export interface DataEntry {
  readonly key: string;
  readonly keyAt: Range;
  readonly value: DataNode;
}

export interface DataMap {
  readonly kind: "map";
  readonly at: Range;
  readonly entries: readonly DataEntry[];
}

/** A value of a data file. JSON, YAML and literals of programs share this shape, so that a rule reads all of them alike. */
export type DataNode = DataScalar | DataList | DataMap;

/** A data file: its documents (one for JSON, none for an empty file), and what could not be read. */
export interface DataTree {
  readonly documents: readonly DataNode[];
  readonly problems: readonly Problem[];
}

/** The value under `key`; of a key that stands twice the last one counts, as every reader of JSON and YAML has it. */
export function valueOf(node: DataNode | undefined, key: string): DataNode | undefined {
  return node?.kind === "map" ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

/** The text of a scalar that is a string. */
export function stringOf(node: DataNode | undefined): string | undefined {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}
