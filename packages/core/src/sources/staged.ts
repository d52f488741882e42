import { CannotCheck } from "../cannot-check.ts";
import type { Change, Skipped } from "../change.ts";
import { emptyTree, failure } from "../git.ts";
import type { Git, GitAnswer } from "../git.ts";
import { shownPath } from "../path-bytes.ts";
import { rawEntries } from "../raw-diff.ts";
import type { RawEntry } from "../raw-diff.ts";
import { snapshotOf } from "./blobs.ts";
import { streamOf } from "./stream.ts";
import { changedFiles, treeEntries } from "./tree-diff.ts";

const diffIndex = ["diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ita-invisible-in-index"];

/**
 * What `git commit` would commit: the index that the environment names against HEAD. Everything is read from blobs, never
 * from the working tree.
 */
export async function staged(git: Git): Promise<Change> {
  const { base, entries } = await indexAgainstHead(git);
  const unmerged = entries.find((entry) => entry.status === "U");
  if (unmerged) {
    throw new CannotCheck(`${shownPath(unmerged.path)} is not merged yet. Resolve the conflict, git add it, then try again.`);
  }
  const skipped: Skipped[] = [];
  return {
    files: streamOf(changedFiles(git, entries, skipped)),
    carried: streamOf([]),
    after: snapshotOf(git, ":", async () => rawEntries(await git.run([...diffIndex, await emptyTree(git)]))),
    before: snapshotOf(git, "HEAD:", async () => treeEntries(git, base)),
    gates: "new",
    commits: 0,
    skipped,
    close: () => git.close(),
  };
}

async function indexAgainstHead(git: Git): Promise<{ base: string; entries: readonly RawEntry[] }> {
  const answer = await git.ask([...diffIndex, "HEAD"]);
  if (answer.code === 0) return { base: "HEAD", entries: [...rawEntries(answer.stdout)] };
  const base = await unbornBase(git, answer);
  return { base, entries: [...rawEntries(await git.run([...diffIndex, base]))] };
}

/** Before the first commit there is no HEAD: everything in the index is new. Any other failure is one. */
async function unbornBase(git: Git, answer: GitAnswer): Promise<string> {
  const head = await git.ask(["rev-parse", "-q", "--verify", "HEAD"]);
  if (head.code !== 1) throw failure(diffIndex, answer);
  return emptyTree(git);
}
