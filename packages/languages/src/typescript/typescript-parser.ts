import type { Problem, Range, SourceFile } from "@failcheck/core";
import { parse } from "@typescript-eslint/parser";
import ts from "typescript";
import { buildTree } from "../code/build-tree.ts";
import type { CodeTree } from "../code/code-tree.ts";
import { lastRead } from "../code/last-read.ts";
import { ParsedNode } from "../code/node.ts";
import { typescriptGrammar } from "./typescript-grammar.ts";

/**
 * Reads TypeScript and JavaScript. Syntax errors become problems: TypeScript's own recovery gives the tree around them,
 * which the ESTree converter would refuse, so they are taken out of its sight first.
 */
function parseProgram(file: SourceFile): CodeTree {
  const { text } = file;
  const problems: Problem[] = [];
  const program = estree(file, problems);
  return buildTree({ text, problems, ...copyProgram(text, program) }, typescriptGrammar);
}

/** Reads TypeScript and JavaScript, a file that is asked for again and again only once. */
export const parseTypeScript = lastRead(parseProgram);

function estree({ path, text }: SourceFile, problems: Problem[]): unknown {
  const kind = scriptKind(path);
  const jsx = kind === ts.ScriptKind.TSX || kind === ts.ScriptKind.JSX;
  const settings = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  try {
    const source = ts.createSourceFile(path, text, settings, true, kind);
    problems.push(...syntaxErrors(source));
    Reflect.set(source, "parseDiagnostics", []);
    return parse(source, { filePath: path, range: true, sourceType: "module", ecmaFeatures: { jsx }, allowInvalidAST: true });
  } catch (error) {
    // what TypeScript recovered may still be no tree that ESTree can say, and a very deep one exhausts the stack
    const message = error instanceof Error ? error.message : String(error);
    if (problems.length === 0) problems.push({ at: [0, text.length], message });
    return { type: "Program", range: [0, text.length], body: [] };
  }
}

function scriptKind(path: string): ts.ScriptKind {
  const name = path.toLowerCase();
  if (name.endsWith(".tsx")) return ts.ScriptKind.TSX;
  return /\.[mc]?ts$/.test(name) ? ts.ScriptKind.TS : ts.ScriptKind.JSX;
}

function syntaxErrors(source: ts.SourceFile): readonly Problem[] {
  const found: unknown = Reflect.get(source, "parseDiagnostics");
  if (!Array.isArray(found)) return [];
  return found.flatMap((diagnostic: unknown): Problem[] => {
    if (!isRecord(diagnostic)) return [];
    const { start, length, messageText } = diagnostic;
    if (typeof start !== "number" || typeof length !== "number" || typeof messageText !== "string") return [];
    return [{ at: [start, Math.min(start + length, source.text.length)], message: messageText }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A node of the ESTree: typed loosely, because only its shape matters here. */
type EsNode = Readonly<Record<string, unknown>> & { readonly type: string; readonly range: Range };

function isNode(value: unknown): value is EsNode {
  return isRecord(value) && typeof value.type === "string" && Array.isArray(value.range);
}

/** What hangs on a node beside its children. */
const aside = new Set(["type", "range", "loc", "parent", "tokens", "comments"]);

/** Copies without recursion, into nodes of our own: what the parser keeps beside them is let go. */
function copyProgram(text: string, program: unknown) {
  const root = new ParsedNode(text, "Program", [0, text.length]);
  const byType = new Map<string, ParsedNode[]>();
  const comments: ParsedNode[] = [];
  if (!isRecord(program)) return { root, byType, comments };
  const noted = program.comments;
  for (const comment of Array.isArray(noted) ? noted.filter(isNode) : []) {
    comments.push(new ParsedNode(text, comment.type, comment.range, root));
  }
  const open: { readonly from: Readonly<Record<string, unknown>>; readonly to: ParsedNode }[] = [{ from: program, to: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, to } = next;
    const below = childrenOf(from, to).toSorted((a, b) => a.node.range[0] - b.node.range[0]);
    for (const { field, node } of below) {
      const child = new ParsedNode(text, node.type, node.range, to, field);
      to.children.push(child);
      open.push({ from: node, to: child });
    }
  }
  for (const node of allNodes(root)) {
    const same = byType.get(node.type);
    if (same) same.push(node);
    else byType.set(node.type, [node]);
  }
  return { root, byType, comments };
}

function* allNodes(root: ParsedNode): Generator<ParsedNode> {
  const open = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) open.push(child);
    }
  }
}

/** The nodes directly below; what is no node becomes an attribute. */
function childrenOf(from: Readonly<Record<string, unknown>>, to: ParsedNode) {
  const below: { readonly field: string; readonly node: EsNode }[] = [];
  const attributes = new Map<string, string>();
  for (const [field, value] of Object.entries(from)) {
    if (aside.has(field)) continue;
    if (isNode(value)) below.push({ field, node: value });
    else if (Array.isArray(value)) below.push(...value.filter(isNode).map((node) => ({ field, node })));
    else if (["string", "number", "boolean"].includes(typeof value)) attributes.set(field, String(value));
  }
  to.attributes = attributes;
  return below;
}
