import type { Problem, Range } from "@failcheck/core";
import GithubSlugger from "github-slugger";
import type { Heading, Nodes, Root, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import { htmlPiece } from "./html-in-markdown-parser.ts";
import type {
  MarkdownAnchor,
  MarkdownCode,
  MarkdownDefinition,
  MarkdownFence,
  MarkdownFrontMatter,
  MarkdownHeading,
  MarkdownLink,
  MarkdownProse,
  MarkdownReference,
  MarkdownTable,
} from "./markdown.ts";

/** What a document holds, in its order. */
export interface Collected {
  readonly links: MarkdownLink[];
  readonly definitions: MarkdownDefinition[];
  readonly references: MarkdownReference[];
  readonly headings: MarkdownHeading[];
  readonly fences: MarkdownFence[];
  readonly code: MarkdownCode[];
  readonly anchors: MarkdownAnchor[];
  readonly prose: MarkdownProse[];
  readonly tables: MarkdownTable[];
  readonly problems: readonly Problem[];
  frontMatter: MarkdownFrontMatter | undefined;
}

interface Reading {
  readonly source: string;
  /** Where in the file the piece starts that was read. */
  readonly base: number;
  readonly slugger: GithubSlugger;
  readonly into: Collected;
}

/** A piece of a document as it was read; its nodes count from its own start. */
export interface Piece {
  readonly root: Root;
  readonly base: number;
  /** Where it ends; nodes behind that are not told. */
  readonly end: number;
}

/** Where the destination of a node stands, which its tree does not tell; counted like the node's own place. */
const urlPlaces = new WeakMap<Nodes, Range>();

export function noteUrl(node: Nodes, at: Range): void {
  urlPlaces.set(node, at);
}

function urlRange(node: Nodes, base: number): Range | undefined {
  const place = urlPlaces.get(node);
  return place && [base + place[0], base + place[1]];
}

/** Walks the tree once and sorts what it finds into lists; ranges point into `source`, the whole document. */
export function collect({ root, base, end }: Piece, source: string, problems: readonly Problem[] = []): Collected {
  const into: Collected = {
    links: [],
    definitions: [],
    references: [],
    headings: [],
    fences: [],
    code: [],
    anchors: [],
    prose: [],
    tables: [],
    problems,
    frontMatter: undefined,
  };
  const reading = { source, base, slugger: new GithubSlugger(), into };
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (rangeOf(node, base)[0] >= end) continue;
    take(node, reading);
    stackChildren(node, open);
  }
  return into;
}

function take(node: Nodes, reading: Reading): void {
  const { into, base } = reading;
  const at = rangeOf(node, base);
  switch (node.type) {
    case "link":
    case "image":
      into.links.push(linkOf(node, at, reading));
      break;
    case "definition":
      into.definitions.push({ at, label: node.identifier, url: node.url, urlAt: urlRange(node, base) ?? [at[1], at[1]] });
      break;
    case "linkReference":
    case "imageReference":
      into.references.push({
        kind: node.type === "linkReference" ? "link" : "image",
        at,
        label: node.identifier,
        text: toString(node),
      });
      break;
    case "heading":
      into.headings.push(headingOf(node, at, reading.slugger));
      into.prose.push(proseOf(node, reading));
      break;
    case "code":
      into.fences.push({ at, language: (node.lang ?? "").toLowerCase(), meta: node.meta ?? "", code: node.value });
      break;
    case "inlineCode":
      into.code.push({ at, text: node.value });
      break;
    case "html":
      takeHtml(at, reading);
      break;
    case "paragraph":
    case "tableCell":
      into.prose.push(proseOf(node, reading));
      break;
    case "table":
      into.tables.push(tableOf(node, at, reading));
      break;
    default:
      takeFrontMatter(node, at, reading);
  }
}

function takeFrontMatter(node: Nodes, at: Range, { into, source }: Reading): void {
  // The type of TOML front matter is not among mdast's own, so the fence tells: `---` or `+++`.
  if (at[0] !== 0 || !("value" in node) || node.type === "text") return;
  into.frontMatter = { kind: source.startsWith("+") ? "toml" : "yaml", at, text: node.value };
}

function linkOf(node: Extract<Nodes, { type: "link" | "image" }>, at: Range, { source, base }: Reading): MarkdownLink {
  const text = toString(node);
  const urlAt = urlRange(node, base);
  if (urlAt !== undefined) return { kind: node.type, at, url: node.url, urlAt, text };
  const written = source.slice(at[0], at[1]);
  const bare = node.type === "link" && !written.startsWith("[");
  if (!bare) return { kind: node.type, at, url: node.url, urlAt: [at[1] - 1, at[1] - 1], text };
  const bracket = written.startsWith("<") ? 1 : 0;
  return { kind: "autolink", at, url: node.url, urlAt: [at[0] + bracket, at[1] - bracket], text };
}

/** An anchor written behind a heading's text: matches `{#install}` at the end of `Install {#install}`, nothing in `a {b}`. */
const writtenId = /[ \t]*\{[^{}#]{0,40}#([^{}\s]{1,200})[^{}]{0,200}\}[ \t]*$/;

function headingOf(node: Heading, at: Range, slugger: GithubSlugger): MarkdownHeading {
  const text = toString(node, { includeImageAlt: false, includeHtml: false });
  const written = writtenId.exec(text);
  const id = written?.[1];
  const shown = written === null ? text : text.slice(0, written.index);
  const heading = { at, depth: node.depth, text: shown, slug: slugger.slug(shown) };
  return id === undefined ? heading : { ...heading, id };
}

/** Attributes that lead somewhere. */
const leading = new Set(["href", "src"]);

function takeHtml(at: Range, { source, slugger, into }: Reading): void {
  const { attributes, headings } = htmlPiece(source.slice(at[0], at[1]), at[0]);
  for (const heading of headings) into.headings.push({ ...heading, slug: slugger.slug(heading.text) });
  for (const attribute of attributes) {
    const { tag, name, value } = attribute;
    if (leading.has(name)) into.links.push({ kind: "html", at: attribute.at, url: value, urlAt: attribute.at, text: value });
    if (name === "id" || (name === "name" && tag === "a")) into.anchors.push({ at: attribute.at, name: value });
  }
}

function tableOf(node: Table, at: Range, reading: Reading): MarkdownTable {
  return { at, rows: node.children.map((row) => row.children.map((cell) => proseOf(cell, reading))) };
}

/** Stands for what is no text: code, images, HTML. Blanks would join the words on both sides. */
const object = "\uFFFC";

const objects = new Set<Nodes["type"]>(["inlineCode", "image", "imageReference", "html", "footnoteReference"]);

/** The block's source with everything but its running text blanked. */
function proseOf(block: Nodes, { source, base }: Reading): MarkdownProse {
  const at = rangeOf(block, base);
  const pieces: { readonly at: Range; readonly fill: string | undefined }[] = [];
  const open: Nodes[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") pieces.push({ at: rangeOf(node, base), fill: undefined });
    else if (objects.has(node.type)) pieces.push({ at: rangeOf(node, base), fill: object });
    else stackChildren(node, open);
  }
  let text = "";
  for (const {
    at: [from, to],
    fill,
  } of pieces) {
    const written = source.slice(from, to);
    text += blank(source.slice(at[0] + text.length, from)) + (fill === undefined ? unquoted(written) : blank(written, fill));
  }
  return { at, text: text + blank(source.slice(at[0] + text.length, at[1])) };
}

function blank(markup: string, fill = " "): string {
  return markup.replace(/[^\r\n]/g, fill);
}

/** A text that goes on over lines of a quote holds the quote's marks: matches the `> ` in `a\n> b`, not the one in `a > b`. */
function unquoted(text: string): string {
  return text.replace(/(?<=[\r\n])[ \t>]+/g, (marks) => " ".repeat(marks.length));
}

/** Puts the children where the first is popped next. Not `push(...children)`: a list of 200,000 would exhaust the stack. */
function stackChildren(node: Nodes, open: Nodes[]): void {
  for (const child of "children" in node ? node.children.toReversed() : []) open.push(child);
}

function rangeOf(node: Nodes, base: number): Range {
  return [base + (node.position?.start.offset ?? 0), base + (node.position?.end.offset ?? 0)];
}
