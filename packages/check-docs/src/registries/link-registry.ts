import type { Edit } from "@failcheck/core";
import { isMarkdown, markdown, type MarkdownTree } from "@failcheck/languages";
import { localTarget } from "../local-target.ts";
import { folderOf, relativePath, withoutEnding } from "../paths.ts";
import { endOfLine, lineEndOf } from "./append-item.ts";
import type { Entry, NewEntry, Reading, Registry } from "./registry.ts";

/** A page of links: an index, mdBook's SUMMARY.md, llms.txt. */
export async function readLinks(reading: Reading): Promise<Registry> {
  const { file, text, options } = reading;
  const tree = await treeOf(reading);
  const entries = destinations(tree).flatMap(({ url, at }) => {
    const entry = entryOf(url, file, options.kind === "llms");
    return entry === undefined ? [] : [{ ...entry, path: file, at }];
  });
  return { file, entries, register: (entry) => addListItem(file, text, entries, entry) };
}

/** llms.txt is Markdown by its content, though not by its name. */
async function treeOf({ repository, file, text }: Reading): Promise<MarkdownTree> {
  if (isMarkdown(file)) {
    const tree = await repository.tree(markdown, file);
    if (tree !== undefined) return tree;
  }
  const bytes = Buffer.from(text);
  return (await markdown.load())({ path: file, kind: "file", bytes, text });
}

/** Where the links of a document lead, with the places where that is written. */
function destinations(tree: MarkdownTree): readonly { readonly url: string; readonly at: readonly [number, number] }[] {
  const used = new Set(tree.references.filter(({ kind }) => kind === "link").map(({ label }) => label));
  const links = tree.links.filter(({ kind }) => kind !== "image");
  const definitions = tree.definitions.filter(({ label }) => used.has(label));
  return [...links, ...definitions].map(({ url, urlAt }) => ({ url, at: urlAt })).sort((a, b) => a.at[0] - b.at[0]);
}

type Meaning = Pick<Entry, "written" | "targets" | "expected">;

function entryOf(url: string, file: string, published: boolean): Meaning | undefined {
  const local = localTarget(url, file);
  if (local !== undefined) {
    return local.path === file ? undefined : { written: url, targets: documentsOf(local.path), expected: isMarkdown(local.path) };
  }
  const page = published ? publishedPath(url) : undefined;
  return page === undefined ? undefined : { written: url, targets: page, expected: false };
}

/** The documents that a link may show: itself, the page of a folder, the source of a page without its ending. */
export function documentsOf(path: string): readonly string[] {
  if (isMarkdown(path)) return [path];
  const bare = path.endsWith(".html") ? withoutEnding(path) : path;
  const inFolder = ["README", "index", "readme"].map((name) => (bare === "" ? name : `${bare}/${name}`));
  const names = bare === "" ? inFolder : [bare, ...inFolder];
  return names.flatMap((name) => [`${name}.md`, `${name}.mdx`, `${name}.markdown`]);
}

/** A page of the project's site or of its host: its source stands at the root or in docs/ under the same name. */
function publishedPath(url: string): readonly string[] | undefined {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return undefined;
  const { host, pathname } = new URL(url);
  const parts = (localTarget(pathname, "")?.path ?? "").split("/");
  const cuts = host === "github.com" ? [4] : host === "raw.githubusercontent.com" ? [3] : [0, 1];
  const paths = cuts.map((cut) => parts.slice(cut).join("/")).filter((path) => path !== "");
  return [...paths, ...paths.map((path) => `docs/${path}`)].flatMap(documentsOf);
}

/** The start of a list item: matches `  - `, `* [x] ` without the box, and `12. `; not `-a`. */
const listItem = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)/;

function addListItem(file: string, text: string, entries: readonly Entry[], { path, title }: NewEntry): Edit | undefined {
  const to = relativePath(folderOf(file), path);
  const link = `[${title.replace(/[[\]\\]/g, "\\$&")}](${/[\s()<>]/.test(to) ? `<${to}>` : to})`;
  const end = lineEndOf(text);
  // Behind the last document; a list of addresses comes second.
  const places = [...entries.filter(({ expected }) => !expected), ...entries.filter(({ expected }) => expected)];
  for (const { at } of places.toReversed()) {
    const start = text.lastIndexOf("\n", at[0] - 1) + 1;
    const marker = listItem.exec(text.slice(start, endOfLine(text, start)));
    if (marker === null) continue;
    const [, indent = "", sign = "-", blank = " "] = marker;
    const place = endOfItem(text, start, indent.length);
    return { path: file, at: [place, place], text: `${end}${indent}${next(sign)}${blank}${link}` };
  }
  const gap = text === "" || text.endsWith("\n") ? "" : end;
  return { path: file, at: [text.length, text.length], text: `${gap}${text === "" ? "" : end}- ${link}${end}` };
}

function next(sign: string): string {
  const number = Number.parseInt(sign, 10);
  return Number.isNaN(number) ? sign : `${number + 1}${sign.slice(-1)}`;
}

/** The end of a list item with the lines that go on under it. */
function endOfItem(text: string, start: number, indent: number): number {
  let end = endOfLine(text, start);
  while (end < text.length) {
    const following = text.indexOf("\n", end) + 1;
    const line = following === 0 ? "" : text.slice(following, endOfLine(text, following));
    const depth = line.length - line.trimStart().length;
    if (line.trim() === "" || depth <= indent) break;
    end = endOfLine(text, following);
  }
  return end;
}
