import { CannotCheck } from "../cannot-check.ts";
import type { Change, Skipped } from "../change.ts";
import { emptyTree, failure } from "../git.ts";
import type { Git } from "../git.ts";
import { shownPath } from "../path-bytes.ts";
import { rawEntries } from "../raw-diff.ts";
import type { RawEntry } from "../raw-diff.ts";
import { streamOf } from "./stream.ts";
import { changedFiles } from "./tree-diff.ts";
import { changedSnapshot, treeSnapshot } from "./tree-snapshot.ts";

const diffIndex = ["diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ita-invisible-in-index"];

/**
 * What `git commit` would commit: the index that the environment names against HEAD. Everything is read from blobs, never
 * from the working tree.
 */
export async function staged(git: Git): Promise<Change> {
  const { head, entries } = await indexAgainstHead(git);
  const unmerged = entries.find((entry) => entry.status === "U");
  if (unmerged) {
    throw new CannotCheck(`${shownPath(unmerged.path)} is not merged yet. Resolve the conflict, git add it, then try again.`);
  }
  const skipped: Skipped[] = [];
  return {
    files: streamOf(changedFiles(git, entries, skipped)),
    carried: streamOf([]),
    after: changedSnapshot(git, head, entries),
    before: treeSnapshot(git, head),
    gates: "new",
    commits: 0,
    skipped,
    close: () => git.close(),
  };
}

/** The index against HEAD; before the first commit there is no HEAD, and everything in the index is new. */
async function indexAgainstHead(git: Git): Promise<{ head: string | undefined; entries: readonly RawEntry[] }> {
  const answer = await git.ask([...diffIndex, "HEAD"]);
  if (answer.code === 0) return { head: "HEAD", entries: [...rawEntries(answer.stdout)] };
  const head = await git.ask(["rev-parse", "-q", "--verify", "HEAD"]);
  if (head.code !== 1) throw failure(diffIndex, answer);
  const output = await git.run([...diffIndex, await emptyTree(git)]);
  return { head: undefined, entries: [...rawEntries(output)] };
}
