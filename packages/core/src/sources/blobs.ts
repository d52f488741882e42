import type { Content, Snapshot } from "../change.ts";
import { maxTextBytes } from "../change.ts";
import { CannotCheck } from "../cannot-check.ts";
import type { Git } from "../git.ts";
import { shownPath } from "../path-bytes.ts";
import { submoduleMode, symlinkMode } from "../raw-diff.ts";
import type { RawEntry, TreeEntry } from "../raw-diff.ts";
import { sourceFile } from "../source-file.ts";

/** What git holds under an entry of a tree or of the index. */
export async function blobContent(git: Git, path: string, entry: TreeEntry): Promise<Content> {
  const { bytes, type } = await git.read(entry.id, maxTextBytes).catch((error: unknown) => {
    throw error instanceof CannotCheck ? new CannotCheck(`${shownPath(path)} cannot be read. ${error.message}`) : error;
  });
  if (type !== "blob") throw new CannotCheck(`${shownPath(path)} is a ${type} where a file was expected. Run git fsck.`);
  if (!bytes) return { skipped: "over 5 MiB" };
  return { file: sourceFile(path, bytes, entry.mode === symlinkMode ? "symlink" : "file") };
}

/**
 * A tree that is listed when first asked for, by a git command whose output is raw entries. Until then a file is found by its
 * name below `prefix` (`HEAD:`, or `:` for the index), so that reading a configuration does not list two thousand files.
 */
export function snapshotOf(git: Git, prefix: string, list: () => Promise<Iterable<RawEntry>>): Snapshot {
  let listed: Promise<ReadonlyMap<string, TreeEntry>> | undefined;
  const entries = (): Promise<ReadonlyMap<string, TreeEntry>> => (listed ??= list().then(filesOf));
  return {
    paths: async () => [...(await entries()).keys()].sort(),
    read: async (path) => {
      if (!listed && !path.includes("\n")) return namedContent(git, prefix, path);
      const entry = (await entries()).get(path);
      return entry && blobContent(git, path, entry);
    },
    contentId: async (path) => (await entries()).get(path)?.id,
  };
}

/** A regular file by its name; a symlink looks like one here, which does no harm to what is read by name. */
async function namedContent(git: Git, prefix: string, path: string): Promise<Content | undefined> {
  const object = await git.find(`${prefix}${path}`, maxTextBytes);
  if (object?.type !== "blob") return undefined;
  return object.bytes ? { file: sourceFile(path, object.bytes) } : { skipped: "over 5 MiB" };
}

function filesOf(entries: Iterable<RawEntry>): ReadonlyMap<string, TreeEntry> {
  const files = new Map<string, TreeEntry>();
  for (const { path, after } of entries) {
    if (after && after.mode !== submoduleMode) files.set(path, after);
  }
  return files;
}
