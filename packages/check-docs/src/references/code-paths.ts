import type { Range } from "@failcheck/core";
import type { MarkdownPart } from "@failcheck/languages";
import { folderOf, resolvePath } from "../paths.ts";
import { judgeLines } from "./links.ts";
import type { Dangling, ReferenceReader } from "./reference-reader.ts";

/** A path in backticks, perhaps with a line: matches `src/a.ts`, `a.py:109`, `docs/a.md#L3`, `src/`; nothing in `a/b` or `text/html`. */
const codePath =
  /^(?<path>(?:\.{0,2}\/)?[\w@.+-]+(?:\/[\w@.+-]+)*\/?)(?::(?<line>\d{1,6})(?:[-:]\d{1,6})?|#L(?<hash>\d{1,6})(?:-L?\d{1,6})?)?$/;

/** A path with a line in running text: matches `src/a.ts:109` in `see src/a.ts:109.`; captures the path and the line. */
export const citedLine =
  /(?<![\w@./:-])((?:[\w@.+-]{1,80}\/){0,12}[\w@+-][\w@.+-]{0,80}\.[a-z][a-z0-9]{0,5}):(\d{1,6})(?:[-–:]\d{1,6})?(?![\w/])/gi;

/** Words before a path that speak of a file that is to come, is gone, or is an example. */
const unreal =
  /(?:\b(?:creat|add|writ|mak|generat|produc|output|renam|mov|delet|remov|replac|introduc|scaffold|emit|compil|build|download|propos|plan)(?:e|es|ed|ing|s|t|te|ten)?\b|\b(?:new|your|example|e\.g|eg|such as|like|suppose|say|imagine|would|will|could|should|if|formerly|previously|was|were|old|legacy|deprecated|no longer|instead of|not|named|called|default|optional|missing|absent|into|under|inside)\b|\bi\.e)/i;

/** Documents that speak of what was. */
const history = /(?:^|\/)(?:change-?logs?|changes|history|news|releases?|release-?notes|migrat\w*|upgrad\w*)(?:[./_-]|$)/i;

/** Paths in backticks and cited lines that do not exist at this revision. */
export async function danglingCode(tree: MarkdownPart, path: string, reader: ReferenceReader): Promise<readonly Dangling[]> {
  if (history.test(path)) return [];
  const found: Dangling[] = [];
  for (const { at, text } of tree.code) {
    const wrong = await judgeCode(text, path, reader, () => lead(tree, at));
    if (wrong !== undefined) found.push({ at: [at[0] + marks(at, text), at[1] - marks(at, text)], ...wrong });
  }
  for (const { at, text } of tree.prose) {
    for (const match of text.matchAll(citedLine)) {
      const wrong = await judgeCitation(match[1] ?? "", Number(match[2]), path, reader);
      const start = at[0] + match.index;
      if (wrong !== undefined) found.push({ at: [start, start + match[0].length], ...wrong });
    }
  }
  return found;
}

/** How many backticks (and blanks) stand on each side of the code. */
function marks(at: Range, text: string): number {
  return Math.floor((at[1] - at[0] - text.length) / 2);
}

type Wrong = Omit<Dangling, "at">;

/** Says what is wrong with code that is a path; undefined where it is none, or where that cannot be known. */
export async function judgeCode(
  text: string,
  from: string,
  reader: ReferenceReader,
  before: () => string,
): Promise<Wrong | undefined> {
  const groups = codePath.exec(text)?.groups;
  if (groups?.path === undefined) return undefined;
  const line = groups.line ?? groups.hash;
  if (line !== undefined) return judgeCitation(groups.path, Number(line), from, reader);
  const written = groups.path;
  const isFile = /\/[^/]*\.[a-z][a-z0-9]{0,7}$/i.test(written);
  // The pages of a site speak of their readers' projects.
  if (!isFile || reader.siteOf(from) !== "files" || resolves(written, from, reader).length > 0) return undefined;
  if (!isOurs(written, from, reader) || unreal.test(before())) return undefined;
  return { message: `${written} does not exist`, help: "Correct the path to where the file is now, or take it out." };
}

/** The end of a sentence: matches the `. ` of `gone. See`, not that of `e.g. this`. */
const sentenceEnd = /(?<!\b(?:e\.g|i\.e|etc|vs|cf))\.\s/;

/** The running text before a place, in its own sentence. */
function lead(tree: MarkdownPart, at: Range): string {
  const prose = tree.prose.findLast((one) => one.at[0] <= at[0] && one.at[1] >= at[1]);
  const text = prose?.text.slice(0, at[0] - prose.at[0]) ?? "";
  const [sentence = ""] = text.split(sentenceEnd).slice(-1);
  return sentence;
}

/** Says what is wrong with a cited line; undefined where nothing is, or where that cannot be known. */
export async function judgeCitation(
  written: string,
  line: number,
  from: string,
  reader: ReferenceReader,
): Promise<Wrong | undefined> {
  const files = resolves(written, from, reader);
  const candidates = files.length > 0 ? files : reader.endingIn(written);
  if (candidates.length === 0) {
    if (!isOurs(written, from, reader)) return undefined;
    return { message: `${written}:${line} cites a file that does not exist`, help: "Cite what stands in the repository." };
  }
  let wrong: Wrong | undefined;
  for (const file of candidates) {
    wrong = await judgeLines(file, line, reader);
    if (wrong === undefined) return undefined;
  }
  return wrong;
}

/** The files that a path may mean: seen from the root, from the document, from a folder above it, or by its end. */
function resolves(written: string, from: string, { names, endingIn, excepted }: ReferenceReader): readonly string[] {
  const plain = written.replace(/^\.?\//, "").replace(/\/$/, "");
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const path = resolvePath(folder, written.startsWith(".") && folder === folderOf(from) ? written : plain);
    if (path !== undefined && (names.exists(path) || excepted(path))) return [path];
    if (folder === "") return endingIn(plain);
  }
}

/** Whether the path is meant to be in this repository: its folder is, seen from the root or from the document. */
function isOurs(written: string, from: string, { names }: ReferenceReader): boolean {
  const folder = folderOf(written.replace(/^\.?\//, ""));
  if (folder === "" || written.startsWith("/") || written.includes("@")) return false;
  return [resolvePath("", folder), resolvePath(folderOf(from), folderOf(written))].some(
    (path) => path !== undefined && path !== "" && names.isFolder(path),
  );
}
