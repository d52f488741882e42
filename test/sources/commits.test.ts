import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openGit } from "../../packages/core/src/git.ts";
import type { Git } from "../../packages/core/src/git.ts";
import { commitRange, commits } from "../../packages/core/src/sources/commits.ts";
import { scratchRepository } from "../support/repository.ts";
import type { ScratchRepository } from "../support/repository.ts";
import { rowsOf } from "./rows.ts";

let repository: ScratchRepository;
let git: Git;
beforeEach(() => {
  repository = scratchRepository();
  git = openGit(repository.root, repository.env);
  repository.write("a", "1\n");
  repository.commit("first");
  repository.git("tag", "start");
});
afterEach(() => repository.remove());

test("the end result is compared, and what came and went is carried", async () => {
  repository.write("a", "secret\n");
  repository.commit("oops");
  repository.write("a", "2\n");
  repository.commit("gone again");
  const change = await commits(git, commitRange("start..HEAD"));
  expect(change.commits).toBe(2);
  expect(await rowsOf(change)).toEqual([["a", "1\n", "2\n"]]);
  const carried = await rowsOf(await commits(git, commitRange("start..")), "carried");
  expect(carried.map(([, before, after]) => [before, after])).toEqual([
    [undefined, "message: oops\n"],
    [undefined, "message: gone again\n"],
    ["1\n", "secret\n"],
    ["secret\n", "2\n"],
  ]);
});

test("the message of a tag is carried, also where its commit is known", async () => {
  repository.git("tag", "-a", "-m", "release notes", "v1");
  const carried = await rowsOf(await commits(git, commitRange("start..v1")), "carried");
  expect(carried.map(([path, , after]) => [path.slice(0, 4), after])).toEqual([["tag ", "message: release notes\n"]]);
});

test("what the base gained meanwhile is not part of the change", async () => {
  repository.git("checkout", "-qb", "topic");
  repository.write("b", "topic\n");
  repository.commit("topic");
  repository.git("checkout", "-q", "main");
  repository.write("a", "main moved\n");
  repository.commit("main");
  expect(await rowsOf(await commits(git, commitRange("main..topic")))).toEqual([["b", undefined, "topic\n"]]);
});

test("what only the merge itself holds is carried", async () => {
  repository.git("checkout", "-qb", "topic");
  repository.write("b", "topic\n");
  repository.commit("topic");
  repository.git("checkout", "-q", "main");
  repository.write("c", "main\n");
  repository.commit("main");
  repository.git("merge", "-q", "--no-commit", "--no-ff", "topic");
  repository.write("c", "evil\n");
  repository.commit("merge");
  const carried = await rowsOf(await commits(git, commitRange("start..main")), "carried");
  expect(carried.filter(([path]) => !path.startsWith("commit ")).sort()).toEqual([
    ["b", undefined, "topic\n"],
    ["c", undefined, "main\n"],
    ["c", "main\n", "evil\n"],
  ]);
});

test("without a base everything reachable is new", async () => {
  const carried = await rowsOf(await commits(git, commitRange("main")), "carried");
  expect(carried.map(([, , after]) => after)).toEqual(["message: first\n", "1\n"]);
});

test("both trees can be read", async () => {
  repository.write("b", "2\n");
  repository.commit("second");
  const change = await commits(git, commitRange("start..main"));
  expect([await change.before?.paths(), await change.after.paths()]).toEqual([["a"], ["a", "b"]]);
  expect(await change.after.contentId("b")).toBe(repository.git("rev-parse", "HEAD:b").trim());
  await change.close();
});

test.each(["nowhere..HEAD", "HEAD..nowhere", "--all..HEAD"])("%s is refused", async (range) => {
  await expect(commits(git, commitRange(range))).rejects.toThrow(/knows no commit|is no revision/);
});

test("a shallow clone without the beginning of the range is refused", async () => {
  repository.write("a", "2\n");
  repository.commit("second");
  const clone = join(repository.root, "..", "clone");
  execFileSync("git", ["clone", "-q", "--depth=1", `file://${repository.root}`, clone], { env: repository.env, stdio: "ignore" });
  const start = repository.git("rev-parse", "start").trim();
  await expect(commits(openGit(clone, repository.env), { base: start, tip: "HEAD" })).rejects.toThrow("shallow");
});
