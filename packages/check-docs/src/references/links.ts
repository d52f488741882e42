import { isMarkdown, type MarkdownPart } from "@failcheck/languages";
import { localTarget, type LocalTarget } from "../local-target.ts";
import { withoutEnding } from "../paths.ts";
import { documentsOf } from "../registries/link-registry.ts";
import type { Dangling, ReferenceReader } from "./reference-reader.ts";

/** Signs of a placeholder: matches `{{ url }}/a`, `<path>`, `...`, `$HOME`, `%VERSION%`; nothing in `a%20b.md`. */
const placeholder = /[{}<>$*|…\uFFFD\0]|\.\.\.|%(?![0-9a-f]{2})/i;

/** Words that stand where an address would: `[text](url)`. */
const exampleWords = new Set(["url", "link", "path", "href", "uri", "src", "target", "destination", "image", "file"]);

/** The links, images and definitions of a document that lead nowhere. */
export async function danglingLinks(tree: MarkdownPart, path: string, reader: ReferenceReader): Promise<readonly Dangling[]> {
  const found: Dangling[] = [];
  const judged = new Set<number>();
  for (const { url, urlAt } of [...tree.links, ...tree.definitions]) {
    if (judged.has(urlAt[0])) continue;
    judged.add(urlAt[0]);
    const wrong = await judgeLink(url, path, reader);
    if (wrong !== undefined) found.push({ at: urlAt, ...wrong });
  }
  return found;
}

type Wrong = Omit<Dangling, "at">;

/** Says what is wrong with a link; undefined where nothing is, or where it cannot be known. */
async function judgeLink(url: string, path: string, reader: ReferenceReader): Promise<Wrong | undefined> {
  if (url === "" || placeholder.test(url) || exampleWords.has(url.toLowerCase())) return undefined;
  const target = localTarget(url, path);
  if (target === undefined || reader.excepted(target.path)) return undefined;
  const file = existing(target, path, reader);
  if (file !== undefined) return isAddress(target, path, reader) ? undefined : judgeAnchor(target, file, path, reader);
  if (!isKnowable(target, url, path, reader) || isPageAddress(url, path, reader)) return undefined;
  const other = reader.inOtherCase(target.path);
  const help = other === undefined ? "Correct the link, or take it out." : `The name differs in case: ${other}.`;
  return { message: `${shown(url)} leads to ${target.path}, which does not exist`, help };
}

function shown(url: string): string {
  return url.length > 200 ? `${url.slice(0, 200)}…` : url;
}

/** The path that the link shows; an existing folder is shown by its own document. */
function existing(target: LocalTarget, path: string, reader: ReferenceReader): string | undefined {
  const { names } = reader;
  if (names.isFile(target.path) && !target.folder) return target.path;
  const document = documentsOf(target.path).find(names.isFile);
  if (document !== undefined && (target.folder || names.isFolder(target.path) || reader.siteOf(path) !== "files"))
    return document;
  return names.exists(target.path) ? target.path : undefined;
}

/** On many sites `guide/a.md` is shown at `guide/a/`, so that `../b/` means `guide/b.md`. */
function isPageAddress(url: string, path: string, { names }: ReferenceReader): boolean {
  const shownAt = isMarkdown(url) ? undefined : localTarget(url, `${withoutEnding(path)}/`);
  return shownAt !== undefined && documentsOf(shownAt.path).some(names.isFile);
}

/** On a site, `../` and `../setup` are addresses, which another folder than that of the files may answer. */
function isAddress(target: LocalTarget, path: string, { siteOf }: ReferenceReader): boolean {
  return siteOf(path) !== "files" && (target.folder || !/\.[a-z0-9]{1,8}$/i.test(target.path));
}

/** Whether the link leads to a file of the repository, and not to an address that a site makes. */
function isKnowable(target: LocalTarget, url: string, path: string, { siteOf, names }: ReferenceReader): boolean {
  if (isTemplate(path)) return false;
  const site = siteOf(path);
  const isFileName = /\.[a-z0-9]{1,8}$/i.test(target.path) && !/\.html?$/i.test(target.path);
  if (url.startsWith("/")) return site === "files" && isMarkdown(target.path);
  if (site === "addresses") return isMarkdown(target.path);
  if (site !== "files") return isFileName && !target.folder;
  return isFileName || target.folder || !documentsOf(target.path).some(names.isFile);
}

/** Templates of issues and pull requests are shown on other pages, where their links mean something else. */
function isTemplate(path: string): boolean {
  return /(?:^|\/)(?:ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)(?:\/|\.[^/]*$)/i.test(path);
}

async function judgeAnchor(target: LocalTarget, file: string, path: string, reader: ReferenceReader): Promise<Wrong | undefined> {
  const { anchor } = target;
  if (anchor === undefined || anchor === "" || placeholder.test(anchor)) return undefined;
  const lines = /^L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/.exec(anchor);
  if (lines !== null) return judgeLines(file, Number(lines[2] ?? lines[1]), reader);
  if (reader.siteOf(path) === "labels") return undefined;
  if ((await reader.plainAnchors(file)).has(anchor)) return undefined;
  const anchors = await reader.anchors(file);
  if (anchors === undefined || anchors.has(anchor)) return undefined;
  const message = file === path ? `nothing here has the anchor #${anchor}` : `${file} has no anchor #${anchor}`;
  return { message, help: "Name a heading as GitHub does: small letters, dashes for blanks, no signs." };
}

/** A line of a file that is shorter. */
export async function judgeLines(file: string, line: number, reader: ReferenceReader): Promise<Wrong | undefined> {
  const count = await reader.lineCount(file);
  if (count === undefined || line <= Math.max(count, 1)) return undefined;
  const lines = count === 1 ? "1 line" : `${count} lines`;
  return { message: `${file} has ${lines}, so there is no line ${line}`, help: "Correct the line, or name what stands there." };
}
