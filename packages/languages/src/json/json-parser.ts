import type { Problem, Range, SourceFile } from "@failcheck/core";
import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { DataEntry, DataNode } from "../data.ts";
import type { JsonTree } from "./json.ts";

/** Nesting beyond this is not followed; no file that a person wrote comes near it. */
const maxDepth = 200;

/** Reads JSON, with comments and trailing commas as editors allow them. */
export function parse(file: SourceFile): JsonTree {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(file.text, errors, { allowTrailingComma: true, disallowComments: false });
    return { documents: root === undefined ? [] : [dataNode(root, 0)], problems: errors.map(problem) };
  } catch (error) {
    // The reader is recursive: a file of 100,000 opening brackets exhausts the stack. That is a bad file, not a crash.
    if (error instanceof RangeError) return { documents: [], problems: [{ at: [0, 0], message: "nested too deeply" }] };
    throw error;
  }
}

function problem({ error, offset, length }: ParseError): Problem {
  return { at: [offset, offset + length], message: printParseErrorCode(error) };
}

function dataNode(node: Node, depth: number): DataNode {
  const at: Range = [node.offset, node.offset + node.length];
  const children = depth < maxDepth ? (node.children ?? []) : [];
  if (node.type === "array") return { kind: "list", at, items: children.map((child) => dataNode(child, depth + 1)) };
  if (node.type === "object") return { kind: "map", at, entries: children.flatMap((child) => dataEntry(child, depth + 1)) };
  const value: unknown = node.value;
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return { kind: "scalar", at, value: plain };
}

function dataEntry(property: Node, depth: number): DataEntry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || typeof key.value !== "string") return [];
  const keyAt: Range = [key.offset, key.offset + key.length];
  const absent: DataNode = { kind: "scalar", at: [keyAt[1], keyAt[1]], value: null };
  return [{ key: key.value, keyAt, value: value === undefined ? absent : dataNode(value, depth) }];
}
