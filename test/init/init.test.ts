import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const command = resolve(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const opened: ScratchRepository[] = [];

afterAll(() => {
  for (const repository of opened) repository.remove();
});

function project(files: Readonly<Record<string, string>> = {}): ScratchRepository {
  const repository = scratchRepository();
  opened.push(repository);
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  return repository;
}

function init({ root, env }: ScratchRepository, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "init", ...words], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const manifest = (packages: readonly string[]) =>
  JSON.stringify({ name: "x", devDependencies: Object.fromEntries(packages.map((name) => [name, "*"])) });

test.each([
  ["nothing yet", {}, ["failcheck.yaml", "docs/INCIDENTS.md", ".githooks/pre-commit", ".github/workflows/failcheck.yml"]],
  ["husky", { "package.json": manifest(["husky"]) }, [".husky/pre-commit"]],
  ["lefthook", { "package.json": manifest(["lefthook"]) }, ["lefthook.yml"]],
  ["simple-git-hooks", { "package.json": manifest(["simple-git-hooks"]) }, [".simple-git-hooks.json"]],
  ["GitLab", { ".gitlab-ci.yml": "stages: [test]\n" }, [".gitlab/failcheck.yml"]],
])("a project with %s gets what suits it, and doctor ends the run", (_, files, expected) => {
  const repository = project(files);
  const { code, out } = init(repository, "--yes");
  expect(code).toBe(0);
  for (const path of expected) {
    expect(out).toContain(`+++ b/${path}`);
    expect(readFileSync(join(repository.root, path), "utf8")).not.toBe("");
  }
  expect(out).toMatch(/every layer that this project declares is there\n$/);
});

test.each(["husky", "lefthook", "pre-commit", "simple-git-hooks", "git", "github", "gitlab", "reviewdog"])(
  "%s adds to what is there when it is forced to, and a second time it adds nothing",
  (piece) => {
    const repository = project({
      "package.json": manifest([]),
      ".husky/pre-commit": "npm test\n",
      "lefthook.yml": "pre-commit:\n  jobs:\n    - run: npm test # ours\n",
      ".pre-commit-config.yaml": "repos:\n  - repo: meta\n    hooks: [{ id: identity }]\n",
      ".simple-git-hooks.json": '{ "pre-commit": "npm test" }\n',
      ".gitlab-ci.yml": "stages: [test] # ours\n",
      ".reviewdog.yml": "runner:\n  eslint: {}\n",
    });
    expect(init(repository, piece, "--yes", "--force").code).toBe(0);
    repository.git("add", "--all");
    for (const kept of ["npm test", "identity", "ours", "eslint"]) expect(repository.git("grep", "--cached", kept)).not.toBe("");
    const tree = repository.git("write-tree");
    init(repository, piece, "--yes", "--force");
    repository.git("add", "--all");
    expect(repository.git("write-tree")).toBe(tree);
  },
);

test("what is there already stays as it is, and the lines that it lacks are shown", () => {
  const files = { "failcheck.yaml": "ignore: [a]\n", "package.json": manifest(["husky"]), ".husky/pre-commit": "npm test\n" };
  const repository = project(files);
  const { out } = init(repository, "--yes");
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(repository.root, path), "utf8")).toBe(text);
  expect(out).toContain("kept .husky/pre-commit; to write the lines shown above: failcheck init husky --force");
  expect(out).toContain("+failcheck staged --skip 'secrets/*'");
});

test("without --yes and without anybody to ask, the diff is shown and nothing is written", () => {
  const repository = project();
  const { code, out, err } = init(repository);
  expect(code).toBe(2);
  expect(out).toContain("+++ b/failcheck.yaml");
  expect(err).toMatch(/^failcheck: [^\n]*--yes\.\n$/);
  expect(existsSync(join(repository.root, "failcheck.yaml"))).toBe(false);
});

test.each([
  ["a piece that does not exist", ["huskey", "--yes"], /no piece called huskey\. There are: .*; did you mean "husky"\?/],
  ["a flag that does not exist", ["--ja"], /unknown option '--ja'/],
])("%s is exit code 2 and a sentence", (_, words, sentence) => {
  const { code, err } = init(project(), ...words);
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
});

test("nothing is written through a link", () => {
  const repository = project({ "elsewhere.txt": "mine\n" });
  symlinkSync("elsewhere.txt", join(repository.root, "failcheck.yaml"));
  const { code, err } = init(repository, "--yes", "--force");
  expect(code).toBe(2);
  expect(err).toContain("failcheck.yaml is no plain file, so nothing was written");
  expect(readFileSync(join(repository.root, "elsewhere.txt"), "utf8")).toBe("mine\n");
});

test("--agents adds to the settings of agents what they must ask, keeps what stood there, and doctor tries it", () => {
  const repository = project({
    "AGENTS.md": "# Agents\n\nBe kind.\n",
    ".claude/settings.json": '{\n    "model": "x",\n    "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [] }] }\n}\n',
  });
  repository.write("package.json", "{}\n");
  repository.write("node_modules/.bin/failcheck", `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`);
  chmodSync(join(repository.root, "node_modules/.bin/failcheck"), 0o755);
  const read = (path: string) => readFileSync(join(repository.root, path), "utf8");
  const { code, out } = init(repository, "--agents", "--yes");
  expect(out).toContain("ok  .claude/settings.json: refuses git commit --no-verify");
  expect(out).toContain("ok  .cursor/hooks.json: refuses git commit --no-verify");
  expect(out).toContain("ok  .github/hooks/failcheck.json: refuses git commit --no-verify");
  expect(code).toBe(0);
  expect(JSON.parse(read(".claude/settings.json"))).toMatchObject({ model: "x", hooks: { PreToolUse: [{ hooks: [] }, {}] } });
  expect(read("AGENTS.md")).toMatch(/^# Agents\n\nBe kind\.\n\n<!-- failcheck -->\n[^]*<!-- \/failcheck -->\n$/);
  const before = read("AGENTS.md");
  expect(init(repository, "--agents", "--yes").out).not.toContain("wrote");
  expect(read("AGENTS.md")).toBe(before);
  chmodSync(join(repository.root, "node_modules/.bin/failcheck"), 0o644);
  const broken = init(repository, "--agents", "--yes");
  expect(broken.out).toContain("does not run here");
  expect(broken.code).toBe(1);
});
