import type { Edit, Move, Repository } from "@failcheck/core";
import { isMarkdown, markdown, type MarkdownTree } from "@failcheck/languages";
import { agentFiles, isCommunityHealth } from "./community-health.ts";
import { localTarget } from "./local-target.ts";
import { folderOf, nameOf, relativePath, resolvePath, withoutEnding } from "./paths.ts";
import type { Registration } from "./registration.ts";

/** A move of a document, with the links that must follow. */
export interface DocumentMove {
  readonly move: Move;
  readonly edits: readonly Edit[];
  /** How many links are rewritten. */
  readonly links: number;
}

/**
 * Moves a document into the folder of its kind, or into docs/ beside it. Undefined where it must stay, where something is there
 * already, and where it would have to be registered as well.
 */
export async function moveToDocs(
  path: string,
  { names, registries, mustRegister }: Registration,
  repository: Repository,
): Promise<DocumentMove | undefined> {
  if (agentFiles.includes(nameOf(path)) || isCommunityHealth(path)) return undefined;
  const folder = likelyFolder(path, repository.paths);
  const to = folder === "" ? nameOf(path) : `${folder}/${nameOf(path)}`;
  if (mustRegister(to)) return undefined;
  const taken = names.isFile(to) || names.isFile(folder) || names.isFile(to.toLowerCase());
  if (taken || folder === folderOf(path) || registries.some(({ options }) => options.file === path)) return undefined;
  const edits = await linkEdits(path, to, repository);
  return { move: { from: path, to }, edits, links: edits.length };
}

/** The folder whose documents are named like this one (`ADR-7.md` among `adr/ADR-1.md`, `adr/ADR-2.md`), else docs/. */
function likelyFolder(path: string, paths: readonly string[]): string {
  const kind = kindOf(path);
  const counts = new Map<string, number>();
  for (const other of kind === undefined ? [] : paths) {
    const folder = folderOf(other);
    if (isMarkdown(other) && folder !== folderOf(path) && kindOf(other) === kind) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  const [best] = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
  const root = folderOf(path);
  return best?.[0] ?? resolvePath(root, "docs") ?? "docs";
}

/** What numbered documents have in common: `adr` of `ADR-012-use-x.md`, `rfc` of `rfc_7.md`; undefined for other names. */
function kindOf(path: string): string | undefined {
  return /^([a-z]{2,20})[-_ ]?\d{1,8}(?:\D|$)/i.exec(withoutEnding(nameOf(path)))?.[1]?.toLowerCase();
}

async function linkEdits(from: string, to: string, repository: Repository): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  const needle = nameOf(from);
  const encoded = encodeURI(needle);
  for (const path of repository.paths) {
    if (!isMarkdown(path)) continue;
    if (path !== from) {
      const text = (await repository.read(path))?.text ?? "";
      if (!text.includes(needle) && !text.includes(encoded)) continue;
    }
    const tree = await repository.tree(markdown, path);
    if (tree !== undefined) edits.push(...(path === from ? ownLinks(tree, from, to) : linksTo(tree, path, from, to)));
  }
  return edits;
}

function* written(tree: MarkdownTree) {
  yield* tree.links;
  yield* tree.definitions;
}

/** The links of the moved document, as they must read from its new place. */
function* ownLinks(tree: MarkdownTree, from: string, to: string): Generator<Edit> {
  for (const { url, urlAt } of written(tree)) {
    const target = localTarget(url, from);
    const isRooted = url.startsWith("/");
    if (target === undefined || isRooted !== (target.path === from)) continue;
    const there = isRooted ? `/${to}` : relativePath(folderOf(to), target.path);
    yield { path: from, at: urlAt, text: pathIn(url, there, target.folder) };
  }
}

/** The links of another document to the moved one. */
function* linksTo(tree: MarkdownTree, path: string, from: string, to: string): Generator<Edit> {
  for (const { url, urlAt } of written(tree)) {
    if (localTarget(url, path)?.path !== from) continue;
    yield { path, at: urlAt, text: pathIn(url, url.startsWith("/") ? `/${to}` : relativePath(folderOf(path), to), false) };
  }
}

/** The link with another path; what follows `?` or `#` stays. */
function pathIn(url: string, path: string, folder: boolean): string {
  const rest = /[?#].*$/s.exec(url)?.[0] ?? "";
  const slash = folder && path !== "" ? "/" : "";
  return (
    encodeURI(path)
      .replace(/[()#?]/g, encodeURIComponent)
      .replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29")) +
    slash +
    rest
  );
}
