import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGit, type Git } from "@failcheck/core";
import { findRange } from "./find-range.ts";
import type { RangeRequest } from "./request.ts";

const home = mkdtempSync(join(tmpdir(), "failcheck-range-"));
const upstream = join(home, "upstream");
const opened: Git[] = [];
let commits: { first: string; base: string; topic: string; moved: string };

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...args], {
    cwd: directory,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function commit(name: string): string {
  writeFileSync(join(upstream, name), name);
  git(upstream, "add", "-A");
  git(upstream, "commit", "-q", "-m", name);
  return git(upstream, "rev-parse", "HEAD");
}

/** A clone as actions/checkout makes it, with a full history or with its last commits alone. */
function checkout(branch: string, depth?: number): Git {
  const directory = mkdtempSync(join(home, "clone-"));
  const how = depth === undefined ? [] : [`--depth=${depth}`];
  git(home, "clone", "-q", "--branch", branch, ...how, `file://${upstream}`, directory);
  const clone = openGit(directory);
  opened.push(clone);
  return clone;
}

async function listed(clone: Git, request: Exclude<RangeRequest, { kind: "nothing" }>): Promise<readonly string[]> {
  const { tip, base, known = [] } = (await findRange(clone, request)).range;
  const args = ["log", "--format=%s", tip, "--not", ...(base === undefined ? [] : [base]), ...known];
  return git(clone.directory, ...args)
    .split("\n")
    .filter(Boolean);
}

const range = (tip: string, base: string, more = {}): Extract<RangeRequest, { kind: "range" }> => ({
  kind: "range",
  tip,
  base,
  mayGoBack: false,
  says: "the range",
  ...more,
});

beforeAll(() => {
  git(home, "init", "-q", "-b", "main", upstream);
  const first = commit("first");
  commit("second");
  const base = commit("third");
  git(upstream, "switch", "-q", "-c", "topic");
  commit("topic-1");
  commit("topic-2");
  const topic = commit("topic-3");
  git(upstream, "switch", "-q", "main");
  const moved = commit("main moved");
  commits = { first, base, topic, moved };
});

afterAll(async () => {
  for (const each of opened) await each.close();
  rmSync(home, { recursive: true, force: true });
});

test.each([undefined, 1, 2])("a pull request has its own commits in a clone of depth %s", async (depth) => {
  const request = range(commits.topic, commits.base, { into: "main" });
  expect(await listed(checkout("topic", depth), request)).toEqual(["topic-3", "topic-2", "topic-1"]);
});

test("what the target branch holds by now is not the pull request's", async () => {
  git(upstream, "switch", "-q", "-c", "merged", commits.topic);
  git(upstream, "merge", "-q", "--no-edit", "main");
  const tip = git(upstream, "rev-parse", "HEAD");
  const subjects = await listed(checkout("merged"), range(tip, commits.base, { into: "main" }));
  expect(subjects).not.toContain("main moved");
  expect(subjects).toHaveLength(4);
});

test("a pull request that has been merged since is still looked at", async () => {
  git(upstream, "switch", "-q", "-c", "release", "main");
  git(upstream, "merge", "-q", "--no-edit", "topic");
  const request = range(commits.topic, commits.base, { into: "release" });
  expect(await listed(checkout("topic"), request)).toHaveLength(3);
});

test.each([undefined, 1])("a new branch has what no other branch holds, at depth %s", async (depth) => {
  git(upstream, "switch", "-q", "-C", "fresh", "main");
  const tip = commit("fresh");
  const request = { kind: "new", tip, branch: "fresh", trunk: "main", says: "the new branch" } as const;
  expect(await listed(checkout("fresh", depth), request)).toEqual(["fresh"]);
});

test("a new branch on a known commit is an empty range, not the whole history", async () => {
  const request = { kind: "new", tip: commits.base, branch: undefined, trunk: "main", says: "the new tag" } as const;
  expect(await listed(checkout("main"), request)).toEqual([]);
});

test("branches that are pushed at once are not known to each other", async () => {
  git(upstream, "switch", "-q", "-C", "one", "main");
  const tip = commit("one");
  git(upstream, "branch", "-f", "two");
  const request = { kind: "new", tip, branch: "one", trunk: "main", says: "the new branch" } as const;
  expect(await listed(checkout("one"), request)).toEqual(["one"]);
  const first = { kind: "new", tip: commits.base, branch: "main", trunk: "main", says: "the new branch" } as const;
  expect(await listed(checkout("main"), first)).toEqual(["third", "second", "first"]);
  git(upstream, "switch", "-q", "main");
  git(upstream, "branch", "-D", "one", "two");
});

test("after a forced push the tip may come before the base, and the reason is told", async () => {
  const clone = checkout("main");
  const back = range(commits.first, commits.base, { mayGoBack: true, says: "the forced push" });
  expect((await findRange(clone, back)).empty).toBe("the forced push only went back to an earlier commit");
  const same = range(commits.base, commits.base, { mayGoBack: true });
  await expect(findRange(clone, same)).rejects.toThrow("no commit to look at");
});

test("the policy is the newest of the target branch, and the default branch's where a branch shares nothing with it", async () => {
  const request = range(commits.topic, commits.base, { into: "main" });
  expect(await findRange(checkout("topic"), request)).toMatchObject({ policyAt: "refs/remotes/origin/main" });
  expect(await findRange(checkout("topic"), range(commits.topic, commits.base))).toMatchObject({ policyAt: commits.base });
  git(upstream, "switch", "-q", "--orphan", "pages");
  const tip = commit("pages");
  const orphan = { kind: "new", tip, branch: "pages", trunk: "main", says: "the new branch" } as const;
  expect(await findRange(checkout("pages"), orphan)).toEqual({ range: { tip }, policyAt: "refs/remotes/origin/main" });
  git(upstream, "switch", "-q", "-f", "main");
  git(upstream, "branch", "-D", "pages");
});

test("a base that a force push removed leaves everything that no other branch holds", async () => {
  const gone = "1".repeat(40);
  const ifGone = { kind: "new", tip: commits.topic, branch: "topic", trunk: "main", says: "the new branch" } as const;
  git(upstream, "branch", "-D", "merged", "release");
  expect(await listed(checkout("topic"), range(commits.topic, gone, { ifGone }))).toEqual(["topic-3", "topic-2", "topic-1"]);
});

test("everything is the whole history, also from a clone of depth 1", async () => {
  const subjects = await listed(checkout("main", 1), { kind: "everything", tip: "HEAD", says: "everything" });
  expect(subjects).toEqual(["main moved", "third", "second", "first"]);
});

test("a range in reverse, an empty one and one that nobody has are refused", async () => {
  const clone = checkout("main");
  await expect(findRange(clone, range(commits.first, commits.base))).rejects.toThrow("did you mean");
  await expect(findRange(clone, range(commits.base, commits.base))).rejects.toThrow("no commit to look at");
  await expect(findRange(clone, range(commits.topic, "2".repeat(40)))).rejects.toThrow("knows no commit");
  await expect(findRange(clone, range("--all", commits.base))).rejects.toThrow("no revision");
});

test("a shallow clone that cannot be deepened is red and says what to do", async () => {
  const clone = checkout("topic", 1);
  git(clone.directory, "remote", "set-url", "origin", join(home, "nowhere"));
  await expect(findRange(clone, range(commits.topic, commits.base))).rejects.toThrow("fetch-depth: 0");
});
