import { stringOf, valueOf, type DataNode } from "@failcheck/languages";
import { localTarget } from "../local-target.ts";
import { folderOf, nameOf, relativePath, resolvePath, withoutEnding } from "../paths.ts";
import { appendItem } from "./append-item.ts";
import { mustBeWritten, readConfig } from "./config-literal.ts";
import { documentsOf } from "./link-registry.ts";
import type { Literal } from "./literal.ts";
import { isBelow } from "./mkdocs.ts";
import { cannotRead, type Entry, type NewEntry, type Reading, type Registry } from "./registry.ts";

/** VitePress: the links of `sidebar` and `nav`, those of each language included. */
export async function readVitepress(reading: Reading): Promise<Registry> {
  const { file, text } = reading;
  const literal = await readConfig(reading);
  mustBeWritten(reading, literal, literal.data);
  const docs = docsFolder(reading, literal.data);
  const entries: Entry[] = [];
  const themes = [literal.data, ...localesOf(literal.data)].flatMap((node) => valueOf(node, "themeConfig") ?? []);
  for (const theme of themes) {
    mustBeWritten(reading, literal, theme);
    for (const key of ["sidebar", "nav"]) {
      const node = valueOf(theme, key);
      if (node !== undefined) collectLinks(reading, literal, node, docs, entries);
    }
  }
  const home = documentsOf(docs);
  return {
    file,
    entries,
    exempts: (path) => home.includes(path),
    register: (entry) => addToSidebar(file, text, valueOf(themes[0], "sidebar"), docs, entry),
  };
}

function docsFolder({ file, options }: Reading, data: DataNode): string {
  if (options.docs !== undefined) return resolvePath("", options.docs) ?? options.docs;
  const folder = folderOf(file);
  const root = nameOf(folder) === ".vitepress" ? folderOf(folder) : folder;
  return resolvePath(root, stringOf(valueOf(data, "srcDir")) ?? ".") ?? root;
}

function localesOf(data: DataNode): readonly DataNode[] {
  const locales = valueOf(data, "locales");
  return locales?.kind === "map" ? locales.entries.map(({ value }) => value) : [];
}

/** Keys below which links stand; the others are texts and switches. */
const branchKeys = new Set(["items", "children"]);

interface Open {
  readonly node: DataNode;
  readonly base: string;
  /** Whether the keys of the object are paths, as in `sidebar: { "/guide/": […] }`. */
  readonly byPath: boolean;
}

function collectLinks(reading: Reading, literal: Literal, root: DataNode, docs: string, entries: Entry[]): void {
  const open: Open[] = [{ node: root, base: "", byPath: true }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, byPath } = next;
    mustBeWritten(reading, literal, node);
    if (node.kind === "scalar") {
      if (node.value === null || typeof node.value === "boolean") continue;
      cannotRead(reading.file, reading.text, node.at[0], "an item of the sidebar is no object");
    }
    if (node.kind === "list") {
      for (const item of node.items.toReversed()) open.push({ node: item, base: next.base, byPath: false });
      continue;
    }
    const base = stringOf(valueOf(node, "base")) ?? next.base;
    for (const { key, value } of node.entries.toReversed()) {
      if (byPath ? key !== "base" : branchKeys.has(key)) open.push({ node: value, base, byPath: false });
    }
    const link = valueOf(node, "link");
    if (link !== undefined && !byPath) entries.push(...linkEntry(reading, literal, link, base, docs));
  }
}

function linkEntry(reading: Reading, literal: Literal, link: DataNode, base: string, docs: string): readonly Entry[] {
  mustBeWritten(reading, literal, link);
  const written = stringOf(link);
  if (written === undefined || written === "") return [];
  const local = localTarget(base + written, "");
  if (local === undefined) return [];
  const target = resolvePath(docs, local.path);
  const path = reading.file;
  if (target === undefined) return [{ path, at: link.at, written, targets: [], expected: true }];
  const targets = local.folder ? documentsOf(target).slice(3) : documentsOf(target);
  return [{ path, at: link.at, written, targets: [...targets, target], expected: true }];
}

function addToSidebar(file: string, text: string, sidebar: DataNode | undefined, docs: string, { path, title }: NewEntry) {
  const list = sidebar?.kind === "map" ? sidebar.entries[0]?.value : sidebar;
  if (list?.kind !== "list" || !isBelow(docs, path)) return undefined;
  const quote = (value: string) =>
    text.slice(list.at[0], list.at[1]).includes('"') ? JSON.stringify(value) : `'${value.replace(/['\\]/g, "\\$&")}'`;
  const link = `/${withoutEnding(relativePath(docs, path))}`;
  const added = appendItem(text, list, `{ text: ${quote(title)}, link: ${quote(link)} }`);
  return added && { path: file, ...added };
}
