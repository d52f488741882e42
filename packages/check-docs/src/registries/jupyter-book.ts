import { globs, type Range } from "@failcheck/core";
import { stringOf, valueOf, type DataList, type DataNode } from "@failcheck/languages";
import { folderOf, relativePath, resolvePath, withoutEnding } from "../paths.ts";
import { appendItem, yamlString } from "./append-item.ts";
import { readData } from "./data-registry.ts";
import { isBelow } from "./mkdocs.ts";
import { cannotRead, type Entry, type NewEntry, type Reading, type Registry } from "./registry.ts";

/** What a page may be written in; entries usually leave the ending out. */
const endings = ["", ".md", ".markdown", ".rst", ".ipynb", ".txt", ".tex", ".myst.md"];

/** Keys that name one document, and keys that hold further ones. */
const documentKeys = new Set(["file", "root"]);
const branchKeys = ["parts", "chapters", "sections", "children", "subtrees", "entries", "toc", "project"];

/** Jupyter Book: `_toc.yml` in its two formats, and the `toc` of a `myst.yml`. */
export async function readJupyterBook(reading: Reading): Promise<Registry> {
  const { file, text, options } = reading;
  const root = await readData(reading);
  if (root?.kind === "scalar") cannotRead(file, text, root.at[0], "the table of contents is neither a list nor a mapping");
  const folder = options.docs ?? folderOf(file);
  const entries: Entry[] = [];
  const open: DataNode[] = root === undefined ? [] : [root];
  const seen = new Set<DataNode>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") for (const item of node.items.toReversed()) open.push(item);
    if (node.kind !== "map") continue;
    for (const key of branchKeys.toReversed()) open.push(...branch(reading, node, key));
    entries.push(...(await documents(file, node, folder)));
  }
  const list = chapters(root);
  return { file, entries, register: (entry) => (list === undefined ? undefined : add(file, text, list, folder, entry)) };
}

function branch({ file, text }: Reading, node: DataNode, key: string): readonly DataNode[] {
  const value = valueOf(node, key);
  if (value === undefined || (value.kind === "scalar" && value.value === null)) return [];
  if (value.kind === "list" || key === "project") return [value];
  if (key === "entries" || key === "toc") return [];
  return cannotRead(file, text, value.at[0], `${key} is not a list`);
}

async function documents(file: string, node: DataNode, folder: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const { key, value } of node.kind === "map" ? node.entries : []) {
    const written = stringOf(value);
    if (written === undefined) continue;
    if (documentKeys.has(key)) entries.push(documentEntry(file, written, value.at, folder));
    if (key !== "glob" && key !== "pattern") continue;
    const pattern = resolvePath(folder, written) ?? written;
    const matches = await globs(endings.map((ending) => pattern + ending));
    entries.push({ path: file, at: value.at, written, targets: [], matches, expected: true });
  }
  return entries;
}

/** An entry that names a document with or without its ending. */
export function documentEntry(file: string, written: string, at: Range, folder: string): Entry {
  const target = resolvePath(folder, written);
  return {
    path: file,
    at,
    written,
    targets: target === undefined ? [] : endings.map((ending) => target + ending),
    expected: true,
  };
}

/** The list that a new page is added to: the first of the book. */
function chapters(root: DataNode | undefined): DataList | undefined {
  if (root?.kind === "list") return root;
  const parts = valueOf(root, "parts");
  const part = parts?.kind === "list" ? parts.items.at(-1) : undefined;
  const toc = valueOf(valueOf(root, "project"), "toc");
  for (const list of [valueOf(part, "chapters"), valueOf(root, "chapters"), valueOf(root, "sections"), toc]) {
    if (list?.kind === "list") return list;
  }
  return undefined;
}

function add(file: string, text: string, list: DataList, folder: string, { path }: NewEntry) {
  if (!isBelow(folder, path)) return undefined;
  const page = relativePath(folder, path);
  const shown = file.endsWith("_toc.yml") ? withoutEnding(page) : page;
  const added = appendItem(text, list, `file: ${yamlString(shown)}`);
  return added && { path: file, ...added };
}
