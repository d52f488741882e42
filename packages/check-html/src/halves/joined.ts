import { type Repository, sourceFile } from "@failcheck/core";
import { html, type HtmlPage } from "@failcheck/languages";
import { includers, includesIn, resolved } from "./includes.ts";

/** How deep parts of parts are followed, how long a page put together may get, and how many pages are put together for one part. */
const deepest = 4;
const longest = 1_000_000;
const mostPages = 12;

const encoder = new TextEncoder();

/** Reads a text as the file of this name. */
export async function pageOf(path: string, text: string): Promise<HtmlPage | undefined> {
  const parse = await html.load();
  return parse(sourceFile(path, encoder.encode(text))).pages[0];
}

/** Whether the file comes out even where it is put together with the parts that it takes in, or that are taken in beside it. */
export async function isMadeWhole(repository: Repository, path: string, isSound: (page: HtmlPage) => boolean): Promise<boolean> {
  const holders = await includers(repository, path);
  for (const holder of [path, ...holders.slice(0, mostPages)]) {
    const text = await expanded(repository, holder, new Set(), holder === path ? undefined : path);
    const page = text === undefined ? undefined : await pageOf(holder, text);
    if (page !== undefined && isSound(page)) return true;
  }
  return false;
}

/** The text of a template with its parts in their places; undefined where it takes in none, or not the one that must be there. */
async function expanded(
  repository: Repository,
  path: string,
  around: ReadonlySet<string>,
  needed: string | undefined,
): Promise<string | undefined> {
  const text = (await repository.read(path))?.text;
  const [page] = (await repository.tree(html, path))?.pages ?? [];
  if (text === undefined || page === undefined) return undefined;
  const within = new Set([...around, path]);
  const pieces: string[] = [];
  const taken = new Set<string>();
  let from = 0;
  let length = 0;
  for (const tag of page.templateTags) {
    if (tag.role === "comment" || tag.at[0] < from) continue;
    for (const { name } of includesIn(text.slice(...tag.at))) {
      const part = resolved(repository, path, name);
      if (part === undefined || within.has(part) || within.size > deepest) continue;
      const inner = (await expanded(repository, part, within, undefined)) ?? (await repository.read(part))?.text ?? "";
      length += inner.length;
      if (length > longest) return undefined;
      taken.add(part);
      pieces.push(text.slice(from, tag.at[0]), closedCode(inner));
      from = tag.at[1];
    }
  }
  if (taken.size === 0 || (needed !== undefined && !taken.has(needed))) return undefined;
  return pieces.join("") + text.slice(from);
}

/** A file that ends within PHP code ends that code. */
const closedCode = (text: string): string => (text.lastIndexOf("<?php") > text.lastIndexOf("?>") ? `${text} ?>` : text);

/** One file of a group that is written to be read in a row. */
export interface Member {
  readonly path: string;
  readonly text: string;
  /** Where it begins in the text of the group. */
  readonly from: number;
}

/** The files of the group that a file belongs to, each found beside it as the group names them; undefined where there is none. */
export async function groupOf(
  groups: readonly (readonly string[])[],
  path: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Member[] | undefined> {
  for (const group of groups) {
    const name = group.find((entry) => path === entry || path.endsWith(`/${entry}`));
    if (name === undefined) continue;
    const base = path.slice(0, path.length - name.length);
    const members: Member[] = [];
    let from = 0;
    for (const entry of group) {
      const text = await read(base + entry);
      if (text === undefined) return undefined;
      members.push({ path: base + entry, text: `${closedCode(text)}\n`, from });
      from += closedCode(text).length + 1;
    }
    return members;
  }
  return undefined;
}
