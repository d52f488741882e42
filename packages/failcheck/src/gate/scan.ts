import {
  carriedFiles,
  lint,
  newObjects,
  streamOf,
  treeSnapshot,
  type Change,
  type ChangedFile,
  type Git,
  type Policy,
  type Result,
  type Snapshot,
} from "@failcheck/core";
import { policyFor } from "../policy.ts";
import { plainRequest } from "../request.ts";
import { policyFiles } from "./marker.ts";

/**
 * What decides about the secrets of a change: the policy of the side before it, so that a commit cannot loosen the gate it
 * passes. Where that side's configuration is broken and the change repairs it, every built-in rule holds, and no allowance.
 */
export async function secretPolicy(change: Change): Promise<Policy> {
  const policy = await policyFor(request, change).catch(async (error: unknown) => {
    if (!(await repairsPolicy(change))) throw error;
    return policyFor(request, { ...change, before: nothing });
  });
  return { ...policy, rules: policy.rules.filter(({ rule }) => "secret" in rule && rule.secret) };
}

const request = {
  subject: { kind: "commits", range: { tip: "HEAD" }, policyFrom: "before" },
  ...plainRequest,
} as const;

/** A tree without files: what stands before the first commit. */
const nothing: Snapshot = {
  paths: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
  contentId: () => Promise.resolve(undefined),
};

/** Whether the change holds a configuration that can be read, other than the one before it. */
async function repairsPolicy(change: Change): Promise<boolean> {
  const ids = async (side: Snapshot | undefined) => {
    const found: (string | undefined)[] = [];
    for (const path of policyFiles) found.push(await side?.contentId(path));
    return JSON.stringify(found);
  };
  if ((await ids(change.before)) === (await ids(change.after))) return false;
  await checkPolicy(change);
  return true;
}

/** Reads the policy that the change leaves behind; one that cannot be read would close the gate for every commit after it. */
export async function checkPolicy(change: Change): Promise<void> {
  await policyFor(request, { ...change, before: change.after });
}

/** Looks for secrets in a change. */
export async function secretsIn(change: Change): Promise<Result> {
  return lint(change, await secretPolicy(change));
}

/** Everything that `tips` bring and `known` does not reach, as a change: blobs and messages, whatever a diff would show. */
export async function arriving(git: Git, tips: readonly string[], known: readonly string[]): Promise<Change> {
  const objects = await newObjects(git, tips, known);
  return carrying(git, carriedFiles(git, objects), { commits: objects.commits.length, tip: objects.commits.at(-1) });
}

/** A change that only carries contents, judged by the policy that HEAD holds. */
export async function carrying(
  git: Git,
  carried: AsyncIterable<ChangedFile>,
  { commits, tip }: { readonly commits: number; readonly tip: string | undefined },
): Promise<Change> {
  const head = await git.ask(["rev-parse", "-q", "--verify", "HEAD^{commit}"]);
  const before = treeSnapshot(git, head.code === 0 ? "HEAD" : undefined);
  return {
    files: streamOf([]),
    carried,
    after: tip === undefined ? before : treeSnapshot(git, tip),
    before,
    gates: "new",
    commits,
    skipped: [],
    close: () => git.close(),
  };
}
