import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSecret } from "../make-secret.ts";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-history-")));
const token = makeSecret("github-pat");
const run = (program: string, ...args: readonly string[]) =>
  spawnSync(program, args, {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" },
    encoding: "utf8",
  });

function commit(message: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(home, path), text);
  run("git", "add", "-A");
  run("git", "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", message);
}

beforeAll(() => {
  run("git", "init", "-q");
  commit("first", { "a.env": `TOKEN=${token}\n` });
  commit("removed", { "a.env": "TOKEN=\n" });
  commit("another", { "b.txt": "nothing here\n" });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("what was removed long ago is found, with its commit and what to do, and never shown", () => {
  const { status, stdout } = run(process.execPath, command, "history");
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /Rotate these, newest first.*\n {2}\d{4}-\d\d-\d\d {2}a\.env:1 .*never seen on a remote, gone from HEAD/,
  );
  expect(stdout).toMatch(/in commit [0-9a-f]{12}/);
  expect(stdout).toContain("3 commits: 1 finding");
  expect(stdout).not.toContain(token);
});

test("a second run reads only what the first had findings in, and says the same", () => {
  const findingsOf = (text: string): unknown => ({ ...JSON.parse(text), checked: 0, ms: 0 });
  const first = run(process.execPath, command, "history", "--format", "json");
  const second = run(process.execPath, command, "history", "--format", "json");
  expect(findingsOf(second.stdout)).toEqual(findingsOf(first.stdout));
  expect(second.status).toBe(1);
  const folder = join(home, ".git/failcheck");
  const remembered = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
  expect(remembered).not.toContain(token);
  expect(remembered.trimEnd().split("\n").length).toBeGreaterThan(2);
});
