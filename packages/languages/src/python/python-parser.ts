import { readFile } from "node:fs/promises";
import type { Parse, Problem } from "@failcheck/core";
import { Language, Parser } from "web-tree-sitter";
import type { Tree, TreeCursor } from "web-tree-sitter";
import { buildTree } from "../code/build-tree.ts";
import type { CodeTree } from "../code/code-tree.ts";
import { lastRead } from "../code/last-read.ts";
import { ParsedNode } from "../code/node.ts";
import { wasmFile } from "../wasm.ts";
import { pythonGrammar } from "./python-grammar.ts";

let started: Promise<Parse<CodeTree>> | undefined;

/** The parser, started once, which reads a file that is asked for again and again only once. */
export function loadPython(): Promise<Parse<CodeTree>> {
  return (started ??= start().then(lastRead));
}

/** Starts the WebAssembly parser; a tree is copied out of it and freed before the next file is read. */
async function start(): Promise<Parse<CodeTree>> {
  await Parser.init({ locateFile: () => wasmFile("web-tree-sitter.wasm", "web-tree-sitter/web-tree-sitter.wasm") });
  const grammar = wasmFile("tree-sitter-python.wasm", "@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm");
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (file) => {
    const tree = parser.parse(file.text);
    if (!tree) return buildTree(unread(file.text), pythonGrammar);
    try {
      return buildTree(copyTree(file.text, tree), pythonGrammar);
    } finally {
      tree.delete();
    }
  };
}

function unread(text: string) {
  const at = [0, text.length] as const;
  const problems = [{ at, message: "the parser gave up on this file" }];
  return { text, root: new ParsedNode(text, "module", at), byType: new Map<string, ParsedNode[]>(), problems, comments: [] };
}

interface Copy {
  readonly text: string;
  readonly byType: Map<string, ParsedNode[]>;
  readonly problems: Problem[];
  readonly comments: ParsedNode[];
}

function copyTree(text: string, tree: Tree) {
  const copy: Copy = { text, byType: new Map(), problems: [], comments: [] };
  const cursor = tree.walk();
  const root = copyNode(copy, cursor, undefined);
  copyBelow(copy, cursor, root);
  cursor.delete();
  return { ...copy, root };
}

/** Walks without recursion: a generated file may nest deeper than the stack. */
function copyBelow(copy: Copy, cursor: TreeCursor, root: ParsedNode): void {
  const open = [root];
  let down = cursor.gotoFirstChild();
  for (let parent = open.at(-1); parent; parent = open.at(-1)) {
    if (!down && !cursor.gotoNextSibling()) {
      if (open.length > 1) cursor.gotoParent();
      open.pop();
      continue;
    }
    down = false;
    const child = copyChild(copy, cursor, parent);
    if (child && cursor.gotoFirstChild()) {
      open.push(child);
      down = true;
    }
  }
}

/** Copies the node below the cursor where it is one that rules see. */
function copyChild(copy: Copy, cursor: TreeCursor, parent: ParsedNode): ParsedNode | undefined {
  if (cursor.nodeIsMissing) {
    const at = [cursor.startIndex, cursor.endIndex] as const;
    copy.problems.push({ at, message: `${cursor.nodeType} is missing here` });
  }
  if (!cursor.nodeIsNamed) {
    const field = cursor.currentFieldName;
    if (field !== null) addAttribute(parent, field, cursor.nodeType);
    return undefined;
  }
  return copyNode(copy, cursor, parent);
}

function copyNode(copy: Copy, cursor: TreeCursor, parent: ParsedNode | undefined): ParsedNode {
  const type = cursor.nodeType;
  const at = [cursor.startIndex, cursor.endIndex] as const;
  const node = new ParsedNode(copy.text, type, at, parent, cursor.currentFieldName ?? undefined);
  if (type === "comment") copy.comments.push(node);
  else parent?.children.push(node);
  if (type === "ERROR") copy.problems.push({ at, message: "this is not Python" });
  const same = copy.byType.get(type);
  if (same) same.push(node);
  else copy.byType.set(type, [node]);
  return node;
}

function addAttribute(node: ParsedNode, name: string, text: string): void {
  const before = node.attributes.get(name);
  node.attributes = new Map([...node.attributes, [name, before ? `${before} ${text}` : text]]);
}
