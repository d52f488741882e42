import type { Problem, Range, SourceFile } from "@failcheck/core";
import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Parser, type CST, type Document, type Node, type Pair } from "yaml";
import type { DataEntry, DataNode } from "../data.ts";
import type { YamlTree } from "./yaml.ts";

/** Nesting beyond this is not read: composing is recursive, and no file that a person wrote comes near it. */
const maxDepth = 200;

/** Reads all documents of a YAML file. */
export function parse(file: SourceFile): YamlTree {
  const tokens = [...new Parser().parse(file.text)];
  if (isDeep(tokens)) return { documents: [], problems: [{ at: [0, 0], message: "nested too deeply" }] };
  const problems: Problem[] = [];
  const nodes: DataNode[] = [];
  const composer = new Composer({ logLevel: "silent", uniqueKeys: true, merge: false });
  for (const document of composer.compose(tokens)) {
    for (const { pos, message } of document.errors) problems.push({ at: pos, message });
    if (document.contents !== null) nodes.push(dataReader(document).read(document.contents));
  }
  return { documents: nodes, problems };
}

function isDeep(tokens: readonly CST.Token[]): boolean {
  const open: [CST.Token | null | undefined, number][] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > maxDepth) return true;
    if (token === null || token === undefined) continue;
    if (token.type === "document") open.push([token.value, depth + 1]);
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) open.push([key, depth + 1], [value, depth + 1]);
  }
  return false;
}

interface DataReader {
  read(node: Node): DataNode;
}

/** Turns the document's nodes into plain data; an anchor's value is made once and shared by its aliases, so it cannot explode. */
function dataReader(document: Document): DataReader {
  const made = new Map<Node, DataNode>();
  function read(node: Node): DataNode {
    const known = made.get(node);
    if (known !== undefined) return known;
    made.set(node, { kind: "scalar", at: rangeOf(node), value: null });
    const data = make(node);
    made.set(node, data);
    return data;
  }
  function make(node: Node): DataNode {
    const at = rangeOf(node);
    if (isAlias(node)) {
      const target = node.resolve(document);
      return target === undefined ? { kind: "scalar", at, value: null } : read(target);
    }
    if (isSeq(node)) return { kind: "list", at, items: node.items.map((item) => readUnknown(item, at)) };
    if (isMap(node)) return { kind: "map", at, entries: node.items.map((pair) => entry(pair, at)) };
    return { kind: "scalar", at, value: isScalar(node) ? plainValue(node.value) : null };
  }
  function readUnknown(item: unknown, at: Range): DataNode {
    if (isPair(item)) return { kind: "map", at, entries: [entry(item, at)] };
    return isNode(item) ? read(item) : { kind: "scalar", at: [at[0], at[0]], value: null };
  }
  function entry(pair: Pair, at: Range): DataEntry {
    const keyAt = isNode(pair.key) ? rangeOf(pair.key) : at;
    const value = isNode(pair.value) ? read(pair.value) : readUnknown(undefined, [keyAt[1], keyAt[1]]);
    return { key: isScalar(pair.key) ? String(pair.key.value) : "", keyAt, value };
  }
  return { read };
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isSeq(value) || isMap(value) || isAlias(value);
}

function rangeOf(node: Node): Range {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "bigint" ? Number(value) : null;
}
