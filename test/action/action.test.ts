import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeSecret } from "../make-secret.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const action = resolve(import.meta.dirname, "../../packages/action");
const opened: ScratchRepository[] = [];

/** A pull request's checkout: main, and a topic with one page. */
function pullRequest(page: string, path = "site/a.html"): ScratchRepository {
  const repository = scratchRepository();
  opened.push(repository);
  repository.write("README.md", "# Project\n");
  repository.commit("start");
  repository.git("switch", "-q", "-c", "topic");
  repository.write(path, page);
  repository.commit("page");
  return repository;
}

/** Runs the bundle as GitHub's runner does: inputs, event and files for outputs come in the environment. */
function run(repository: ScratchRepository, inputs: Readonly<Record<string, string>> = {}, event?: string) {
  const { root, env } = repository;
  const runner = join(root, "../runner");
  mkdirSync(runner, { recursive: true });
  const [base, head] = ["main", "HEAD"].map((revision) => repository.git("rev-parse", revision).trim());
  const files = { event: join(runner, "event.json"), output: join(runner, "output"), summary: join(runner, "summary.md") };
  writeFileSync(
    files.event,
    event ?? JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base, ref: "main" } } }),
  );
  const { status, stdout } = spawnSync(process.execPath, [join(action, "dist/index.js")], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...env,
      ...inputVariables(inputs),
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: files.event,
      GITHUB_WORKSPACE: root,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: runner,
    },
  });
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return { code: status, log: stdout, outputs: outputsOf(read(files.output)), summary: read(files.summary) };
}

function inputVariables(inputs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const));
}

function outputsOf(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries(Array.from(found, ([, name = "", , value = ""]) => [name, value] as const));
}

/** What the runner would obey: the log without what stands between stop-commands and its word. */
function commands(log: string): readonly string[] {
  const [, word = ""] = /^::stop-commands::(\S+)$/m.exec(log) ?? [];
  const end = log.indexOf(`\n::${word}::`);
  const obeyed = log.slice(0, log.indexOf("::stop-commands::")) + log.slice(end + word.length + 5);
  return obeyed.split("\n").filter((line) => line.trimStart().startsWith("::"));
}

afterAll(() => {
  for (const repository of opened) repository.remove();
});

const unclosed = '<div class="a"><div class="b"></div>\n';

test("a finding fails the step, with an annotation, outputs and a summary", () => {
  const { code, log, outputs, summary } = run(pullRequest(unclosed));
  expect(code).toBe(1);
  expect(commands(log)).toEqual([expect.stringMatching(/^::error file=site\/a\.html,line=1,.*title=html\/unclosed-div/)]);
  expect(outputs).toMatchObject({ "exit-code": "1", findings: "1" });
  expect(Number(outputs.files)).toBeGreaterThan(0);
  expect(readFileSync(outputs["report-file"]!, "utf8")).toContain('"html/unclosed-div"');
  expect(summary).toMatch(/^## failcheck: findings/);
  expect(log).toContain("why:");
});

test("a clean change passes, and says what was looked at", () => {
  const { code, log, outputs, summary } = run(pullRequest("<div></div>\n"));
  expect(code).toBe(0);
  expect(commands(log)).toEqual([]);
  expect(outputs).toMatchObject({ "exit-code": "0", findings: "0" });
  expect(summary).toMatch(/1 commit: 0 findings/);
});

test.each([
  ["a truncated event", "{", {}],
  ["an event without a commit", "{}", {}],
  ["an input that is no yes or no", undefined, { summary: "maybe" }],
  ["a directory that is not there", undefined, { "working-directory": "nowhere" }],
  ["an unknown format", undefined, { formats: "pdf=out.pdf" }],
])("%s is red and says so", (_, event, inputs) => {
  const { code, log } = run(pullRequest("<div></div>\n"), inputs, event);
  expect(code).toBe(2);
  expect(commands(log)).toEqual([expect.stringMatching(/^::error title=failcheck::/)]);
});

test("inputs reach the command", () => {
  const inputs = { "sarif-file": "out.sarif", formats: "junit=out.xml\ngitlab=out.json", paths: "docs/**", summary: "false" };
  const repository = pullRequest(unclosed);
  const { code, outputs, summary } = run(repository, inputs);
  expect(code).toBe(0);
  expect(summary).toBe("");
  expect(outputs["sarif-file"]).toBe(join(repository.root, "out.sarif"));
  for (const file of ["out.sarif", "out.xml", "out.json"]) expect(existsSync(join(repository.root, file))).toBe(true);
});

test("no text of a file or branch becomes a command", () => {
  const hostile = "::error::owned\n::set-output name=exit-code::0\n##[add-mask]x";
  const repository = pullRequest(`<div title="${hostile}">\n`, "site/::error::a\n::warning::b.html");
  const { code, log } = run(repository);
  expect(code).toBe(1);
  expect(commands(log).every((line) => line.startsWith("::error file=site/"))).toBe(true);
});

test("no secret is shown anywhere", () => {
  const secret = makeSecret("github-pat");
  const { code, log, outputs, summary } = run(pullRequest(`TOKEN=${secret}\n`, "a.env"));
  expect(code).toBe(1);
  expect(log + summary + readFileSync(outputs["report-file"]!, "utf8")).not.toContain(secret);
});
