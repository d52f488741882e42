import type { Change, Skipped } from "../change.ts";
import { emptyTree, type Git } from "../git.ts";
import { rawEntries } from "../raw-diff.ts";
import { streamOf } from "./stream.ts";
import { changedFiles, diffTree } from "./tree-diff.ts";
import { treeSnapshot } from "./tree-snapshot.ts";

/** All files of one revision as they are there, with nothing before them. */
export async function tree(git: Git, revision: string): Promise<Change> {
  const entries = [...rawEntries(await git.run([...diffTree, await emptyTree(git), revision]))];
  const skipped: Skipped[] = [];
  return {
    files: streamOf(changedFiles(git, entries, skipped)),
    carried: streamOf([]),
    after: treeSnapshot(git, revision),
    before: undefined,
    gates: "all",
    commits: 0,
    skipped,
    close: () => git.close(),
  };
}
