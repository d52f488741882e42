import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CannotCheck, type CommitRange, type Git } from "@failcheck/core";
import type { NewRef, RangeRequest } from "./request.ts";

type Between = Extract<RangeRequest, { kind: "range" }>;

/** The commits that are meant, and what is to be known about them. */
export interface Found {
  readonly range: CommitRange;
  /** The revision whose policy holds; the tip's does where nothing else is there to be trusted more. */
  readonly policyAt?: string;
  /** Why there is rightly nothing in the range. */
  readonly empty?: string;
}

/**
 * Makes sure that git holds everything the request speaks of, and says which commits that are. A clone that is too shallow is
 * deepened; where that fails, or where nothing is left to look at, the gate is red: it never passes because it saw nothing.
 */
export async function findRange(git: Git, request: Exclude<RangeRequest, { kind: "nothing" }>): Promise<Found> {
  switch (request.kind) {
    case "everything":
      await deepen(git, [request.tip], async () => !(await isShallow(git)));
      return { range: { tip: request.tip } };
    case "new":
      return newRef(git, request);
    case "range":
      return between(git, request);
  }
}

async function between(git: Git, request: Between): Promise<Found> {
  await fetchMissing(git, request.tip);
  await fetchMissing(git, request.base);
  if (request.ifGone && !(await exists(git, request.base))) return newRef(git, request.ifGone);
  const { tip, base } = request;
  await deepen(git, [tip, base], () => isComplete(git, tip, base));
  await demand(git, tip);
  await demand(git, base);
  const known = await alsoKnown(git, request);
  // What the target branch holds by now is its newest policy too, with the approvals that a person added since.
  const found: Found = { range: { tip, base, known }, policyAt: known[0] ?? base };
  return (await count(git, tip, [base, ...known])) > 0 ? found : { ...found, empty: await whyEmpty(git, request) };
}

/** What the target branch holds by now is no part of the change, unless it holds the change itself already. */
async function alsoKnown(git: Git, { tip, into }: Between): Promise<readonly string[]> {
  if (into === undefined) return [];
  const branch = `refs/remotes/origin/${into}`;
  if (!(await exists(git, branch))) return [];
  const merged = await git.ask(["merge-base", "--is-ancestor", tip, branch]);
  return merged.code === 0 ? [] : [branch];
}

/**
 * The commits that no other branch of the remote holds. The pattern must not begin with refs/remotes: `--remotes` puts that in
 * front by itself, and with the long form the exclusion is silently ignored. `origin/HEAD` is a second name of a branch, perhaps of
 * this one.
 */
async function newRef(git: Git, { tip, branch, trunk, says }: NewRef): Promise<Found> {
  await fetchMissing(git, tip);
  await deepen(git, [tip], async () => !(await isShallow(git)));
  await demand(git, tip);
  const main = trunk === undefined || trunk === branch ? undefined : `refs/remotes/origin/${trunk}`;
  const policyAt = main !== undefined && (await exists(git, main)) ? { policyAt: main } : {};
  const own = [...(branch === undefined ? [] : [`refs/remotes/origin/${branch}`]), ...(await holders(git, tip, main))];
  const known = ["HEAD", ...own.map((ref) => ref.slice("refs/remotes/origin/".length))].map((name) => `--exclude=origin/${name}`);
  known.push("--remotes=origin");
  if ((await count(git, tip, known)) === 0) {
    return { range: { tip, base: tip }, ...policyAt, empty: `${says} adds no commit to what ${trunk ?? "the remote"} holds` };
  }
  const boundary = lines(await git.run(["rev-list", "--boundary", "--topo-order", tip, "--not", ...known]));
  const base = boundary.find((line) => line.startsWith("-"))?.slice(1);
  return base === undefined ? { range: { tip }, ...policyAt } : { range: { tip, base, known }, policyAt: base, ...policyAt };
}

/**
 * Branches that hold the whole of the new one. Whoever pushes several at once has nothing of it looked at if each counts as known
 * to the others; only what the default branch holds went through this gate before.
 */
async function holders(git: Git, tip: string, main: string | undefined): Promise<readonly string[]> {
  const answer = await git.run(["for-each-ref", `--contains=${tip}`, "--format=%(refname)", "refs/remotes/origin/"]);
  return answer
    .toString("utf8")
    .split("\n")
    .filter((ref) => ref !== "" && ref !== main);
}

/** Why a range without commits is right. @throws CannotCheck where it is not */
async function whyEmpty(git: Git, { tip, base, says, mayGoBack }: Between): Promise<string> {
  const reversed = (await count(git, base, [tip])) > 0;
  if (reversed && mayGoBack) return `${says} only went back to an earlier commit`;
  const why = reversed
    ? `its tip comes before its base: did you mean ${tip}..${base}?`
    : "its tip and its base are the same commit.";
  throw new CannotCheck(`There is no commit to look at in ${says}: ${why}`);
}

async function exists(git: Git, revision: string): Promise<boolean> {
  if (revision.startsWith("-")) throw new CannotCheck(`${revision} is no revision. A range is written BASE..TIP.`);
  return (await git.ask(["rev-parse", "-q", "--verify", `${revision}^{commit}`])).code === 0;
}

async function demand(git: Git, revision: string): Promise<void> {
  if (await exists(git, revision)) return;
  throw new CannotCheck(
    `git knows no commit ${revision}, and it could not be fetched. Was its branch deleted? Check out with fetch-depth: 0, or give the range: failcheck ci BASE..TIP`,
  );
}

/** Matches a full object id: the one name that a server knows without a branch. */
const objectName = /^[0-9a-f]{40,64}$/;

/** A commit that the clone lacks can be asked for by its id; where that fails, `demand` says so. */
async function fetchMissing(git: Git, revision: string): Promise<void> {
  if (!objectName.test(revision) || (await exists(git, revision))) return;
  const depth = (await isShallow(git)) ? ["--depth=1"] : [];
  await git.ask(["fetch", "-q", "--no-tags", "--no-write-fetch-head", ...depth, "origin", revision]);
}

async function isShallow(git: Git): Promise<boolean> {
  return lines(await git.run(["rev-parse", "--is-shallow-repository"]))[0] === "true";
}

/** Whether git can tell where the range begins, and no commit of it stands at the edge of a shallow clone. */
async function isComplete(git: Git, tip: string, base: string): Promise<boolean> {
  if (!(await isShallow(git))) return true;
  if (!(await exists(git, tip)) || !(await exists(git, base))) return false;
  if ((await git.ask(["merge-base", base, tip])).code !== 0) return false;
  const [shallow = ""] = lines(await git.run(["rev-parse", "--git-path", "shallow"]));
  const edge = new Set(readFileSync(resolve(git.directory, shallow), "utf8").split("\n"));
  return !lines(await git.run(["rev-list", tip, "--not", base])).some((commit) => edge.has(commit));
}

const branches = "+refs/heads/*:refs/remotes/origin/*";

/** Fetches more of the history, step by step, until there is enough. The tips are named, because a fork's has no branch here. */
async function deepen(git: Git, tips: readonly string[], enough: () => Promise<boolean>): Promise<void> {
  const wanted: string[] = [branches];
  for (const tip of tips) if (objectName.test(tip) && (await exists(git, tip))) wanted.push(tip);
  for (const more of ["--deepen=100", "--deepen=2000", "--unshallow"]) {
    if (await enough()) return;
    const answer = await git.ask(["fetch", "-q", "--no-tags", "--no-write-fetch-head", more, "origin", ...wanted]);
    if (answer.code !== 0) throw tooShallow(answer.stderr);
  }
  if (!(await enough())) throw tooShallow("");
}

function tooShallow(said: string): CannotCheck {
  const [first = ""] = said.trim().split("\n");
  return new CannotCheck(
    `This clone is shallow and the range begins before it. Deepening it failed${first === "" ? "" : ` (${first})`}: check out with fetch-depth: 0.`,
  );
}

async function count(git: Git, tip: string, known: readonly string[]): Promise<number> {
  return Number(lines(await git.run(["rev-list", "--count", tip, "--not", ...known]))[0]);
}

function lines(output: Buffer): readonly string[] {
  return output.toString("latin1").split("\n").filter(Boolean);
}
