import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { npmTool } from "../support/npm-tools.ts";
import { pythonTool } from "../support/python-tools.ts";
import { scratchRepository, type ScratchRepository } from "../support/repository.ts";
import { madeSecret } from "../support/secret.ts";

const project = join(import.meta.dirname, "../..");
const failcheck = join(project, "packages/failcheck/bin/failcheck.js");

/** Programs that install hooks, each with hooks that say `ran-pc` and `ran-pcm`, and the command that a project's `prepare` runs. */
const runners = {
  lefthook: {
    files: {
      "lefthook.yml":
        "pre-commit: { jobs: [{ run: echo ran-pc }] }\nprepare-commit-msg: { jobs: [{ run: echo ran-pcm }] }\npre-push: { jobs: [{ run: echo ran-push }] }\n",
    },
    install: ["lefthook", "install"],
  },
  "simple-git-hooks": {
    files: {
      "package.json": '{ "simple-git-hooks": { "pre-commit": "echo ran-pc", "prepare-commit-msg": "echo ran-pcm" } }\n',
    },
    install: ["simple-git-hooks"],
  },
  "pre-commit": {
    files: {
      ".pre-commit-config.yaml": `repos: [{ repo: local, hooks: [${["pre-commit pc", "prepare-commit-msg pcm"]
        .map((one) => one.split(" "))
        .map(
          ([stage = "", id = ""]) =>
            `{ id: ${id}, name: ran-${id}, entry: "true", language: system, always_run: true, pass_filenames: false, stages: [${stage}] }`,
        )
        .join(", ")}] }]\n`,
    },
    install: ["pre-commit", "install", "-t", "pre-commit", "-t", "prepare-commit-msg"],
  },
  "husky in a folder of its own name": {
    files: {
      "package.json": '{ "type": "module" }\n',
      "config/hooks/pre-commit": "echo ran-pc\n",
      "config/hooks/prepare-commit-msg": "echo ran-pcm\n",
    },
    install: ["husky", "config/hooks"],
  },
  "hooks of one's own": {
    files: { pc: "#!/bin/sh\necho ran-pc\n", pcm: "#!/bin/sh\necho ran-pcm\n" },
    install: ["sh", "-c", "cp pc .git/hooks/pre-commit && cp pcm .git/hooks/prepare-commit-msg && chmod +x .git/hooks/p*"],
  },
} satisfies Record<string, { files: Record<string, string>; install: readonly string[] }>;

/** The programs that are no dependency of this project, each with its folder or with why it is not to be had. */
const outside: Readonly<Record<string, { readonly file: string } | { readonly missing: string }>> = {
  lefthook: pythonTool("lefthook"),
  "pre-commit": pythonTool("pre-commit"),
  "simple-git-hooks": asFile(npmTool("simple-git-hooks", "2.14.0"), "cli.js"),
};
for (const [name, tool] of Object.entries(outside))
  if ("missing" in tool) process.stderr.write(`the gate was not tried beside ${name}: ${tool.missing}\n`);

function asFile(tool: ReturnType<typeof npmTool>, name: string) {
  return "missing" in tool ? tool : { file: join(tool.folder, name) };
}

let repository: ScratchRepository | undefined;
afterEach(() => repository?.remove());

function run(program: string, ...args: readonly string[]) {
  const at = repository ?? scratchRepository();
  const path = [join(project, "node_modules/.bin"), process.env.PATH].join(":");
  const tool = outside[program];
  const file = tool && "file" in tool ? tool.file : program;
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: at.root, env: { ...at.env, PATH: path }, encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

const commit = (...flags: readonly string[]) => run("git", "commit", "-m", "words", ...flags);
const hooks = (root: string) =>
  readdirSync(join(root, ".git/hooks"))
    .filter((name) => !name.endsWith(".sample"))
    .sort();

/** Under -n nothing but the gate says anything; without it the runner's hooks go on running. */
function expectHeld(at: ScratchRepository, number: number): void {
  at.write("conf", `token = "${madeSecret()}"\n`);
  at.git("add", "conf");
  expect(commit("-n").said).toContain("commit stopped, 1 secret");
  expect(commit().said).toContain("commit stopped, 1 secret");
  at.write("conf", `harmless ${number}\n`);
  at.git("add", "conf");
  const { code, said } = commit();
  expect(said).toContain("ran-pc");
  expect(said).toContain("ran-pcm");
  expect(code).toBe(0);
}

test.each(Object.entries(runners))("beside %s, run once or again, and taken out", (name, { files, install }) => {
  if ("missing" in (outside[name] ?? {})) return;
  repository = scratchRepository();
  const { root } = repository;
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  appendFileSync(join(root, ".git/info/exclude"), "node_modules\n");
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.commit("first");
  const [program = "", ...args] = install;
  const prepare = () => expect(run(program, ...args)).toMatchObject({ code: 0 });
  const gate = (...flags: readonly string[]) =>
    execFileSync(process.execPath, [failcheck, "install", ...flags], { cwd: root, env: repository?.env });
  prepare();
  const before = [hooks(root), run("git", "config", "core.hooksPath").said];
  gate();
  expectHeld(repository, 1);
  prepare();
  gate();
  gate();
  expectHeld(repository, 2);
  gate("--uninstall");
  expect([hooks(root), run("git", "config", "core.hooksPath").said]).toEqual(before);
  repository.write("conf", "harmless\n");
  repository.git("add", "conf");
  expect(commit().said).toContain("ran-pcm");
});
