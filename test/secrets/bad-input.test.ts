import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sample } from "@failcheck/check-secrets/sample";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const command = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
let repository: ScratchRepository;

beforeEach(() => {
  repository = scratchRepository();
  repository.write("a.txt", "nothing\n");
});
afterEach(() => repository.remove());

/** One sentence and exit code 2 within a minute: nobody may take it for clean. */
function expectRefusal(words: RegExp, ...args: readonly string[]): string {
  repository.git("add", "--all", "--force");
  const { root: cwd, env } = repository;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^\s+at |this is a bug/m);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(status).toBe(2);
  return stdout + stderr;
}

const custom = (pattern: string) =>
  JSON.stringify({ custom: [{ id: "my/token", kind: "secret", pattern, bad: ["token_abcdefgh"], good: ["nothing"] }] });
const laughs = Array.from(
  { length: 12 },
  (_, n) => `a${n}: &a${n} [${Array.from({ length: 10 }, () => (n ? `*a${n - 1}` : "x")).join()}]`,
);

test.each([
  ["ten megabytes", `# ${"x".repeat(1e7)}\n`, /failcheck\.yaml was not read: over 5 MiB/],
  ["aliases of aliases", laughs.join("\n"), /failcheck\.yaml:1:1 .*alias/],
  ["depth", `ignore: ${"[".repeat(20_000)}`, /failcheck\.yaml:1:\d+ is not valid YAML/],
  ["keys that every object has", "rules:\n  __proto__: { a: 1 }", /failcheck\.yaml:2:3 unknown key "__proto__"/],
  ["a kind that every object has", "custom: [{ id: a/b, kind: constructor }]", /failcheck\.yaml:1:27 unknown kind/],
  ["a glob that takes hours", "ignore: ['**/*a*a*a*a*a*a*b']", /failcheck\.yaml:1:10 .*hours/],
  [
    "a log outside the repository",
    "incidents: [{ source: ../log.md, format: headings, id: A }]",
    /failcheck\.yaml:1:\d+ incidents\.0\.source leads out of the repository/,
  ],
  ["a pattern that is none", custom("token_["), /failcheck\.yaml:1:\d+ custom rule my\/token: Invalid regular expression/],
  ["a pattern of exponential time", custom("(?:t|t)*_"), /failcheck\.yaml:1:\d+ custom rule my\/token: .*exponential/],
  ["a pattern of quadratic time", custom("[a-z]+_[a-z]+"), /failcheck\.yaml:1:\d+ custom rule my\/token: .*quadratic/],
  ["a pattern that misses its own list", custom("tok_[a-z]{8}"), /failcheck\.yaml:1:\d+ .*does not report text 1/],
])("a hostile configuration: %s", (_, text, words) => {
  repository.write("failcheck.yaml", text);
  expectRefusal(words);
});

test.each([
  ["- { rule: a/b, path: c\n- x", /failcheck-allow\.yaml:2:1 is not valid YAML/],
  ["# x\n- { rule: a/b, path: c, owner: me, reason: y, until: soon }", /failcheck-allow\.yaml:2:54 0\.until must be a day/],
  ["- { rule: a/b, path: c, reason: y, until: 2099-01-01 }", /failcheck-allow\.yaml:1:\d+ 0\.?.*needs "owner"/],
  [`- ${sample("github-pat")}`, /failcheck-allow\.yaml:1:3 0 must be a mapping, not a text/],
])("an allowance file with a bad line: %s", (text, words) => {
  repository.write("failcheck-allow.yaml", text);
  expectRefusal(words);
});

test.each([[["history"]], [["ci", "HEAD~1..HEAD"]], [["staged"]]])("a blob that is missing: %j", (args) => {
  repository.commit("first");
  repository.write("b.txt", "once more\n");
  if (args[0] !== "staged") repository.commit("second");
  repository.git("add", "--all");
  const id = repository.git("rev-parse", ":b.txt").trim();
  rmSync(join(repository.root, ".git/objects", id.slice(0, 2), id.slice(2)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: repository.root,
    env: repository.env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([2, expect.stringMatching(new RegExp(`^failcheck: [^\\n]*${id}[^\\n]*\\n$`))]);
  expect(stdout).not.toMatch(/0 findings/);
});

test("a file of allowances that is only staged, and broken", () => {
  repository.git("commit", "--allow-empty", "--quiet", "-m", "first");
  repository.write("failcheck-allow.yaml", "- nonsense\n");
  expectRefusal(/failcheck-allow\.yaml:1:3 /, "staged");
});

test("a file of two gigabytes", () => {
  repository.git("add", "--all");
  repository.write("disk.img", "");
  truncateSync(join(repository.root, "disk.img"), 2 ** 31);
  expectRefusalOfUntracked(/disk\.img is larger than 100 MiB, and nobody looked/, "disk.img");
});

test("a pipe in the place of a file", () => {
  repository.write("p", "x");
  repository.git("add", "--all");
  rmSync(join(repository.root, "p"));
  spawnSync("mkfifo", [join(repository.root, "p")]);
  expectRefusalOfUntracked(/^failcheck: p is no regular file but a pipe/);
  rmSync(join(repository.root, "p"));
  spawnSync("mkfifo", [join(repository.root, "failcheck.yaml")]);
  expectRefusalOfUntracked(/^failcheck: failcheck\.yaml was not read: a pipe/);
});

/** Root may read everything: it runs the command as nobody, who must be able to reach it and owns the repository. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const isReached = spawnSync(process.execPath, [command, "--version"], nobody).status === 0;

test.runIf(isReached).each([
  ["a.txt", /^failcheck: a\.txt cannot be read \(EACCES\)/],
  ["failcheck.yaml", /^failcheck: failcheck\.yaml cannot be read \(EACCES\)/],
  ["failcheck-allow.yaml", /^failcheck: failcheck-allow\.yaml cannot be read \(EACCES\)/],
  [".git/index", /^failcheck: git ls-files failed .*Permission denied/],
])("%s may not be read", (path, words) => {
  if (!path.startsWith(".git/")) repository.write(path, "# nothing\n");
  repository.git("add", "--all");
  const { root: cwd, env } = repository;
  if (nobody.uid !== undefined) {
    const all = readdirSync(cwd, { recursive: true, encoding: "utf8" });
    for (const one of ["..", "", ...all]) chownSync(join(cwd, one), nobody.uid, nobody.gid);
  }
  chmodSync(join(cwd, path), 0o000);
  const { status, stderr } = spawnSync(process.execPath, [command], { cwd, env, encoding: "utf8", ...nobody });
  expect(stderr).toMatch(words);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(status).toBe(2);
});

test("symbolic links that lead to each other", () => {
  symlinkSync("two", join(repository.root, "one"));
  symlinkSync("one", join(repository.root, "two"));
  expectRefusal(/^failcheck: one is a symbolic link that leads to itself/);
  expectRefusal(/^failcheck: two is a symbolic link that leads to itself/, "two");
});

test("a sentence on what could not be checked quotes no secret", () => {
  const token = sample("github-pat");
  for (const args of [[token], ["--only", token], ["ci", `${token}..HEAD`], ["--config", `${token}.yaml`]])
    expect(expectRefusal(/./, ...args)).not.toContain(token);
  writeFileSync(join(repository.root, "failcheck.yaml"), `rules: { "${token}": true }\n`);
  expect(expectRefusal(/unknown rule/)).not.toContain(token);
});

/** As `expectRefusal`, with the index left as it is. */
function expectRefusalOfUntracked(words: RegExp, ...args: readonly string[]): void {
  const { root: cwd, env } = repository;
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, env, encoding: "utf8", timeout: 60_000 });
  expect(stderr).toMatch(words);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(status).toBe(2);
}
