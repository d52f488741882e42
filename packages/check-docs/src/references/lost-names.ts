import type { Repository } from "@failcheck/core";
import { isMarkdown } from "@failcheck/languages";
import { folderOf, nameOf, withoutEnding } from "../paths.ts";

/**
 * The words by which other documents may speak of what the change took away: the names of files and folders that are gone, and
 * of documents that lost an anchor.
 */
export async function lostNames(repository: Repository): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let folders: ReadonlySet<string> | undefined;
  for (const path of repository.changed) {
    if (!isTaken(path, repository)) {
      if (isMarkdown(path) && (await hasLostAnchors(path, repository))) addDocument(path, names);
      continue;
    }
    addDocument(path, names);
    folders ??= repository.previous ? foldersOf(repository.paths) : new Set();
    for (let folder = folderOf(path); folder !== "" && !folders.has(folder); folder = folderOf(folder)) names.add(nameOf(folder));
  }
  return names;
}

/** In the tree before the change nothing is taken yet, and everything that changed may have been: what was said there is wanted. */
function isTaken(path: string, repository: Repository): boolean {
  return repository.previous === undefined || !repository.has(path);
}

/** A document may be linked without its ending, and the one that stands for its folder by `/`. */
function addDocument(path: string, names: Set<string>): void {
  const name = nameOf(path);
  names.add(isMarkdown(path) ? withoutEnding(name) : name);
  if (!/^(?:readme|index)\./i.test(name)) return;
  names.add(nameOf(folderOf(path)) || "(/");
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== "" && !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

async function hasLostAnchors(path: string, repository: Repository): Promise<boolean> {
  const [before, now] = [(await repository.previous?.(path))?.text, (await repository.read(path))?.text];
  if (before === undefined || now === undefined || before === now) return false;
  const left = anchorLines(now);
  for (const [line, count] of anchorLines(before)) if ((left.get(line) ?? 0) < count) return true;
  return fences(before) !== fences(now);
}

/** A line that may give an anchor: matches `## Setup`, `<h2>`, `<a name="x">`, `(target)=`; more than needed, never less. */
const anchorLine = /#|<h[1-6]|\b(?:id|name)\s*=|\)=\s*$/i;

/** The line under a heading: matches `===` and `---`. */
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

function anchorLines(text: string): ReadonlyMap<string, number> {
  const lines = text.split(/\r\n|\r|\n/);
  const found = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (anchorLine.test(line) || underline.test(lines[index + 1] ?? "")) found.set(line, (found.get(line) ?? 0) + 1);
  }
  return found;
}

/** What may hide a heading that still stands there: a fence, a comment. */
function fences(text: string): string {
  return (text.match(/`{3,}|~{3,}|<!--|-->/g) ?? []).join();
}
