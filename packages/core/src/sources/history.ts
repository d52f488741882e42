import type { Change, Share } from "../change.ts";
import type { Git } from "../git.ts";
import { carriedFiles, newObjects } from "./carried.ts";
import { streamOf } from "./stream.ts";
import { treeSnapshot } from "./tree-snapshot.ts";

/**
 * Everything that any ref reaches: each blob once, merges' own changes, messages of commits and tags, tagged blobs. Nothing is
 * old in a history, so everything gates; the policy is that of HEAD.
 */
export async function history(git: Git, share?: Share): Promise<Change> {
  const objects = await newObjects(git, ["--all"], [], share);
  const head = await git.ask(["rev-parse", "-q", "--verify", "HEAD"]);
  return {
    files: streamOf([]),
    carried: carriedFiles(git, objects),
    after: treeSnapshot(git, head.code === 0 ? "HEAD" : undefined),
    before: undefined,
    gates: "all",
    commits: objects.commits.length,
    skipped: [],
    close: () => git.close(),
  };
}
