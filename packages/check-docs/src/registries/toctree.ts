import { globs, type Edit, type Range } from "@failcheck/core";
import { isMarkdown, markdown, text as textLines, type TextLine } from "@failcheck/languages";
import { folderOf, relativePath, withoutEnding } from "../paths.ts";
import { lineEndOf } from "./append-item.ts";
import { documentEntry } from "./jupyter-book.ts";
import { isBelow } from "./mkdocs.ts";
import type { Entry, Reading, Registry } from "./registry.ts";

/** Sphinx and MyST: the documents that are reached from the given one through `toctree` directives. */
export async function readToctree(reading: Reading): Promise<Registry> {
  const { file, repository, names, options } = reading;
  const root = options.docs ?? folderOf(file);
  const entries: Entry[] = [];
  const own: Directive[] = [];
  const seen = new Set([file]);
  for (const document of seen) {
    const directives = await directivesOf(reading, document);
    if (document === file) own.push(...directives);
    for (const directive of directives) {
      const found = await entriesOf(directive, document, root);
      entries.push(...found);
      for (const { targets, matches } of found) {
        for (const path of targets.filter(names.isFile)) seen.add(path);
        for (const path of matches === undefined ? [] : repository.paths.filter(matches)) seen.add(path);
      }
    }
  }
  return { file, entries, register: ({ path }) => addLine(reading, own.at(-1), root, path) };
}

/** The lines of a directive's body. */
interface Directive {
  readonly body: readonly TextLine[];
}

async function directivesOf({ repository }: Reading, document: string): Promise<readonly Directive[]> {
  const tree = await repository.tree(textLines, document);
  if (tree?.text.includes("toctree") !== true) return [];
  const lines = [...tree.lines];
  return isMarkdown(document) ? [...(await fenced(document, lines, repository)), ...colonFenced(lines)] : indented(lines);
}

async function fenced(document: string, lines: readonly TextLine[], repository: Reading["repository"]): Promise<Directive[]> {
  const tree = await repository.tree(markdown, document);
  return (tree?.fences ?? []).flatMap(({ at, language }) => {
    const inside = lines.filter((line) => line.at[0] > at[0] && line.at[1] < at[1]);
    if (language === "{toctree}") return [{ body: inside }];
    return language === "{eval-rst}" ? indented(inside) : [];
  });
}

/** The start of a directive between colons: matches `:::{toctree}`. */
const colonStart = /^[ \t]*(:{3,})\{toctree\}/;

function colonFenced(lines: readonly TextLine[]): Directive[] {
  const found: Directive[] = [];
  for (const [index, line] of lines.entries()) {
    const colons = colonStart.exec(line.text)?.[1];
    if (colons === undefined) continue;
    const end = lines.findIndex((other, at) => at > index && other.text.trim().startsWith(colons));
    found.push({ body: lines.slice(index + 1, end < 0 ? undefined : end) });
  }
  return found;
}

/** The start of a directive of reStructuredText: matches `   .. toctree::`. */
const rstStart = /^([ \t]*)\.\. toctree::[ \t]*$/;

function indented(lines: readonly TextLine[]): Directive[] {
  const found: Directive[] = [];
  for (const [index, line] of lines.entries()) {
    const indent = rstStart.exec(line.text)?.[1]?.length;
    if (indent === undefined) continue;
    const end = lines.findIndex((other, at) => at > index && other.text.trim() !== "" && indentOf(other) <= indent);
    found.push({ body: lines.slice(index + 1, end < 0 ? undefined : end) });
  }
  return found;
}

function indentOf({ text }: TextLine): number {
  return text.length - text.trimStart().length;
}

/** An option of a directive: matches `:glob:` and `:maxdepth: 2`. */
const option = /^:([a-z-]+):/;

/** Pages that Sphinx makes itself. */
const made = new Set(["self", "genindex", "modindex", "search"]);

/** `Title <target>`: matches `Read me <readme>`, not `a.md`. */
const titled = /^.*<([^<>]+)>$/;

async function entriesOf({ body }: Directive, document: string, root: string): Promise<readonly Entry[]> {
  const options = new Set<string>();
  const entries: Entry[] = [];
  let inBlock = false;
  for (const line of body) {
    const written = line.text.trim();
    if (written === "---") inBlock = !inBlock;
    const name = inBlock ? /^([a-z-]+):/.exec(written)?.[1] : option.exec(written)?.[1];
    if (name !== undefined) options.add(name);
    if (inBlock || written === "" || written === "---" || name !== undefined || written.startsWith("% ")) continue;
    const target = titled.exec(written)?.[1]?.trim() ?? written;
    if (made.has(target) || /^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    const start = line.at[0] + line.text.lastIndexOf(target);
    const at: Range = [start, start + target.length];
    entries.push(await entryOf(target, document, at, target.startsWith("/") ? root : folderOf(document), options.has("glob")));
  }
  return entries;
}

async function entryOf(target: string, document: string, at: Range, folder: string, glob: boolean): Promise<Entry> {
  const entry = documentEntry(document, target.replace(/^\/+/, ""), at, folder);
  if (!glob || !/[*?[]/.test(target)) return { ...entry, written: target };
  const matches = await globs(entry.targets);
  // The document that holds the directive is not below itself.
  return { ...entry, written: target, targets: [], matches: (path) => path !== document && matches(path) };
}

function addLine({ file, text }: Reading, directive: Directive | undefined, root: string, path: string): Edit | undefined {
  const last = directive?.body.findLast((line) => line.text.trim() !== "");
  if (last === undefined || !isBelow(root, path)) return undefined;
  const gap = option.test(last.text.trim()) ? lineEndOf(text) : "";
  const indent = last.text.slice(0, indentOf(last));
  const page = withoutEnding(relativePath(folderOf(file), path));
  return { path: file, at: [last.at[1], last.at[1]], text: `${gap}${lineEndOf(text)}${indent}${page}` };
}
