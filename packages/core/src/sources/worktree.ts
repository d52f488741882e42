import { existsSync, realpathSync } from "node:fs";
import type { Stats } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { CannotCheck } from "../cannot-check.ts";
import type { Change, ChangedFile, Listed, Skipped, Snapshot } from "../change.ts";
import type { Git } from "../git.ts";
import { pathOf, shownPath } from "../path-bytes.ts";
import { nulSeparated } from "../raw-diff.ts";
import { diskContent, isLoop, lookAt, unreadable } from "./disk.ts";
import { streamOf } from "./stream.ts";
import { filesBelow } from "./walk.ts";

/**
 * The working tree: everything git tracks, or the files named and those below the directories named. `root` is the
 * repository's; outside of one paths are relative to git's directory.
 */
export async function worktree(git: Git, root: string | undefined, named: readonly string[]): Promise<Change> {
  if (root === undefined && named.length === 0) {
    throw new CannotCheck("This is not a git repository. Run failcheck inside one, or name the files to check: failcheck PATH");
  }
  const place: Place = { git, root: root ?? realpathSync(git.directory), inGit: root !== undefined };
  const skipped: Skipped[] = [];
  const paths = named.length === 0 ? await tracked(place) : await namedPaths(place, named, skipped);
  return changeOf(place, paths, [paths], skipped);
}

/** The part of a working tree that one of several threads looks at: what it takes from the list that all of them share. */
export function worktreePart(git: Git, { root, inGit, paths }: Listed, taken: Iterable<readonly string[]>): Change {
  return changeOf({ git, root, inGit }, paths, taken, []);
}

function changeOf(place: Place, paths: readonly string[], taken: Iterable<readonly string[]>, skipped: Skipped[]): Change {
  const { git, root, inGit } = place;
  return {
    files: streamOf(filesOf(place, taken, skipped)),
    carried: streamOf([]),
    listed: { root, inGit, paths },
    after: snapshotOf(place, paths),
    before: undefined,
    gates: "all",
    commits: 0,
    skipped,
    close: () => git.close(),
  };
}

interface Place {
  readonly git: Git;
  readonly root: string;
  readonly inGit: boolean;
}

function* filesOf(place: Place, taken: Iterable<readonly string[]>, skipped: Skipped[]): Generator<ChangedFile> {
  for (const paths of taken) {
    for (const path of paths) {
      const stats = lookAt(place.root, path);
      if (!stats) continue;
      if (stats.isDirectory()) skipped.push({ path, reason: directoryReason(place, path) });
      else if (special(stats)) yield unlooked(path, "is no regular file but a pipe, a socket or a device");
      else if (stats.isSymbolicLink() && isLoop(place.root, path))
        yield unlooked(path, "is a symbolic link that leads to itself");
      else yield { path, commit: null, before: () => Promise.resolve(undefined), after: () => read(place, path, stats) };
    }
  }
}

/** Reading is synchronous, for speed; what goes wrong must still be a rejected promise. */
function read(place: Place, path: string, stats: Stats): ReturnType<Snapshot["read"]> {
  return Promise.resolve().then(() => diskContent(place.root, path, stats));
}

function directoryReason(place: Place, path: string): string {
  return existsSync(join(place.root, path, ".git")) ? "another git repository" : "a directory";
}

/** Whether it is a pipe, a socket or a device: what comes out of it is nothing that stands on the disk. */
function special(stats: Stats): boolean {
  return !stats.isFile() && !stats.isSymbolicLink();
}

/** What cannot be checked, and is not passed over in silence. */
function unlooked(path: string, why: string): ChangedFile {
  const sentence = `${shownPath(path)} ${why}, and cannot be checked. Remove it, or leave it out with "ignore:".`;
  return { path, commit: null, before: () => Promise.resolve(undefined), after: () => Promise.reject(new CannotCheck(sentence)) };
}

function snapshotOf(place: Place, checked: readonly string[]): Snapshot {
  let listed: Promise<readonly string[]> | undefined;
  const list = async (): Promise<readonly string[]> => {
    const all = new Set([...checked, ...(place.inGit ? await tracked(place) : [])]);
    return [...all].filter((path) => isReadable(place, path)).sort();
  };
  return {
    paths: () => (listed ??= list()),
    read: (path) => Promise.resolve().then(() => contentOf(place, path)),
    contentId: () => Promise.resolve(undefined),
  };
}

function contentOf(place: Place, path: string): ReturnType<typeof diskContent> {
  const stats = lookAt(place.root, path);
  if (!stats || stats.isDirectory()) return undefined;
  return special(stats) ? { skipped: "a pipe, a socket or a device" } : diskContent(place.root, path, stats);
}

function isReadable(place: Place, path: string): boolean {
  const stats = lookAt(place.root, path);
  return stats !== undefined && !stats.isDirectory() && !special(stats);
}

/** Every path that git tracks, relative to the root. */
async function tracked({ git, root }: Place): Promise<string[]> {
  return listFiles(git, ["--cached"], relative(realpathSync(git.directory), root) || ".");
}

async function listFiles(git: Git, which: readonly string[], directory: string): Promise<string[]> {
  const output = await git.run(["ls-files", "-z", "--full-name", ...which, "--", directory]);
  return [...new Set(nulSeparated(output).map((path) => pathOf(path).replace(/\/$/, "")))];
}

async function namedPaths(place: Place, named: readonly string[], skipped: Skipped[]): Promise<string[]> {
  const paths = new Set<string>();
  for (const name of named) {
    for (const path of await below(place, name, skipped)) paths.add(path);
  }
  return [...paths].sort();
}

/** The file of this name, however it is ignored; or what is below the directory of this name and not ignored. */
async function below(place: Place, name: string, skipped: Skipped[]): Promise<readonly string[]> {
  const full = realPath(resolve(place.git.directory, name), name);
  const path = relative(place.root, full).split(sep).join("/");
  if (!lookAt("/", full)?.isDirectory()) return [path];
  const isInside = place.inGit && !path.startsWith("../");
  const found = isInside
    ? await listFiles(place.git, ["--cached", "--others", "--exclude-standard"], full)
    : [...filesBelow(place.root, path, skipped)];
  if (found.length > 0) return found;
  const why = isInside
    ? "git ignores everything there, or there is no file; name a file to check it all the same"
    : "there is no file";
  throw new CannotCheck(`Nothing to check below ${name}: ${why}.`);
}

/** Where a named path really is: links are followed, and one that leads nowhere stands for itself. */
function realPath(full: string, name: string): string {
  const stats = lookAt("/", full);
  if (!stats) throw new CannotCheck(`${name} does not exist. Name files or directories that do.`);
  try {
    return realpathSync(full);
  } catch (error) {
    if (stats.isSymbolicLink()) return join(realpathSync(dirname(full)), basename(full));
    throw unreadable(name, error);
  }
}
