import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSecret } from "../make-secret.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const command = resolve(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const opened: ScratchRepository[] = [];

/** A repository whose main has a policy, and a topic that is checked out. */
function project(): ScratchRepository {
  const repository = scratchRepository();
  opened.push(repository);
  repository.write("README.md", "# Project\n");
  repository.write("failcheck.yaml", "ignore: [vendor/**]\n");
  repository.write(".github/workflows/ci.yml", "on: push\njobs: { gate: { steps: [{ run: npx --no-install failcheck ci }] } }\n");
  repository.commit("start");
  repository.git("switch", "-q", "-c", "topic");
  return repository;
}

function failcheck({ root, env }: ScratchRepository, words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const clean = { ...env, GITHUB_ACTIONS: "", GITLAB_CI: "", ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: root,
    env: clean,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const unclosed = '<div class="a"><div class="b"></div>\n';

afterAll(() => {
  for (const repository of opened) repository.remove();
});

test("a secret that was added and removed again is found, with its commit", () => {
  const repository = project();
  repository.write("a.env", `TOKEN=${makeSecret("github-pat")}\n`);
  repository.commit("add");
  const added = repository.git("rev-parse", "--short=12", "HEAD").trim();
  repository.git("rm", "-q", "a.env");
  repository.commit("remove");
  const { code, out } = failcheck(repository, ["ci", "main..HEAD"]);
  expect(code).toBe(1);
  expect(out).toContain(`in commit ${added}`);
  expect(out).toMatch(/2 commits: 1 finding/);
  expect(out).toContain(`no local gate had passed 1 commit: ${added} (brings a secret, which the hooks refuse)`);
});

test("what GitHub made is named, because no hook runs there", () => {
  const repository = project();
  const github = { ...repository.env, GIT_COMMITTER_NAME: "GitHub", GIT_COMMITTER_EMAIL: "noreply@github.com" };
  spawnSync("git", ["commit", "-q", "--allow-empty", "-m", "edit"], { cwd: repository.root, env: github });
  const { code, out } = failcheck(repository, ["ci", "main..HEAD"]);
  expect(code).toBe(0);
  expect(out).toMatch(/note: no local gate had passed 1 commit: [0-9a-f]{12} \(made on GitHub, where no hook runs\)\n/);
});

test("an event of GitHub is enough, and its annotations name the line", () => {
  const repository = project();
  repository.write("site/a.html", unclosed);
  repository.commit("page");
  const [base, head] = ["main", "HEAD"].map((revision) => repository.git("rev-parse", revision).trim());
  const event = join(repository.root, "../event.json");
  writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base, ref: "main" } } }));
  const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event };
  const { code, out } = failcheck(repository, ["ci"], env);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^::stop-commands::(\w+)\nsite\/a\.html:1:1  html\/unclosed-div\n[\s\S]*\n::\1::\n::error file=site\/a\.html,line=1,/,
  );
});

test.each([
  ["a truncated event", '{"pull_request":'],
  ["a hostile event", '{"before":"--upload-pack=touch x","after":"main"}'],
  ["an empty event", "{}"],
])("%s is exit code 2", (_, content) => {
  const repository = project();
  const event = join(repository.root, "../event.json");
  writeFileSync(event, content);
  const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: event };
  const { code, err } = failcheck(repository, ["ci"], env);
  expect(code).toBe(2);
  expect(err).toMatch(/^failcheck: [^\n]+\n$/);
});

test("a hostile range begins no line of its own and gives the runner no command", () => {
  const { code, err } = failcheck(project(), ["ci", "main..x\n::error::owned"]);
  expect(code).toBe(2);
  expect(err).not.toMatch(/^\s*::/m);
});

test("a range that is rightly empty says why", () => {
  const repository = project();
  const [before, after] = ["main", "main~0"].map((revision) => repository.git("rev-parse", revision).trim());
  repository.git("update-ref", "refs/remotes/origin/main", "main");
  const event = join(repository.root, "../event.json");
  const push = { before: "0".repeat(before!.length), after, ref: "refs/heads/topic", repository: { default_branch: "main" } };
  writeFileSync(event, JSON.stringify(push));
  const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: event };
  const { code, out } = failcheck(repository, ["ci"], env);
  expect(code).toBe(0);
  expect(out).toContain("note: the new branch adds no commit to what main holds");
});

describe("a change that loosens the gate", () => {
  const workflow = ".github/workflows/ci.yml";
  const wired = (more: string, step = "") =>
    `on: [push, pull_request]\njobs: { gate: { ${more} steps: [{ run: npx --no-install failcheck ci${step} }] } }\n`;
  const files = {
    "failcheck.yaml":
      "ignore: [vendor/**]\ncustom:\n  - { id: own/port, kind: forbidden, literal: '8080', bad: ['8080'], good: ['80'] }\n",
    [workflow]: wired(""),
    ".husky/pre-commit": "failcheck staged\n",
    "package.json": '{ "scripts": { "prepare": "husky && failcheck install" } }\n',
    ".pre-commit-config.yaml": "repos: [{ repo: local, hooks: [{ id: failcheck, entry: failcheck staged }] }]\n",
    "failcheck-baseline.json": '{ "version": 1, "findings": [] }\n',
  };

  function wiredProject(): ScratchRepository {
    const repository = project();
    repository.git("switch", "-q", "main");
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.commit("wire");
    repository.git("switch", "-q", "-C", "topic");
    return repository;
  }

  const custom = files["failcheck.yaml"];
  const entry = '{ "rule": "html/unclosed-div", "path": "a.html", "fingerprint": "0123456789abcdef", "reason": "old" }';
  test.each([
    ["a rule off", "failcheck.yaml", `${custom}rules: { html/unclosed-div: false }\n`, "turns html/unclosed-div off"],
    ["an ignore", "failcheck.yaml", custom.replace("vendor/**", "vendor/**, 'site/**'"), "leaves site/** out"],
    ["a custom rule removed", "failcheck.yaml", "ignore: [vendor/**]\n", "turns own/port off"],
    ["a custom rule changed", "failcheck.yaml", custom.replaceAll("'8080'", "'8081'"), "changes what own/port"],
    ["the configuration removed", "failcheck.yaml", undefined, "turns own/port off"],
    [
      "an allowance",
      "failcheck-allow.yaml",
      "- { rule: html/unclosed-div, path: site/**, owner: us, reason: later, until: 2999-01-01 }\n",
      "allows html/unclosed-div in site/** until 2999-01-01: later",
    ],
    ["a baseline entry", "failcheck-baseline.json", `{ "version": 1, "findings": [${entry}] }\n`, "accepts the finding 0123"],
    ["a workflow removed", workflow, undefined, "removes .github/workflows/ci.yml, which ran failcheck ci"],
    ["a workflow without it", workflow, "on: push\njobs: {}\n", "stops .github/workflows/ci.yml from running failcheck ci"],
    ["a workflow with it in a comment", workflow, "on: push\njobs: {}\n# failcheck ci\n", "from running failcheck ci"],
    ["a failure that does not count", workflow, wired("continue-on-error: true,"), "continue-on-error: true"],
    ["a failure that is swallowed", workflow, wired("", " || true"), "|| true"],
    ["a condition", workflow, wired("if: github.actor != 'me',"), "if: github.actor != 'me'"],
    ["rules left out", workflow, wired("", " --skip 'html/*'"), "--skip 'html/*'"],
    ["an event left out", workflow, wired("").replace(", pull_request", ""), "on pull_request no longer"],
    ["a hook removed", ".husky/pre-commit", undefined, "removes .husky/pre-commit, which ran failcheck staged"],
    ["a hook emptied", ".husky/pre-commit", "npm test\n", "stops .husky/pre-commit from running failcheck staged"],
    ["hooks not installed", "package.json", '{ "scripts": { "prepare": "husky" } }\n', "from running failcheck install"],
    ["a hook of pre-commit removed", ".pre-commit-config.yaml", "repos: []\n", "from running failcheck"],
    [
      "a comment that allows",
      "site/a.html",
      `<!-- failcheck-allow html/unclosed-div: later -->\n${unclosed}`,
      "allows html/unclosed",
    ],
  ])("%s does not loosen its own check, and is reported", (_, path, content, message) => {
    const repository = wiredProject();
    if (content === undefined) repository.git("rm", "-q", path);
    else repository.write(path, content);
    if (path !== "site/a.html") repository.write("site/a.html", unclosed);
    repository.commit("loosen");
    const { code, out } = failcheck(repository, ["ci", "main..HEAD", "--format", "markdown"]);
    expect(code).toBe(1);
    expect(out.replaceAll("\\", "")).toMatch(
      /failcheck\/loosened-gate<\/b>: \d+ findings?<[\s\S]*this change loosens the gate: it /i,
    );
    expect(out.replaceAll("\\", "")).toContain(message);
    if (path !== "site/a.html") expect(out).toContain("<b>html/unclosed-div</b>");
  });

  test("a workflow that moves, a version that rises and a rule's words have loosened nothing", () => {
    const repository = wiredProject();
    repository.git("mv", workflow, ".github/workflows/gate.yml");
    repository.write("failcheck.yaml", custom.replace("good: ['80']", "good: ['81'], use: '80'"));
    repository.write(".pre-commit-config.yaml", files[".pre-commit-config.yaml"].replace("repos:", "fail_fast: true\nrepos:"));
    repository.commit("move");
    expect(failcheck(repository, ["ci", "main..HEAD"])).toMatchObject({ code: 0 });
  });

  test("passes where a person takes the head's policy", () => {
    const repository = project();
    repository.write("failcheck.yaml", "ignore: ['site/**']\n");
    repository.write("site/a.html", unclosed);
    repository.commit("loosen");
    const { code, out } = failcheck(repository, ["ci", "main..HEAD", "--policy-from", "head", "--format", "markdown"]);
    expect(code).toBe(0);
    expect(out).toContain("this change loosens the gate: it leaves site/\\*\\* out; the run takes the policy of the head");
  });

  test("passes where a line of the base approves it", () => {
    const repository = project();
    repository.git("switch", "-q", "main");
    const line = "- { rule: failcheck/loosened-gate, path: failcheck.yaml, owner: us, reason: agreed, until: 2999-01-01 }\n";
    repository.write("failcheck-allow.yaml", line);
    repository.commit("approve");
    repository.git("switch", "-q", "-C", "topic");
    repository.write("failcheck.yaml", "ignore: [vendor/**, 'site/**']\n");
    repository.commit("loosen");
    const { code, out } = failcheck(repository, ["ci", "main..HEAD", "--format", "markdown"]);
    expect(code).toBe(0);
    expect(out).toContain("this change loosens the gate: it leaves site/\\*\\* out; approved by us: agreed");
  });

  test("does not where it only tightens", () => {
    const repository = project();
    repository.write("failcheck.yaml", "ignore: []\n");
    repository.commit("tighten");
    expect(failcheck(repository, ["ci", "main..HEAD"])).toMatchObject({ code: 0 });
  });
});

describe("shards", () => {
  let repository: ScratchRepository;
  const blob = (name: string) => join(repository.root, "..", name);
  const shard = (part: string, name: string, ...more: readonly string[]) =>
    failcheck(repository, ["ci", "main..HEAD", "--shard", part, "--output", `blob=${blob(name)}`, ...more]);

  beforeAll(() => {
    repository = project();
    for (let page = 0; page < 12; page++) repository.write(`site/${page}.html`, page % 3 === 0 ? unclosed : "<p>right</p>\n");
    repository.write("a.env", `TOKEN=${makeSecret("github-pat")}\n`);
    for (const name of ["LOG", "NOTES", "PLAN", "STATE"]) repository.write(`${name}.md`, "# Words\n");
    repository.commit("pages");
    repository.git("rm", "-q", "a.env");
    repository.commit("remove");
    repository.git("switch", "-q", "-c", "side");
    repository.write("b.env", `TOKEN=${makeSecret("github-pat")}\n`);
    repository.commit("side");
    repository.git("switch", "-q", "topic");
    repository.write("site/0.html", "<p>right</p>\n");
    repository.commit("repair");
    repository.git("merge", "-q", "--no-edit", "side");
    repository.git("tag", "-a", "v1", "-m", `TOKEN=${makeSecret("github-pat")}x`);
    for (const part of ["1", "2", "3"]) shard(`${part}/3`, `${part}.json`);
  });

  test.each([
    ["ci", 1],
    ["ci", 2],
    ["ci", 5],
    ["history", 3],
  ])("of %s, %i of them, see together what one machine sees alone", (verb, count) => {
    const words = verb === "ci" ? ["ci", "main..HEAD"] : ["history"];
    const names = Array.from({ length: count }, (_, index) => `${verb}-${index + 1}-${count}.json`);
    for (const [index, name] of names.entries())
      failcheck(repository, [...words, "--shard", `${index + 1}/${count}`, "--output", `blob=${blob(name)}`]);
    // What a run found clean it reads no more, so that a second one reads fewer bytes.
    rmSync(join(repository.root, ".git/failcheck"), { recursive: true, force: true });
    const timeless = (out: string): unknown => JSON.parse(out.replace(/"ms": \d+/, '"ms": 0'));
    const alone = failcheck(repository, [...words, "--format", "json"]);
    const merged = failcheck(repository, ["merge", ...names.reverse().map(blob), "--format", "json"]);
    expect(merged.code).toBe(1);
    expect(alone.out).toContain('"secrets/provider-token"');
    expect(timeless(merged.out)).toEqual(timeless(alone.out));
  });

  test.each([
    ["a missing shard", ["1.json", "3.json"], "Of 3 shards 2 is missing"],
    ["a shard twice", ["1.json", "2.json", "2.json"], "twice"],
    ["a mix of wholes", ["1.json", "2.json", "other.json"], "different wholes"],
    ["a mix of questions", ["1.json", "2.json", "asked.json"], "asked different things"],
    ["a file that is not there", ["1.json", "nowhere.json"], "could not be read"],
    ["a file that is no blob", ["1.json", "repository/README.md"], "could not be read"],
  ])("%s is exit code 2", (_, names, message) => {
    shard("1/2", "other.json");
    shard("3/3", "asked.json", "--skip", "html/*");
    const { code, err, out } = failcheck(repository, ["merge", ...names.map(blob)]);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(out).toBe("");
  });

  test("a blob holds no secret", () => {
    const secret = makeSecret("github-pat");
    for (const name of ["1.json", "2.json", "3.json"]) expect(readFileSync(blob(name), "utf8")).not.toContain(secret);
  });
});
