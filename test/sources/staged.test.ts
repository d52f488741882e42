import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openGit } from "../../packages/core/src/git.ts";
import { pathOf } from "../../packages/core/src/path-bytes.ts";
import { staged } from "../../packages/core/src/sources/staged.ts";
import { scratchRepository } from "../support/repository.ts";
import type { ScratchRepository } from "../support/repository.ts";
import { rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";

let repository: ScratchRepository;
beforeEach(() => {
  repository = scratchRepository();
});
afterEach(() => repository.remove());

const stagedRows = async (env: NodeJS.ProcessEnv = {}): Promise<Row[]> =>
  rowsOf(await staged(openGit(repository.root, { ...repository.env, ...env })));

test("before the first commit everything in the index is new", async () => {
  repository.write("a.txt", "one\n");
  repository.git("add", ".");
  expect(await stagedRows()).toEqual([["a.txt", undefined, "one\n"]]);
});

test("a partly staged file is read from the index, not from the working tree", async () => {
  repository.write("a.txt", "one\n");
  repository.commit("first");
  repository.write("a.txt", "two\n");
  repository.git("add", ".");
  repository.write("a.txt", "three\n");
  expect(await stagedRows()).toEqual([["a.txt", "one\n", "two\n"]]);
});

test("additions, edits, deletions, moves and changes of type are told apart", async () => {
  repository.write("edited", "1");
  repository.write("deleted", "2");
  repository.write("moved", "3");
  repository.write("retyped", "4");
  repository.commit("first");
  repository.write("edited", "5");
  repository.git("mv", "moved", "elsewhere");
  repository.git("rm", "-q", "deleted");
  rmSync(join(repository.root, "retyped"));
  symlinkSync("edited", join(repository.root, "retyped"));
  repository.git("add", ".");
  expect(await stagedRows()).toEqual([
    ["deleted", "2", undefined],
    ["edited", "1", "5"],
    ["elsewhere", "3", "3"],
    ["moved", "3", undefined],
    ["retyped", "4", "symlink: edited"],
  ]);
});

test("a renamed and edited file is looked at whole", async () => {
  repository.write("old", "a\nb\nc\nd\n");
  repository.commit("first");
  repository.git("mv", "old", "new");
  repository.write("new", "a\nb\nc\nd\ne\n");
  repository.git("add", ".");
  repository.git("config", "diff.renames", "copies");
  expect(await stagedRows()).toEqual([
    ["new", undefined, "a\nb\nc\nd\ne\n"],
    ["old", "a\nb\nc\nd\n", undefined],
  ]);
});

test("attributes, an external diff and replace refs hide nothing", async () => {
  repository.write("a.txt", "clean\n");
  repository.write(".gitattributes", "* -diff\n");
  repository.commit("first");
  const clean = repository.git("rev-parse", "HEAD:a.txt").trim();
  repository.write("a.txt", "changed\n");
  repository.git("add", ".");
  repository.git("replace", repository.git("rev-parse", ":a.txt").trim(), clean);
  expect(await stagedRows({ GIT_EXTERNAL_DIFF: "true" })).toEqual([["a.txt", "clean\n", "changed\n"]]);
});

test("the index that the environment names is the one read", async () => {
  repository.write("a.txt", "one\n");
  repository.commit("first");
  const index = join(repository.root, ".git", "other-index");
  repository.write("b.txt", "two\n");
  execFileSync("git", ["add", "b.txt"], { cwd: repository.root, env: { ...repository.env, GIT_INDEX_FILE: index } });
  expect(await stagedRows({ GIT_INDEX_FILE: index })).toEqual([
    ["a.txt", "one\n", undefined],
    ["b.txt", undefined, "two\n"],
  ]);
});

test("an intent to add is no file yet", async () => {
  repository.write("a.txt", "one\n");
  repository.commit("first");
  repository.write("b.txt", "two\n");
  repository.git("add", "--intent-to-add", "b.txt");
  const change = await staged(openGit(repository.root, repository.env));
  expect(await change.after.paths()).toEqual(["a.txt"]);
  expect(await rowsOf(change)).toEqual([]);
});

test("odd file names come through byte by byte", async () => {
  const names = ["-dash", "naïve name", "two\nlines", 'quo"te', "tab\t"].map((name) => Buffer.from(name));
  names.push(Buffer.from("caf\xe9.txt", "latin1"));
  for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${repository.root}/`), name]), "x");
  repository.git("add", ".");
  const rows = await stagedRows();
  expect(rows.map(([path]) => path).sort()).toEqual(names.map((name) => pathOf(name)).sort());
  expect(rows.every(([, , text]) => text === "x")).toBe(true);
});

test("a submodule is named as not looked at", async () => {
  const id = "1234567890123456789012345678901234567890";
  repository.git("update-index", "--add", "--cacheinfo", `160000,${id},sub`);
  const change = await staged(openGit(repository.root, repository.env));
  expect(await rowsOf(change)).toEqual([]);
  expect(change.skipped).toEqual([{ path: "sub", reason: "submodule" }]);
});

test("a file above the limit is skipped with its reason", async () => {
  repository.write("large.txt", Buffer.alloc(50 * 1024 * 1024, "a"));
  repository.write("small.txt", "x");
  repository.git("add", ".");
  expect(await stagedRows()).toEqual([
    ["large.txt", undefined, "(over 5 MiB)"],
    ["small.txt", undefined, "x"],
  ]);
});

test("UTF-16 and a byte order mark are text, and line ends stay", async () => {
  repository.write("utf16.txt", Buffer.from("\uFEFFwide\r\n", "utf16le"));
  repository.write("bom.txt", "\uFEFFmarked\r\n");
  repository.git("config", "core.autocrlf", "false");
  repository.git("add", ".");
  expect(await stagedRows()).toEqual([
    ["bom.txt", undefined, "marked\r\n"],
    ["utf16.txt", undefined, "wide\r\n"],
  ]);
});

test("an unmerged file cannot be checked", async () => {
  repository.write("a", "1\n");
  repository.commit("base");
  repository.git("checkout", "-qb", "topic");
  repository.write("a", "2\n");
  repository.commit("topic");
  repository.git("checkout", "-q", "main");
  repository.write("a", "3\n");
  repository.commit("main");
  expect(() => repository.git("merge", "topic")).toThrow();
  await expect(staged(openGit(repository.root, repository.env))).rejects.toThrow("a is not merged yet");
});

test("a missing object is an error, not a clean file", async () => {
  repository.write("a", "1\n");
  repository.git("add", ".");
  const id = repository.git("rev-parse", ":a").trim();
  const object = join(repository.root, ".git/objects", id.slice(0, 2), id.slice(2));
  chmodSync(object, 0o600);
  rmSync(object);
  await expect(stagedRows()).rejects.toThrow(`a cannot be read. git has no object ${id}`);
});

test.each([
  ["a corrupt index", (root: string) => writeFileSync(join(root, ".git/index"), "garbage"), "git diff-index failed"],
  ["no repository", (root: string) => rmSync(join(root, ".git"), { recursive: true }), "not a git repository"],
])("%s is an error", async (_, damage, message) => {
  damage(repository.root);
  await expect(staged(openGit(repository.root, repository.env))).rejects.toThrow(message);
});

test("git that cannot be started is an error", async () => {
  const env = { ...repository.env, PATH: "/nowhere" };
  await expect(staged(openGit(repository.root, env))).rejects.toThrow("could not be started");
});

test("both trees can be read, deep down and where there is nothing", async () => {
  repository.write("deep/er/file", "1");
  repository.write("deep/gone", "2");
  repository.commit("first");
  repository.git("rm", "-q", "deep/gone");
  repository.write("deep/new", "3");
  repository.git("add", ".");
  const change = await staged(openGit(repository.root, repository.env));
  const { before, after } = change;
  expect([await before?.contentId("deep/gone"), await after.contentId("deep/gone")]).toEqual([expect.any(String), undefined]);
  expect([await after.contentId("deep/er/file"), await after.contentId("deep/new")]).toEqual([
    expect.any(String),
    expect.any(String),
  ]);
  for (const path of ["deep", "deep/er", "deep/er/file/x", "nowhere", ""]) expect(await after.read(path)).toBeUndefined();
  expect(await before?.paths()).toEqual(["deep/er/file", "deep/gone"]);
  expect(await after.paths()).toEqual(["deep/er/file", "deep/new"]);
  await change.close();
});
