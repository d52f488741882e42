import type { ChangedFile, Content, Share } from "../change.ts";
import type { Git } from "../git.ts";
import { CannotCheck } from "../cannot-check.ts";
import { maxBytes } from "../change.ts";
import { pathOf } from "../path-bytes.ts";
import { nulSeparated, rawEntry, submoduleMode } from "../raw-diff.ts";
import type { RawEntry } from "../raw-diff.ts";
import { sourceFile } from "../source-file.ts";
import { blobContent } from "./blobs.ts";

/** The objects that a set of revisions adds to what is known already. */
export interface NewObjects {
  /** Oldest first. */
  readonly commits: readonly string[];
  /** Trees, blobs and tags, each with the path under which it was met first. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * Everything reachable from `tips` and not from `known` (both as `git rev-list` understands them, `--all` and `--remotes=origin`
 * included): no diff that an attribute or a merge could blind. A share of it is a range of the commits, each with the objects that
 * it brought, so that every object is in exactly one share.
 */
export async function newObjects(
  git: Git,
  tips: readonly string[],
  known: readonly string[],
  share?: Share,
): Promise<NewObjects> {
  const order = share === undefined ? [] : ["--in-commit-order"];
  const args = ["rev-list", "--objects", "--reverse", "--topo-order", ...order, ...tips, "--not", ...known];
  const output = await git.run(args);
  return listed(output, share === undefined ? everything : sharedOut(share, commitCount(output)));
}

/** Which of the commits are meant, by their places from 0; -1 is the place of what is listed before the first of them. */
type Places = readonly [from: number, to: number];

const everything: Places = [-1, Infinity];

function sharedOut({ index, of }: Share, commits: number): Places {
  const [from, to] = [index - 1, index].map((part) => Math.floor((commits * part) / of));
  return [index === 1 ? -1 : (from ?? 0), to ?? 0];
}

function listed(output: Buffer, [from, to]: Places): NewObjects {
  const commits: string[] = [];
  const others = new Map<string, string>();
  let at = -1;
  for (const [start, space, end] of linesOf(output)) {
    if (space < 0) at += 1;
    if (at < from || at >= to) continue;
    if (space < 0) commits.push(output.toString("latin1", start, end));
    else others.set(output.toString("latin1", start, space), pathOf(output.subarray(space + 1, end)));
  }
  return { commits, others };
}

function commitCount(output: Buffer): number {
  let count = 0;
  for (const [, space] of linesOf(output)) if (space < 0) count += 1;
  return count;
}

/** Where each line begins and ends, and where its first blank is; the line of a commit has none, and -1 stands for it. */
function* linesOf(output: Buffer): Generator<readonly [start: number, space: number, end: number]> {
  for (let start = 0; start < output.length;) {
    const end = output.indexOf("\n", start);
    const space = output.indexOf(" ", start);
    yield [start, space < 0 || space > end ? -1 : space, end];
    start = end + 1;
  }
}

/** Each new content once, with the commit and the path that brought it: messages, then blobs, then what no commit holds. */
export async function* carriedFiles(git: Git, objects: NewObjects): AsyncGenerator<ChangedFile> {
  const left = new Map(objects.others);
  const names = new Set<string>();
  for (const commit of objects.commits) yield messageOf(git, commit, "commit", commit);
  for await (const { commit, entry } of introductions(git, objects.commits)) {
    if (!entry.after || entry.after.mode === submoduleMode) continue;
    const isNewName = !names.has(entry.path);
    names.add(entry.path);
    if (left.delete(entry.after.id)) yield blobOf(git, commit, entry);
    else if (isNewName) yield nameOf(commit, entry.path);
  }
  for (const { id, type } of await typesOf(git, [...left.keys()])) {
    const path = left.get(id) ?? "";
    if (type === "tag") yield messageOf(git, id, "tag", null);
    if (type === "blob")
      yield blobOf(git, null, {
        path: path || `blob ${id.slice(0, 12)}`,
        status: "A",
        before: undefined,
        after: { mode: "100644", id },
      });
  }
}

interface Introduction {
  readonly commit: string;
  readonly entry: RawEntry;
}

/** What each commit changes against each of its parents, so that a merge's own changes are seen. */
async function* introductions(git: Git, commits: readonly string[]): AsyncGenerator<Introduction> {
  if (commits.length === 0) return;
  const args = ["diff-tree", "--stdin", "-m", "-r", "--root", "--raw", "-z", "--no-abbrev", "--no-renames"];
  const fields = nulSeparated(await git.run(args, `${commits.join("\n")}\n`));
  let commit = "";
  for (let at = 0; at < fields.length; at++) {
    const [field, next] = [fields[at], fields[at + 1]];
    if (field?.[0] !== 0x3a) commit = field?.toString("latin1") ?? "";
    else if (next) {
      yield { commit, entry: rawEntry(field, next) };
      at += 1;
    }
  }
}

async function typesOf(git: Git, ids: readonly string[]): Promise<{ id: string; type: string }[]> {
  if (ids.length === 0) return [];
  const output = await git.run(["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], `${ids.join("\n")}\n`);
  const lines = output.toString("latin1").trimEnd().split("\n");
  return lines.map((line) => ({ id: line.slice(0, line.indexOf(" ")), type: line.slice(line.indexOf(" ") + 1) }));
}

function blobOf(git: Git, commit: string | null, { path, before, after }: RawEntry): ChangedFile {
  return {
    path,
    commit,
    ...(after ? { contentId: after.id } : {}),
    before: async () => (before && before.mode !== submoduleMode ? blobContent(git, path, before) : undefined),
    after: async () => after && blobContent(git, path, after),
  };
}

/** A name under which a content stands that was seen under another one: a name can hold a secret, too. */
function nameOf(commit: string, path: string): ChangedFile {
  const content = { file: sourceFile(path, new Uint8Array()) };
  return { path, commit, before: () => Promise.resolve(undefined), after: () => Promise.resolve(content) };
}

function messageOf(git: Git, id: string, type: "commit" | "tag", commit: string | null): ChangedFile {
  const path = `${type} ${id.slice(0, 12)}`;
  return {
    path,
    commit,
    isMessage: true,
    contentId: id,
    before: () => Promise.resolve(undefined),
    after: () => messageContent(git, id, path),
  };
}

/** The message of a commit or tag: what follows the first empty line of the object. */
async function messageContent(git: Git, id: string, path: string): Promise<Content> {
  const { bytes } = await git.read(id, maxBytes);
  if (!bytes)
    throw new CannotCheck(`${path} is over 100 MiB, more than is looked at. No message needs that: git rebase it away.`);
  const end = bytes.indexOf("\n\n");
  return { file: sourceFile(path, bytes.subarray(end < 0 ? bytes.length : end + 2), "message") };
}
