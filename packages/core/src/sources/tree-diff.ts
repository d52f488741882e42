import type { ChangedFile, Content, Skipped } from "../change.ts";
import type { Git } from "../git.ts";
import { submoduleMode } from "../raw-diff.ts";
import type { RawEntry, TreeEntry } from "../raw-diff.ts";
import { blobContent } from "./blobs.ts";

/** The plumbing that compares two trees and quotes nothing. */
export const diffTree = ["diff-tree", "-r", "--raw", "-z", "--no-abbrev", "--no-renames"];

/** The files of a comparison; submodules go to `skipped`. A file that only moved keeps its old content as its before side. */
export function* changedFiles(git: Git, entries: readonly RawEntry[], skipped: Skipped[]): Generator<ChangedFile> {
  const moved = movedFrom(entries);
  for (const { path, before, after } of entries) {
    if ((after ?? before)?.mode === submoduleMode) {
      skipped.push({ path, reason: "submodule" });
      continue;
    }
    const origin = before ? path : after && moved.get(after.id);
    const old = before ?? (origin === undefined ? undefined : after);
    yield {
      path,
      commit: null,
      before: () => side(git, origin ?? path, old),
      after: () => side(git, path, after),
    };
  }
}

/** The deleted files by their content: an added file of the same content is a move. */
function movedFrom(entries: readonly RawEntry[]): ReadonlyMap<string, string> {
  const deleted = entries.filter((entry) => entry.status === "D" && entry.before?.mode !== submoduleMode);
  return new Map(deleted.map((entry) => [entry.before?.id ?? "", entry.path]));
}

async function side(git: Git, path: string, entry: TreeEntry | undefined): Promise<Content | undefined> {
  return entry && entry.mode !== submoduleMode ? blobContent(git, path, entry) : undefined;
}
