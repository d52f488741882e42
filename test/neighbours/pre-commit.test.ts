import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeSecret } from "../make-secret.ts";
import { pageBlocks } from "../support/page-blocks.ts";
import { pythonTool } from "../support/python-tools.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";

const project = join(import.meta.dirname, "../..");
const opened: ScratchRepository[] = [];

afterAll(() => {
  for (const repository of opened) repository.remove();
});

/** The block of the page, with an address and a revision that are there. */
function configuration(source: string, revision: string): string {
  const block = pageBlocks("pre-commit.md").find(({ from }) => from === "git");
  return (block?.text ?? "").replace("ADDRESS", `file://${source}`).replace(/rev: \S+/, `rev: ${revision}`);
}

/** What a program has to say, among other things. */
const saying = (text: string): unknown => expect.stringContaining(text);

test.for(["pre-commit", "prek"])(
  "%s builds failcheck from a git URL, and its hooks refuse what they should",
  { timeout: 400_000 },
  (name, { skip }) => {
    const tool = pythonTool(name);
    if ("missing" in tool) return skip(tool.missing);
    if (!existsSync(join(project, ".git"))) return skip("this is no checkout of git, so that there is no URL to install from");
    const repository = scratchRepository();
    opened.push(repository);
    const { root } = repository;
    const source = join(root, "../source");
    repository.git("clone", "-q", "--bare", `file://${project}`, source);
    const upstream = join(root, "../upstream.git");
    repository.git("init", "-q", "--bare", upstream);
    repository.git("remote", "add", "origin", upstream);
    const env = { ...repository.env, PRE_COMMIT_HOME: join(root, "../cache"), PREK_HOME: join(root, "../cache"), CI: "true" };
    const run = (program: string, ...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, env, encoding: "utf8", timeout: 300_000 });
      return { code: status, said: stdout + stderr };
    };
    repository.write(
      ".pre-commit-config.yaml",
      configuration(source, repository.git("--git-dir", source, "rev-parse", "HEAD").trim()),
    );
    repository.write("a.html", "<div></div>\n");
    repository.git("add", "--all");
    expect(run(tool.file, "run", "--all-files")).toMatchObject({ code: 0, said: saying("Passed") });
    expect(run(tool.file, "install")).toMatchObject({ code: 0 });
    expect(run("git", "commit", "-qm", "sound")).toMatchObject({ code: 0 });
    expect(run("git", "push", "-q", "origin", "main")).toMatchObject({ code: 0 });
    repository.write("a.html", "<div>\n");
    expect(run("git", "commit", "-qam", "faulty")).toMatchObject({ code: 1, said: saying("html/unclosed-div") });
    expect(run("git", "commit", "-qam", "faulty", "--no-verify")).toMatchObject({ code: 0 });
    expect(run("git", "push", "-q", "origin", "main")).toMatchObject({
      code: 1,
      said: saying("html/unclosed-div"),
    });
    repository.write("a.env", `TOKEN=${makeSecret("github-pat")}\n`);
    repository.git("add", "a.env");
    expect(run("git", "commit", "-qm", "secret", "--no-verify")).toMatchObject({
      code: 1,
      said: saying("secrets/provider-token"),
    });
  },
);
