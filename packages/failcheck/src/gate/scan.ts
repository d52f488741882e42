import {
  carriedFiles,
  lint,
  newObjects,
  streamOf,
  treeSnapshot,
  type Change,
  type ChangedFile,
  type Git,
  type Result,
} from "@failcheck/core";
import { policyFor } from "../policy.ts";

/** Looks for secrets in a change. The policy is that of the side before it: a commit cannot loosen the gate it passes. */
export async function secretsIn(change: Change): Promise<Result> {
  const request = {
    subject: { kind: "commits", range: { tip: "HEAD" }, policyFrom: "before" },
    only: ["secrets/*"],
    skip: [],
    format: "text",
    outputs: [],
    config: undefined,
    color: false,
    hyperlinks: false,
    quiet: false,
    verbose: false,
    timing: false,
    fix: "none",
    diff: false,
  } as const;
  return lint(change, await policyFor(request, change));
}

/** Everything that `tips` bring and `known` does not reach, as a change: blobs and messages, whatever a diff would show. */
export async function arriving(git: Git, tips: readonly string[], known: readonly string[]): Promise<Change> {
  const objects = await newObjects(git, tips, known);
  return carrying(git, carriedFiles(git, objects), objects.commits.length);
}

/** A change that only carries contents, judged by the policy that HEAD holds. */
export async function carrying(git: Git, carried: AsyncIterable<ChangedFile>, commits: number): Promise<Change> {
  const head = await git.ask(["rev-parse", "-q", "--verify", "HEAD^{commit}"]);
  const tree = treeSnapshot(git, head.code === 0 ? "HEAD" : undefined);
  return {
    files: streamOf([]),
    carried,
    after: tree,
    before: tree,
    gates: "new",
    commits,
    skipped: [],
    close: () => git.close(),
  };
}
