import { globs, type PathMatcher, type Range } from "@failcheck/core";
import { isMarkdown, stringOf, valueOf, type DataList, type DataNode } from "@failcheck/languages";
import { ignorePattern } from "../gitignore.ts";
import { localTarget } from "../local-target.ts";
import { folderOf, relativePath, resolvePath } from "../paths.ts";
import { appendItem, yamlString } from "./append-item.ts";
import { readData } from "./data-registry.ts";
import { cannotRead, type Entry, type NewEntry, type Reading, type Registry } from "./registry.ts";

/** MkDocs: the pages of `nav` below `docs_dir`, without those of `not_in_nav` and `exclude_docs`. */
export async function readMkdocs(reading: Reading): Promise<Registry> {
  const { file, text, options } = reading;
  const root = await readData(reading);
  if (root !== undefined && root.kind !== "map") cannotRead(file, text, root.at[0], "mkdocs.yml is not a mapping");
  const written = options.docs ?? stringOf(valueOf(root, "docs_dir")) ?? "docs";
  const docs = resolvePath(options.docs === undefined ? folderOf(file) : "", written);
  if (docs === undefined) cannotRead(file, text, valueOf(root, "docs_dir")?.at[0] ?? 0, "docs_dir leaves the repository");
  const left = await leftOut(root, docs);
  const nav = valueOf(root, "nav");
  const entries: Entry[] = [];
  if (nav === undefined || (nav.kind === "scalar" && nav.value === null)) {
    // Without a nav MkDocs shows every page there is.
    return { file, entries, exempts: (path) => isBelow(docs, path) || left(path) };
  }
  if (nav.kind !== "list") cannotRead(file, text, nav.at[0], "nav is not a list");
  collectNav(reading, nav, docs, entries);
  return { file, entries, exempts: left, register: (entry) => addToNav(file, text, nav, docs, entry) };
}

/** Whether the path lies in the folder. */
export function isBelow(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function collectNav(reading: Reading, nav: DataList, docs: string, entries: Entry[]): void {
  const open: DataNode[] = nav.items.toReversed();
  const seen = new Set<DataNode>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // An anchor may be named many times, but its pages are the same.
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") for (const item of node.items.toReversed()) open.push(item);
    else if (node.kind === "map") for (const { value } of node.entries.toReversed()) open.push(value);
    else if (typeof node.value === "string") entries.push(...navEntry(reading, node.value, node.at, docs));
    else if (node.value !== null)
      cannotRead(reading.file, reading.text, node.at[0], "an entry of nav is neither a page nor a section");
  }
}

function navEntry({ file }: Reading, written: string, at: Range, docs: string): readonly Entry[] {
  if (localTarget(written, "mkdocs.yml") === undefined && !written.startsWith("..")) return [];
  const [page = ""] = written.split("#");
  const target = resolvePath(docs, page);
  const entry = { path: file, at, written };
  if (target === undefined) return [{ ...entry, targets: [], expected: true }];
  if (/[*]/.test(page)) return [{ ...entry, targets: [], matches: belowFolder(target.split("*")[0] ?? ""), expected: false }];
  if (page.endsWith("/")) return [{ ...entry, targets: [target], matches: belowFolder(`${target}/`), expected: true }];
  return [{ ...entry, targets: [target], expected: isMarkdown(page) || /\.[a-z]{2,5}$/i.test(page) }];
}

function belowFolder(prefix: string): PathMatcher {
  return (path) => path.startsWith(prefix);
}

const patternKeys = ["not_in_nav", "exclude_docs", "draft_docs"];

/** The pages that MkDocs is told not to expect in its nav: patterns as in .gitignore, below docs_dir. */
async function leftOut(root: DataNode | undefined, docs: string): Promise<PathMatcher> {
  const lines = patternKeys.flatMap((key) => (stringOf(valueOf(root, key)) ?? "").split("\n"));
  const patterns = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const out = await globs(patterns.filter((line) => !line.startsWith("!")).flatMap((line) => ignorePattern(line, docs)));
  const back = await globs(patterns.filter((line) => line.startsWith("!")).flatMap((line) => ignorePattern(line.slice(1), docs)));
  return (path) => out(path) && !back(path);
}

function addToNav(file: string, text: string, nav: DataList, docs: string, { path, title }: NewEntry) {
  if (!isBelow(docs, path)) return undefined;
  const page = yamlString(relativePath(docs, path));
  const titled = nav.items.some(({ kind }) => kind === "map");
  const added = appendItem(text, nav, titled ? `${yamlString(title)}: ${page}` : page);
  return added && { path: file, ...added };
}
