import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CannotCheck } from "@failcheck/core";
import { sample } from "@failcheck/check-secrets/sample";
import type { Answer } from "../request.ts";
import { failingFiles, soundFiles } from "./files.ts";

/** How a command ended, and everything that it wrote, in the order it was written. */
interface Ending {
  readonly code: number;
  readonly output: string;
}

/**
 * Six failures in a scratch repository: what failcheck says about them, then `git commit --no-verify` refused. The repository is
 * removed at the end unless it is to be kept.
 */
export async function demo(options: { readonly keep: boolean; readonly color: boolean }): Promise<Answer> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-demo-")));
  const removed = () => rmSync(root, { recursive: true, force: true });
  if (!options.keep) process.once("exit", removed);
  await makeRepository(root);
  const color = options.color ? "always" : "never";
  const staged = await run(root, process.execPath, [command(), "staged", "--color", color]);
  const commit = await run(root, "git", ["commit", "--no-verify", "-m", "Ship the weekly report"]);
  const head = await run(root, "git", ["log", "--oneline"]);
  const played = staged.code === 1 && commit.code !== 0 && head.output.trim().split("\n").length === 1;
  const story = [
    "Six failures that really happened, in a scratch repository, staged and about to be committed.",
    shell("failcheck staged", staged),
    shell('git commit --no-verify -m "Ship the weekly report"', commit),
    "--no-verify skips pre-commit. The gate for secrets stands in prepare-commit-msg, which git runs all the same.",
    options.keep
      ? `The repository is kept in ${root}`
      : "The scratch repository is removed. To keep one and play with it: failcheck demo --keep",
  ];
  return {
    out: `${story.join("\n\n")}\n`,
    err: played ? "" : "failcheck: the demo did not end as it should\n",
    exitCode: played ? 0 : 2,
  };
}

async function makeRepository(root: string): Promise<void> {
  await git(root, ["init", "-q", "-b", "main"]);
  const settings = {
    "user.name": "Demo",
    "user.email": "demo@example.com",
    "commit.gpgsign": "false",
    "core.hooksPath": ".git/hooks",
  };
  for (const [key, value] of Object.entries(settings)) await git(root, ["config", key, value]);
  writeFiles(root, soundFiles);
  await git(root, ["add", "-A"]);
  await git(root, ["commit", "-q", "-m", "Start"]);
  const { code, output } = await run(root, process.execPath, [command(), "install"]);
  if (code !== 0) throw new CannotCheck(`The demo could not install its hooks: ${output.trim()}`);
  writeFiles(root, failingFiles(sample("grafana-service-account-token", "demo")));
  await git(root, ["add", "-A"]);
}

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The file that node was started with. */
function command(): string {
  return realpathSync(process.argv[1] ?? "");
}

async function git(root: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(root, "git", args);
  if (code !== 0) throw new CannotCheck(`The demo could not make its repository: git ${args[0] ?? ""} said: ${output.trim()}`);
}

/** Runs a command in the scratch repository alone, even where the demo is started from a hook of another one. */
function run(cwd: string, file: string, args: readonly string[]): Promise<Ending> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") && name !== "GITHUB_ACTIONS"),
  );
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new CannotCheck(`${file} could not be started (${error.message}).`)));
    child.on("close", (code) => resolve({ code: code ?? 2, output }));
  });
}

function shell(line: string, { output, code }: Ending): string {
  return `$ ${line}\n\n${output.trimEnd()}\n\n(exit code ${code})`;
}
