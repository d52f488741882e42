import { globs, type Edit } from "@failcheck/core";
import { json, text as lines, valueOf, yaml, type DataList, type DataNode } from "@failcheck/languages";
import type { FileNames } from "../file-names.ts";
import { folderOf, resolvePath } from "../paths.ts";
import { appendItem, lineEndOf, yamlString } from "./append-item.ts";
import { soundDocument } from "./data-registry.ts";
import { cannotRead, type Entry, type Reading, type Registry } from "./registry.ts";

/** A list of names or patterns: JSON, YAML, or one a line with `#` for comments. */
export async function readAllowlistFile(reading: Reading): Promise<Registry> {
  const { file, text, repository } = reading;
  const list = await readList(reading);
  if (list !== undefined) return readItems(reading, list);
  const entries: Entry[] = [];
  for (const line of (await repository.tree(lines, file))?.lines ?? []) {
    const written = entryIn(line.text);
    const start = line.at[0] + line.text.indexOf(written);
    if (written !== "") entries.push(await allowEntry(written, file, [start, start + written.length], reading.names));
  }
  const gap = text === "" || text.endsWith("\n") ? "" : lineEndOf(text);
  const register = ({ path }: { readonly path: string }): Edit | undefined => {
    // A name with ` #` in it has no line that means it.
    if (entryIn(path) !== path) return undefined;
    return { path: file, at: [text.length, text.length], text: `${gap}${path}${lineEndOf(text)}` };
  };
  return { file, entries, register };
}

/** The name on a line, without the comment behind it. */
function entryIn(line: string): string {
  return line.replace(/(?:^|[ \t])#.*$/, "").trim();
}

/** What an allow entry means: a path, a pattern, or a folder with a slash at its end, from the root or from the list's own folder. */
export async function allowEntry(written: string, file: string, at: readonly [number, number], names: FileNames): Promise<Entry> {
  const plain = written.replace(/^\.?\//, "").replace(/\/$/, "/**");
  const patterns = [plain, resolvePath(folderOf(file), plain) ?? plain];
  const keys = patterns.map(names.key);
  const matches = await globs(keys);
  return {
    path: file,
    at,
    written,
    targets: patterns,
    matches: (path) => keys.includes(names.key(path)) || matches(names.key(path)),
    expected: true,
  };
}

async function readItems(reading: Reading, list: DataList): Promise<Registry> {
  const { file, text, names } = reading;
  const entries: Entry[] = [];
  for (const item of list.items) {
    if (item.kind !== "scalar" || typeof item.value !== "string") {
      cannotRead(file, text, item.at[0], "an entry of the allow list is no name");
    }
    entries.push(await allowEntry(item.value, file, item.at, names));
  }
  const isJson = text[list.at[0]] === "[";
  return {
    file,
    entries,
    register: ({ path }) => {
      const added = appendItem(text, list, isJson ? JSON.stringify(path) : yamlString(path));
      return added && { path: file, ...added };
    },
  };
}

/** The list of a JSON or YAML file, at its top or under `allow`; undefined for a file of lines. */
async function readList({ repository, file, text }: Reading): Promise<DataList | undefined> {
  const language = languageOf(file, text);
  if (language === undefined) return undefined;
  const tree = (await repository.tree(language, file)) ?? { documents: [], problems: [] };
  const node = soundDocument(tree, file, text);
  const list = listIn(node);
  if (list === undefined && node !== undefined) cannotRead(file, text, node.at[0], "the allow list is not a list");
  return list ?? { kind: "list", at: [0, 0], items: [] };
}

function languageOf(file: string, text: string): typeof json | undefined {
  if (/\.jsonc?$/i.test(file)) return json;
  if (/\.ya?ml$/i.test(file)) return yaml;
  const start = text.trimStart();
  if (start.startsWith("[") || start.startsWith("{")) return json;
  const written = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  return written.length > 0 && written.every((line) => /^[ \t]*- /.test(line)) ? yaml : undefined;
}

function listIn(node: DataNode | undefined): DataList | undefined {
  if (node?.kind === "list") return node;
  const allow = valueOf(node, "allow");
  return allow?.kind === "list" ? allow : undefined;
}
