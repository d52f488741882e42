import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findRoot, openGit } from "../../packages/core/src/git.ts";
import { worktree } from "../../packages/core/src/sources/worktree.ts";
import { scratchRepository } from "../support/repository.ts";
import type { ScratchRepository } from "../support/repository.ts";
import { rowsOf } from "./rows.ts";

let repository: ScratchRepository;
beforeEach(() => {
  repository = scratchRepository();
  repository.write(".gitignore", "ignored\nbuilt/\n");
  repository.write("a", "1");
  repository.write("sub/b", "2");
  repository.commit("first");
  repository.write("sub/untracked", "3");
  repository.write("sub/ignored", "4");
  repository.write("built/c", "5");
});
afterEach(() => repository.remove());

const paths = async (named: readonly string[], directory = repository.root): Promise<string[]> => {
  const git = openGit(directory, repository.env);
  const rows = await rowsOf(await worktree(git, await findRoot(git), named));
  return rows.map(([path]) => path);
};

test.each([
  ["nothing named: what git tracks", [], [".gitignore", "a", "sub/b"]],
  ["a directory: what is not ignored", ["sub"], ["sub/b", "sub/untracked"]],
  ["the root", ["."], [".gitignore", "a", "sub/b", "sub/untracked"]],
  ["a file, ignored or not", ["sub/ignored", "built/c"], ["built/c", "sub/ignored"]],
  ["a file twice", ["a", "./a", "sub/../a"], ["a"]],
])("%s", async (_, named, expected) => {
  expect(await paths(named)).toEqual(expected);
});

test("from a subfolder paths stay relative to the root", async () => {
  const below = join(repository.root, "sub");
  expect(await paths([], below)).toEqual([".gitignore", "a", "sub/b"]);
  expect(await paths(["b", "../a"], below)).toEqual(["a", "sub/b"]);
});

test("a file removed from the working tree is not there to be checked", async () => {
  rmSync(join(repository.root, "a"));
  expect(await paths([])).toEqual([".gitignore", "sub/b"]);
});

test("outside a repository the files below the path are read", async () => {
  const outside = join(repository.root, "..", "outside");
  mkdirSync(join(outside, "deep", "node_modules"), { recursive: true });
  writeFileSync(join(outside, "deep", "x"), "x");
  writeFileSync(join(outside, "deep", "node_modules", "y"), "y");
  expect(await paths(["."], outside)).toEqual(["deep/x"]);
  expect(await paths([join(outside, "deep")])).toEqual(["../outside/deep/x"]);
});

test("a symlink in the tree is its target; a named one is followed", async () => {
  symlinkSync("a", join(repository.root, "link"));
  repository.git("add", "link");
  const git = openGit(repository.root, repository.env);
  expect(await rowsOf(await worktree(git, repository.root, []))).toContainEqual(["link", undefined, "symlink: a"]);
  expect(await paths(["link"])).toEqual(["a"]);
});

test("another repository is named as not looked at, and a pipe cannot be looked at", async () => {
  execFileSync("git", ["init", "-q", join(repository.root, "sub", "nested")], { env: repository.env });
  execFileSync("git", ["-C", join(repository.root, "sub", "nested"), "commit", "-q", "--allow-empty", "-m", "x"], {
    env: repository.env,
  });
  execFileSync("mkfifo", [join(repository.root, "sub", "pipe")]);
  const change = await worktree(openGit(repository.root, repository.env), repository.root, ["sub", "sub/pipe"]);
  await expect(rowsOf(change)).rejects.toThrow("sub/pipe is no regular file");
  expect(change.skipped).toEqual([{ path: "sub/nested", reason: "another git repository" }]);
});

test.each([
  ["a path that does not exist", ["nowhere"], "nowhere does not exist"],
  ["a directory that git ignores", ["built"], "Nothing to check below built"],
])("%s is refused", async (_, named, message) => {
  await expect(paths(named)).rejects.toThrow(message);
});

test("outside a repository something must be named", async () => {
  await expect(paths([], join(repository.root, ".."))).rejects.toThrow("not a git repository");
});
