import { readFile } from "node:fs/promises";
import type { Parse, Range } from "@failcheck/core";
import { Language, Parser, type Node } from "web-tree-sitter";
import { wasmFile } from "../wasm.ts";
import type { ShellAssignment, ShellCommand, ShellRedirect, ShellTree, ShellWord } from "./shell.ts";
import { hole, unescaped, unescapedAnsi, unescapedInQuotes } from "./shell-quotes.ts";

/** Starts the WebAssembly parser, once; a tree is read out of it and freed before the next file. */
export async function loadShell(): Promise<Parse<ShellTree>> {
  await Parser.init({ locateFile: () => wasmFile("web-tree-sitter.wasm", "web-tree-sitter/web-tree-sitter.wasm") });
  const grammar = wasmFile("tree-sitter-bash.wasm", "@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm");
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (file) => {
    const tree = parser.parse(file.text);
    if (!tree)
      return {
        commands: [],
        redirects: [],
        problems: [{ at: [0, file.text.length], message: "the parser gave up on this file" }],
      };
    try {
      return readTree(tree.rootNode);
    } finally {
      tree.delete();
    }
  };
}

const commandTypes = ["command", "declaration_command", "unset_command"];

function readTree(root: Node): ShellTree {
  const nodes = root.descendantsOfType([...commandTypes, "variable_assignment", "file_redirect"]);
  const commands: ShellCommand[] = [];
  const redirects: ShellRedirect[] = [];
  for (const node of nodes) {
    if (node.type === "file_redirect") redirects.push(readRedirect(node));
    else if (commandTypes.includes(node.type)) commands.push(readCommand(node));
    else if (!commandTypes.includes(node.parent?.type ?? "")) commands.push(readAssigning(node));
  }
  // Asked for together with other types, errors make the list empty.
  const errors = root.hasError ? root.descendantsOfType("ERROR") : [];
  const problems = errors.map((node) => ({ at: rangeOf(node), message: "this is no shell that the parser knows" }));
  return { commands, redirects, problems };
}

function readCommand(node: Node): ShellCommand {
  const assignments: ShellAssignment[] = [];
  const words: ShellWord[] = [];
  for (const child of node.children) {
    if (child.type === "variable_assignment") assignments.push(readAssignment(child));
    else if (child.isNamed ? !ignored.has(child.type) : builtins.has(child.type)) words.push(readWord(child));
  }
  return { at: rangeOf(node), assignments, words, input: inputOf(node) };
}

/** `export` and its like are keywords to the grammar and commands to everybody else. */
const builtins = new Set(["declare", "typeset", "export", "readonly", "local", "unset", "unsetenv"]);
const ignored = new Set(["file_redirect", "heredoc_redirect", "herestring_redirect", "comment"]);

function readAssigning(node: Node): ShellCommand {
  return { at: rangeOf(node), assignments: [readAssignment(node)], words: [], input: undefined };
}

function readAssignment(node: Node): ShellAssignment {
  const [name, value] = [node.childForFieldName("name"), node.childForFieldName("value")];
  const none: ShellWord = { at: [node.endIndex, node.endIndex], text: "" };
  return { at: rangeOf(node), name: name?.text ?? "", value: value ? readWord(value) : none };
}

function readRedirect(node: Node): ShellRedirect {
  const target = node.childForFieldName("destination");
  const operator = node.children.find((child) => !child.isNamed)?.type ?? "";
  return { at: rangeOf(node), operator, target: target ? readWord(target) : { at: rangeOf(node), text: hole } };
}

/** What a command reads: its here-document or here-string, or what the `echo` or `printf` before it in a pipeline says. */
function inputOf(node: Node): string | undefined {
  const holder = node.parent?.type === "redirected_statement" ? node.parent : node;
  const document = holder.children.find((child) => child.type === "heredoc_redirect");
  if (document) return document.children.find((child) => child.type === "heredoc_body")?.text ?? "";
  const string = holder.children.find((child) => child.type === "herestring_redirect");
  const said = string?.namedChildren.at(0);
  if (said) return readWord(said).text;
  const before = node.parent?.type === "pipeline" ? node.previousNamedSibling : null;
  if (before?.type !== "command") return undefined;
  const [name, ...rest] = readCommand(before).words;
  return name?.text === "echo" || name?.text === "printf" ? rest.map(({ text }) => text).join(" ") : undefined;
}

function readWord(node: Node): ShellWord {
  return { at: rangeOf(node), text: textOf(node) };
}

function textOf(node: Node): string {
  switch (node.type) {
    case "word":
    case "number":
    case "variable_name":
    case "file_descriptor":
      return unescaped(node.text);
    case "raw_string":
      return node.text.slice(1, -1);
    case "ansi_c_string":
      return unescapedAnsi(node.text.slice(2, -1));
    case "string":
      return quotedText(node);
    case "command_name":
    case "concatenation":
      return node.namedChildren.map(textOf).join("");
    default:
      return builtins.has(node.type) ? node.text : hole;
  }
}

/** A double-quoted string: its own text between what the shell fills in. Blanks between two expansions are in no node. */
function quotedText(node: Node): string {
  let text = "";
  let end = node.startIndex + 1;
  for (const child of node.namedChildren) {
    text += unescapedInQuotes(between(node, end, child.startIndex));
    text += child.type === "string_content" ? unescapedInQuotes(child.text) : hole;
    end = child.endIndex;
  }
  return text + unescapedInQuotes(between(node, end, node.endIndex - 1));
}

function between(node: Node, start: number, end: number): string {
  return node.text.slice(start - node.startIndex, Math.max(start, end) - node.startIndex);
}

function rangeOf(node: Node): Range {
  return [node.startIndex, node.endIndex];
}
