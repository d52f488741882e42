import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSecret } from "../make-secret.ts";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-history-")));
const token = makeSecret("github-pat");
const environment = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" };
const run = (program: string, ...args: readonly string[]) =>
  spawnSync(program, args, { cwd: home, env: environment, encoding: "utf8" });

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

/** What the list says of each secret that stands alone in its file. */
function fates(cwd: string): Readonly<Record<string, string>> {
  const { stdout } = spawnSync(process.execPath, [command, "history"], { cwd, env: environment, encoding: "utf8" });
  expect(stdout).not.toMatch(/(?:ghp|glsa)_\w{20}/);
  return Object.fromEntries(
    [...stdout.matchAll(/^ {2}(\d{4}-\d\d-\d\d|no commit ) {2}(.+?):1 {2}.*\((.*?)\)$/gm)].map(([, , path = "", fate = ""]) => [
      path,
      fate,
    ]),
  );
}

test("the list tells what is on HEAD under another name, and what a remote had once", () => {
  const cwd = join(home, "clone");
  const git = (...args: readonly string[]) => {
    const all = ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args];
    const { status, stderr } = spawnSync("git", all, { cwd, env: environment, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, expect.anything()]);
  };
  const write = (path: string, text: string) => {
    writeFileSync(join(cwd, path), text);
    git("add", "-A");
    git("commit", "-qm", path);
  };
  run("git", "init", "-q", "--bare", "remote.git");
  run("git", "clone", "-q", "remote.git", "clone");
  write("start", "nothing\n");
  write("moved.env", `A=${makeSecret("grafana-service-account-token")}\n`);
  git("mv", "moved.env", "other.env");
  git("commit", "-qm", "moved");
  git("push", "-q", "origin", "HEAD:refs/heads/main");
  write("dropped.env", `B=${token}\n`);
  git("push", "-q", "origin", "HEAD:refs/heads/main");
  git("rm", "-q", "dropped.env");
  git("commit", "-qm", "removed");
  git("push", "-qf", "origin", "HEAD~2:refs/heads/main");
  write("kept.env", `C=${makeSecret("gitlab-pat")}\n`);
  git("tag", "-a", "v1", "-m", `the key is ${makeSecret("npm-access-token")}`);
  const found = fates(cwd);
  const tag = Object.keys(found).find((path) => path.startsWith("tag "));
  expect(found).toEqual({
    "moved.env": "pushed, still on HEAD",
    "dropped.env": "pushed, gone from HEAD",
    "kept.env": "never seen on a remote, still on HEAD",
    [tag ?? ""]: "perhaps pushed, gone from HEAD",
  });
});

test("a run that is killed in the middle is taken up where it was, and both together find everything", async () => {
  const cwd = join(home, "long");
  run("git", "init", "-q", "long");
  const stream: string[] = [];
  for (let n = 0; n < 3000; n++) {
    const text = n === 2990 ? `A=${token}\n` : `line of ${n}\n`.repeat(400);
    stream.push(`commit refs/heads/main\ncommitter T <t@example.com> ${1_700_000_000 + n} +0000\ndata 1\nx\n`);
    stream.push(`M 100644 inline f${n % 50}.txt\ndata ${text.length}\n${text}\n`);
  }
  spawnSync("git", ["fast-import", "--quiet"], { cwd, env: environment, input: stream.join("") });
  spawnSync("git", ["symbolic-ref", "HEAD", "refs/heads/main"], { cwd, env: environment });
  const child = spawn(process.execPath, [command, "history", "--format", "json"], { cwd, env: environment });
  const folder = join(cwd, ".git/failcheck");
  const remembered = () =>
    existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")) : [];
  while (remembered().join("").length < 41 * 4000 && child.exitCode === null) await setTimeout(10);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.on("close", resolve));
  const known = remembered().join("").split("\n").length;
  // All messages and a thousand contents, and not yet everything.
  expect(known).toBeGreaterThan(4000);
  expect(known).toBeLessThan(5999);
  const { status, stdout } = spawnSync(process.execPath, [command, "history", "--format", "json"], {
    cwd,
    env: environment,
    encoding: "utf8",
  });
  const report: unknown = JSON.parse(stdout);
  expect(status).toBe(1);
  expect(report).toMatchObject({ findings: [{ path: "f40.txt" }], checked: { commits: 3000 } });
  // What the first run had seen was not read again.
  expect(Number(/"bytes": (\d+)/.exec(stdout)?.[1])).toBeLessThan((6000 - known) * 5300);
  expect(remembered().join("")).not.toContain(token);
});

test("a partial clone fetches what it lacks, and is not clean where it cannot", () => {
  run("git", "init", "-q", "-b", "main", "whole");
  const inWhole = (...args: readonly string[]) =>
    run("git", "-C", "whole", "-c", "user.name=T", "-c", "user.email=t@example.com", ...args);
  inWhole("config", "uploadpack.allowFilter", "true");
  writeFileSync(join(home, "whole/gone.env"), `A=${token}\n`);
  inWhole("add", "-A");
  inWhole("commit", "-qm", "one");
  inWhole("rm", "-q", "gone.env");
  inWhole("commit", "-qm", "two", "--allow-empty");
  for (const name of ["online", "offline"])
    run("git", "clone", "-q", "--filter=blob:none", `file://${join(home, "whole")}`, name);
  const look = (cwd: string) =>
    spawnSync(process.execPath, [command, "history"], { cwd: join(home, cwd), env: environment, encoding: "utf8" });
  const online = look("online");
  expect([online.status, online.stdout]).toEqual([1, expect.stringContaining("gone.env:1")]);
  renameSync(join(home, "whole"), join(home, "away"));
  const offline = look("offline");
  expect([offline.status, offline.stdout]).toEqual([2, ""]);
  expect(offline.stderr).toMatch(/^failcheck: git .*\n$/);
});
