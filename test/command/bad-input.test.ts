import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-command-")));
let folder = home;
let count = 0;

const environment = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1", GIT_CEILING_DIRECTORIES: home };

beforeEach(() => {
  folder = join(home, `case-${(count += 1)}`);
  mkdirSync(folder);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

function failcheck(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

function repository(files: Readonly<Record<string, string | Uint8Array>>): void {
  git("init", "-q");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git("add", "-A");
}

/** One clear sentence on stderr, exit code 2, no stack trace, nothing that looks like success. */
function expectRefusal(answer: ReturnType<typeof failcheck>, words: string | RegExp): void {
  expect(answer.stderr).toMatch(words);
  expect(answer.status).toBe(2);
  expect(answer.stderr).not.toMatch(/^\s+at /m);
  expect(answer.stderr.trimEnd().split("\n")).toHaveLength(1);
}

describe("could not look: exit code 2 and one sentence", () => {
  test.each([
    ["a broken configuration", { "failcheck.yaml": "rules: [" }, [], /failcheck\.yaml:1:9 is not valid YAML/],
    ["an unknown key", { "failcheck.yaml": "rulez: {}" }, [], /failcheck\.yaml:1:1 unknown key "rulez"; did you mean "rules"\?/],
    [
      "an unknown rule",
      { "failcheck.yaml": "rules: { html/unclosed: true }" },
      [],
      /failcheck\.yaml:1:10 unknown rule "html\/unclosed"/,
    ],
    ["a rule that --only does not find", { "a.txt": "" }, ["--only", "htlm/*"], /no rule is called htlm\/\*/],
    ["an unknown format", { "a.txt": "" }, ["--format", "xml"], /no format is called xml/],
    ["an output without a file", { "a.txt": "" }, ["--output", "json"], /--output json is not of the form/],
    ["an output that cannot be written", { "a.txt": "" }, ["--output", "json=no/such/folder.json"], /could not be written/],
    ["a configuration that is not there", { "a.txt": "" }, ["--config", "none.yaml"], /--config none\.yaml could not be read/],
    ["a path that does not exist", { "a.txt": "" }, ["b.txt"], /b\.txt does not exist/],
    ["a repository without files", {}, [], /Nothing was checked/],
    ["everything left out", { "a.txt": "", "failcheck.yaml": "ignore: ['**']" }, [], /Nothing was checked/],
    ["a range where nothing is committed", { "a.txt": "" }, ["ci", "nowhere..HEAD"], /git knows no commit HEAD/],
    [
      "an allowance without an owner",
      { "failcheck-allow.yaml": "- { rule: a, path: b, reason: c, until: 2099-01-01 }" },
      [],
      /needs "owner"/,
    ],
    ["a configuration that is a folder", { "failcheck.yaml/a": "" }, ["--config", "failcheck.yaml"], /could not be read/],
  ])("%s", (_, files, args, words) => {
    repository(files);
    expectRefusal(failcheck(...args), words);
  });

  test("an unknown flag", () => {
    const answer = failcheck("--onlyy");
    expect(answer.status).toBe(2);
    expect(answer.stderr).toContain("unknown option '--onlyy'");
  });

  test("a flag before its verb", () =>
    expectRefusal(failcheck("--format", "json", "staged"), /--format belongs behind the verb/));

  test("not a git repository", () => expectRefusal(failcheck(), /not a git repository/));
  test("nothing staged can be seen outside of one", () => expectRefusal(failcheck("staged"), /not a git repository/));

  test.each([
    ["that git does not know", "nowhere..HEAD", /nowhere/],
    ["that is an option", "--output=x..HEAD", /--output=x/],
  ])("a range %s", (_, range, words) => {
    repository({ "a.txt": "" });
    git("commit", "-qm", "first");
    expectRefusal(failcheck("ci", "--", range), words);
  });

  test("a git that is missing", () => {
    repository({ "a.txt": "" });
    const answer = spawnSync(process.execPath, [command, "staged"], {
      cwd: folder,
      env: { HOME: home, PATH: home },
      encoding: "utf8",
    });
    expectRefusal(answer, /git .* could not be started/);
  });

  test("a git that fails", () => {
    repository({ "a.txt": "" });
    writeFileSync(join(folder, ".git/index"), "this is no index");
    expectRefusal(failcheck("staged"), /git diff-index failed with exit code 128/);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", () => {
    repository({ "a.txt": "" });
    chmodSync(join(folder, "a.txt"), 0);
    expectRefusal(failcheck(), /a\.txt/);
  });
});

describe("content of any kind is looked at", () => {
  test.each([
    ["invalid UTF-8", "a.html", Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0x80, 0x0a])],
    ["half-written Python", "a.py", Buffer.from("def f(:\n  x = json.dumps({\n")],
    ["half-written HTML", "a.html", Buffer.from("<html><body><p class='")],
    ["half-written SQL", "a.sql", Buffer.from("SELECT SUM(total FROM WHERE ((")],
    ["half-written TypeScript", "a.ts", Buffer.from("const a = { b: JSON.stringify(")],
    ["NULs", "a.py", Buffer.from("\0\0\0\0")],
    ["an empty file", "a.ts", Buffer.alloc(0)],
  ])("%s", (_, path, bytes) => {
    repository({ [path]: bytes });
    const answer = failcheck();
    expect(answer.stderr).toBe("");
    expect([0, 1]).toContain(answer.status);
    expect(answer.stdout).toMatch(/failcheck \d+\.\d+\.\d+: (?:1 file,|0 files \(1 skipped: 1 binary\))/);
  });
});

describe("interrupted", () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`f${index}.html`, `<div>${"<p>x</p>".repeat(500)}</div>\n`]),
  );

  test("Ctrl-C ends with 130", async () => {
    repository({ "a.txt": "" });
    // A check that waits for its input is interrupted at a known moment: once it has read more than a pipe holds.
    const child = spawn(process.execPath, [command, "--stdin-filename", "a.html"], { cwd: folder, env: environment });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => child.stdin.write("<p>".repeat(200_000), resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });

  test("a closed pipe ends with 2 and a sentence", async () => {
    repository(many);
    const child = spawn(process.execPath, [command, "--format", "json", "--verbose"], { cwd: folder, env: environment });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(2);
    expect(stderr).toBe("failcheck: the output was closed before everything was written\n");
  });
});
