import { CannotCheck } from "../cannot-check.ts";
import type { Change, Share, Skipped } from "../change.ts";
import { emptyTree, failure, oneLine } from "../git.ts";
import type { Git } from "../git.ts";
import { rawEntries } from "../raw-diff.ts";
import { carriedFiles, newObjects } from "./carried.ts";
import { streamOf } from "./stream.ts";
import { changedFiles, diffTree } from "./tree-diff.ts";
import { treeSnapshot } from "./tree-snapshot.ts";

/** A range of commits. */
export interface CommitRange {
  readonly tip: string;
  /** Where the range begins; without it everything that the tip reaches is new. */
  readonly base?: string | undefined;
  /** Further revisions whose commits are known already, as `git rev-list --not` takes them. */
  readonly known?: readonly string[];
}

/** `A..B` as a range; an empty side is HEAD, and a lone revision is the tip of a range with no base. */
export function commitRange(text: string): CommitRange {
  const dots = text.indexOf("..");
  if (dots < 0) return { tip: text };
  return { base: text.slice(0, dots) || "HEAD", tip: text.slice(text.startsWith("...", dots) ? dots + 3 : dots + 2) || "HEAD" };
}

/** A range: its end result against where it left the base, and what each of its commits carries on the way; of these only a share, where several machines share them. */
export async function commits(git: Git, range: CommitRange, share?: Share): Promise<Change> {
  const tip = await commitOf(git, range.tip);
  const base = range.base === undefined ? undefined : await commitOf(git, range.base);
  const from = base === undefined ? undefined : await mergeBase(git, base, tip);
  // A tag has a message of its own, which its commit does not know.
  const named = oneLine(await git.run(["rev-parse", "--verify", `${range.tip}^{object}`]));
  const objects = await newObjects(git, [named], [...(base === undefined ? [] : [base]), ...(range.known ?? [])], share);
  const entries = [...rawEntries(await git.run([...diffTree, from ?? (await emptyTree(git)), tip]))];
  const skipped: Skipped[] = [];
  return {
    files: streamOf(changedFiles(git, entries, skipped)),
    carried: carriedFiles(git, objects),
    after: treeSnapshot(git, tip),
    before: treeSnapshot(git, from),
    gates: "new",
    commits: objects.commits.length,
    skipped,
    close: () => git.close(),
  };
}

async function commitOf(git: Git, revision: string): Promise<string> {
  if (revision.startsWith("-")) throw new CannotCheck(`${revision} is no revision. A range is written BASE..TIP.`);
  const args = ["rev-parse", "-q", "--verify", `${revision}^{commit}`];
  const answer = await git.ask(args);
  if (answer.code === 0) return oneLine(answer.stdout);
  if (answer.stderr.includes("dubious ownership") || answer.stderr.includes("not a git repository")) throw failure(args, answer);
  throw new CannotCheck(
    `git knows no commit ${revision}. In a shallow clone fetch the history first (fetch-depth: 0, or git fetch --unshallow).`,
  );
}

/** Where the range left its base; undefined where the two share no history. */
async function mergeBase(git: Git, base: string, tip: string): Promise<string | undefined> {
  const args = ["merge-base", base, tip];
  const answer = await git.ask(args);
  if (answer.code === 0) return oneLine(answer.stdout);
  if (answer.code !== 1) throw failure(args, answer);
  if (oneLine(await git.run(["rev-parse", "--is-shallow-repository"])) === "true") {
    throw new CannotCheck(
      "This clone is shallow and does not hold the commit where the range begins. Fetch the history first (fetch-depth: 0, or git fetch --unshallow).",
    );
  }
  return undefined;
}
