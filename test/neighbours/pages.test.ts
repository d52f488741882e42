import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pageBlocks } from "../support/page-blocks.ts";
import { npmTool } from "../support/npm-tools.ts";
import { pythonTool } from "../support/python-tools.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";
import { stepsOf, under } from "../support/workflow.ts";

const project = join(import.meta.dirname, "../..");
const command = join(project, "packages/failcheck/bin/failcheck.js");
const opened: ScratchRepository[] = [];

afterAll(() => {
  for (const each of opened) each.remove();
});

/** A project that has failcheck and its neighbours, in which a page's first command was run as it stands there. */
function followed(page: string): ScratchRepository {
  const repository = scratchRepository();
  opened.push(repository);
  const names = ["husky", "lint-staged"];
  const manifest = pageBlocks(page).find(({ path }) => path === "package.json")?.text;
  if (manifest !== undefined) {
    const before = JSON.stringify(JSON.parse(manifest), (key, value: unknown) => (key === "scripts" ? undefined : value));
    repository.write("package.json", `${before}\n`);
  }
  repository.write(".gitignore", "node_modules\n");
  mkdirSync(join(repository.root, "node_modules/.bin"), { recursive: true });
  symlinkSync(command, join(repository.root, "node_modules/.bin/failcheck"));
  for (const name of names) symlinkSync(join(project, "node_modules", name), join(repository.root, "node_modules", name));
  const simple = npmTool("simple-git-hooks", "2.14.0");
  if ("folder" in simple) symlinkSync(simple.folder, join(repository.root, "node_modules/simple-git-hooks"));
  writeFileSync(join(repository.root, "node_modules/.bin/lint-staged"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  repository.commit("start");
  const line = pageBlocks(page).find(({ path, language }) => path === undefined && language === "sh")?.text ?? "";
  expect(run(repository, line)).toMatchObject({ code: 0 });
  return repository;
}

function run({ root, env }: ScratchRepository, line: string, more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", line], {
    cwd: root,
    env: { ...env, ...more },
    encoding: "utf8",
  });
  return { code: status, out: stdout, said: stdout + stderr };
}

const pages = readdirSync(join(project, "docs")).filter((name) => name.endsWith(".md"));

test.each(pages)("docs/%s shows what init writes, word for word", (page) => {
  const repository = followed(page);
  for (const { path, text, from } of pageBlocks(page)) {
    if (path === undefined || from !== undefined || path === "failcheck-allow.yaml") continue;
    expect(readFileSync(join(repository.root, path), "utf8").trimEnd()).toBe(text.trimEnd());
  }
});

describe("a page's hook refuses a page whose div is open", () => {
  test.each([
    ["husky.md", "node node_modules/husky/bin.js && node_modules/.bin/failcheck install"],
    ["simple-git-hooks.md", "node node_modules/simple-git-hooks/cli.js && node_modules/.bin/failcheck install"],
    ["git.md", pageBlocks("git.md").findLast(({ language, path }) => language === "sh" && path === undefined)?.text ?? ""],
  ])("docs/%s", (page, connect) => {
    refuses(followed(page), connect);
  });

  test.for([
    ["lefthook.md", "lefthook", "install"],
    ["pre-commit.md", "pre-commit", "install"],
    ["pre-commit.md", "prek", "install"],
  ] as const)("docs/%s with %s", { timeout: 200_000 }, ([page, name, verb], { skip }) => {
    const tool = pythonTool(name);
    if ("missing" in tool) return skip(tool.missing);
    const repository = followed(page);
    // init has put the gate in already; the neighbour is to come first.
    run(repository, "node_modules/.bin/failcheck install --uninstall");
    refuses(repository, `${tool.file} ${verb} && node_modules/.bin/failcheck install`);
  });

  function refuses(repository: ScratchRepository, connect: string): void {
    expect(run(repository, connect)).toMatchObject({ code: 0 });
    repository.write("site/a.html", "<div></div>\n");
    expect(run(repository, "git add --all && git commit -qm sound")).toMatchObject({ code: 0 });
    repository.write("site/a.html", "<div>\n");
    const { code, said } = run(repository, "git add --all && git commit -qm faulty");
    expect(said).toContain("html/unclosed-div");
    expect(code).toBe(1);
  }
});

describe("a page's job refuses it too", () => {
  const github = (repository: ScratchRepository) => {
    const [base, head] = ["main", "HEAD"].map((name) => repository.git("rev-parse", name).trim());
    const event = join(repository.root, "../event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base, ref: "main" } } }));
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event,
      GITHUB_STEP_SUMMARY: join(repository.root, "../summary.md"),
    };
  };

  /** A topic with a faulty page, on a main that has what the page says. */
  function topic(page: string): ScratchRepository {
    const repository = followed(page);
    repository.git("config", "core.hooksPath", "/dev/null");
    repository.commit("init");
    repository.git("switch", "-q", "-c", "topic");
    repository.write("site/a.html", "<div>\n");
    repository.commit("faulty");
    return repository;
  }

  test("docs/github.md", () => {
    const repository = topic("github.md");
    const text = readFileSync(join(repository.root, ".github/workflows/failcheck.yml"), "utf8");
    const line = stepsOf(text, "failcheck").at(-1)?.run ?? "";
    expect(run(repository, line, github(repository))).toMatchObject({ code: 1 });
    expect(readFileSync(join(repository.root, "../summary.md"), "utf8")).toContain("html/unclosed-div");
  });

  test("docs/github.md: its approval lets a loosened gate through", () => {
    const repository = topic("github.md");
    const approval = pageBlocks("github.md").find(({ path }) => path === "failcheck-allow.yaml");
    repository.git("switch", "-q", "main");
    repository.write("failcheck.yaml", "ignore: []\n");
    repository.write("failcheck-allow.yaml", approval?.text ?? "");
    repository.commit("approve");
    repository.git("switch", "-q", "-c", "loosen");
    repository.write("failcheck.yaml", "ignore: [vendor/**]\n");
    repository.commit("loosen");
    expect(run(repository, "npx --no-install failcheck ci main..HEAD")).toMatchObject({ code: 0 });
  });

  test("docs/gitlab.md", () => {
    const repository = topic("gitlab.md");
    const script = under(readFileSync(join(repository.root, ".gitlab/failcheck.yml"), "utf8"), "failcheck", "script");
    const line = Array.isArray(script) ? String(script.at(-1)) : "";
    const [base, head] = ["main", "HEAD"].map((name) => repository.git("rev-parse", name).trim());
    const env = {
      GITLAB_CI: "true",
      CI_PIPELINE_SOURCE: "merge_request_event",
      CI_COMMIT_SHA: head,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    };
    expect(run(repository, line, env)).toMatchObject({ code: 1 });
    const report = readFileSync(join(repository.root, "gl-code-quality-report.json"), "utf8");
    expect(JSON.parse(report)).toMatchObject([{ check_name: "html/unclosed-div", location: { path: "site/a.html" } }]);
  });

  test("docs/reviewdog.md", () => {
    const repository = topic("reviewdog.md");
    const line = String(under(readFileSync(join(repository.root, ".reviewdog.yml"), "utf8"), "runner", "failcheck", "cmd"));
    const { code, out } = run(repository, line, github(repository));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ code: { value: "html/unclosed-div" }, location: { path: "site/a.html" } });
  });
});
