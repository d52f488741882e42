import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
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
  expect(out).toMatch(/^::error file=site\/a\.html,line=1,/m);
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
  const { code, err } = failcheck(repository, ["ci"], env);
  expect(code).toBe(0);
  expect(err).toContain("the new branch adds no commit to what main holds");
});

describe("a change that loosens the gate", () => {
  test.each([
    [
      "a rule off",
      "failcheck.yaml",
      "ignore: [vendor/**]\nrules: { html/unclosed-div: false }\n",
      "failcheck.yaml:2:1",
      "turns html/unclosed-div off",
    ],
    ["an ignore", "failcheck.yaml", "ignore: [vendor/**, 'site/**']\n", "failcheck.yaml:1:1", "leaves site/** out"],
    [
      "an allowance",
      "failcheck-allow.yaml",
      "- { rule: html/unclosed-div, path: site/**, owner: us, reason: later, until: 2999-01-01 }\n",
      "failcheck-allow.yaml:1:1",
      "allows html/unclosed-div in site/** until 2999-01-01: later",
    ],
    ["a workflow", ".github/workflows/ci.yml", "on: push\njobs: {}\n", ".github/workflows/ci.yml:1:1", "this change stops that"],
  ])("%s does not loosen its own check, and is reported", (_, path, content, place, message) => {
    const repository = project();
    repository.write(path, content);
    repository.write("site/a.html", unclosed);
    repository.commit("loosen");
    const { code, out } = failcheck(repository, ["ci", "main..HEAD"]);
    expect(code).toBe(1);
    expect(out).toContain(`${place}  failcheck/loosened-gate`);
    expect(out).toContain(message);
    expect(out).toContain("html/unclosed-div\n");
  });

  test("passes where a person takes the head's policy", () => {
    const repository = project();
    repository.write("failcheck.yaml", "ignore: ['site/**']\n");
    repository.write("site/a.html", unclosed);
    repository.commit("loosen");
    expect(failcheck(repository, ["ci", "main..HEAD", "--policy-from", "head"])).toMatchObject({ code: 0 });
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
    expect(failcheck(repository, ["ci", "main..HEAD"])).toMatchObject({ code: 0 });
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
    repository.commit("pages");
    repository.git("rm", "-q", "a.env");
    repository.commit("remove");
    for (const part of ["1", "2", "3"]) shard(`${part}/3`, `${part}.json`);
  });

  test("see together what one machine sees alone", () => {
    const timeless = (out: string) => out.replace(/"ms": \d+/, '"ms": 0');
    const alone = failcheck(repository, ["ci", "main..HEAD", "--format", "json"]);
    const merged = failcheck(repository, ["merge", blob("2.json"), blob("3.json"), blob("1.json"), "--format", "json"]);
    expect(merged.code).toBe(1);
    expect(JSON.parse(timeless(merged.out))).toEqual(JSON.parse(timeless(alone.out)));
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
