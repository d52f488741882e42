import { existsSync, readdirSync, rmSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { CannotCheck, type Git } from "@failcheck/core";
import type { Answer } from "../request.ts";
import type { GateIo } from "./io.ts";
import {
  configFolder,
  configured,
  hasConfigHooks,
  ownFolder,
  plainFolder,
  installedKey,
  repositoryAt,
  type Repository,
} from "./places.ts";
import { chainedSuffix, commandFile, keepChained, removeStub, rulesOf, writeStub } from "./stub-files.ts";
import { quoted, type StubFacts } from "./stub-shell.ts";
import { gates, passingStub } from "./stubs.ts";

const clientGates = ["prepare-commit-msg", "reference-transaction", "pre-push"] as const;

/** The hooks that a folder set by `core.hooksPath` may hold and that must go on running. */
const passedOn = [
  ...["pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit", "applypatch-msg", "pre-applypatch"],
  ...["post-applypatch", "pre-rebase", "post-rewrite", "post-checkout", "post-merge", "pre-push", "pre-auto-gc"],
];

/** Where the folder stands that git looked into before. */
const formerFolderKey = "failcheck.chainedHooksPath";

/** `failcheck install [--uninstall] [--server] [--ref-gate|--no-ref-gate]`: the gate's hooks, and what they did. */
export async function runInstall(argv: readonly string[], io: GateIo): Promise<Answer> {
  const unknown = argv.find((flag) => !["--uninstall", "--server", "--ref-gate", "--no-ref-gate"].includes(flag));
  if (unknown !== undefined)
    throw new CannotCheck(`failcheck install has no ${unknown}. There are --uninstall, --server, --no-ref-gate.`);
  const repository = await repositoryAt(io.git);
  const lines = argv.includes("--uninstall")
    ? await uninstall(io.git, repository)
    : argv.includes("--server")
      ? await installServer(io.git, repository)
      : await installClient(io.git, repository, chosenGates(argv));
  return { out: `${lines.join("\n")}\n`, err: "", exitCode: 0 };
}

/** Starting a process is slow on Windows, and reference-transaction starts one for each ref of a fetch. */
function chosenGates(argv: readonly string[]): readonly string[] {
  const refGate = argv.includes("--ref-gate") || (process.platform !== "win32" && !argv.includes("--no-ref-gate"));
  return clientGates.filter((name) => refGate || name !== "reference-transaction");
}

async function installServer(git: Git, repository: Repository): Promise<readonly string[]> {
  const file = join(plainFolder(repository), "pre-receive");
  await git.run(["config", "--local", installedKey, "pre-receive"]);
  const kept = writeGate(file, "pre-receive", `${file}${chainedSuffix}`);
  return [`installed ${file}`, ...kept, "undo: failcheck install --uninstall"];
}

async function installClient(git: Git, repository: Repository, names: readonly string[]): Promise<readonly string[]> {
  if (repository.root === undefined)
    throw new CannotCheck("This repository is bare. For a server's gate: failcheck install --server");
  const former = await formerFolder(git, repository);
  const folder = former === undefined ? plainFolder(repository) : ownFolder(repository);
  const lines = former === undefined ? [] : await takeOver(git, repository, former);
  for (const name of names) {
    const file = join(folder, name);
    lines.push(`installed ${file}`, ...writeGate(file, name, former === undefined ? file + chainedSuffix : join(former, name)));
  }
  for (const name of clientGates.filter((gate) => !names.includes(gate))) {
    if (removeStub(join(folder, name))) lines.push(`removed ${join(folder, name)}`);
  }
  await git.run(["config", "--local", installedKey, names.join(" ")]);
  lines.push(...(await writeConfigHooks(git, repository, names)));
  if (!names.includes("reference-transaction"))
    lines.push("without reference-transaction: am, fast-forward, plumbing and tags are not looked at here");
  return [...lines, "undo: npx --no-install failcheck install --uninstall"];
}

/** The folder that git looks into now, where that is neither git's own nor ours. */
async function formerFolder(git: Git, repository: Repository): Promise<string | undefined> {
  const { hooksPath } = repository;
  if (hooksPath === undefined) return undefined;
  if (resolve(repository.root ?? "", hooksPath) !== ownFolder(repository)) return hooksPath;
  return (await configured(git, ["--local", "--get", formerFolderKey])) ?? ".husky/_";
}

/** Puts a folder of ours in place of another's: the gates, and a stub for every hook that must go on running. */
async function takeOver(git: Git, repository: Repository, former: string): Promise<string[]> {
  const folder = ownFolder(repository);
  for (const gate of clientGates) removeStub(join(plainFolder(repository), gate));
  for (const name of new Set([...passedOn, ...hooksIn(resolve(repository.root ?? "", former))])) {
    writeStub(join(folder, name), passingStub(name, join(former, name)));
  }
  await git.run(["config", "--local", formerFolderKey, former]);
  await git.run(["config", "--local", "core.hooksPath", folder]);
  return [`core.hooksPath is ${folder}, for linked worktrees too; the hooks of ${former} go on running`];
}

function hooksIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[a-z][a-z-]{1,40}$/.test(name) && name !== "reference-transaction");
}

function writeGate(file: string, name: string, chained: string): readonly string[] {
  const facts: StubFacts = { ...factsOf(commandFile()), chained, place: "folder" };
  const kept = keepChained(file);
  const stub = gates.get(name);
  if (stub) writeStub(file, stub(facts));
  return kept;
}

function factsOf(command: string): Pick<StubFacts, "command" | "node" | "rules"> {
  return { command, node: process.execPath, rules: rulesOf(command) };
}

/** From git 2.54 on: hooks that no core.hooksPath switches off. They have files of their own, which nobody has cause to edit. */
async function writeConfigHooks(git: Git, repository: Repository, names: readonly string[]): Promise<readonly string[]> {
  await removeConfigHooks(git);
  if (!hasConfigHooks(repository)) return [];
  for (const name of names) {
    const file = join(configFolder(repository), name);
    const stub = gates.get(name)?.({ ...factsOf(commandFile()), chained: "", place: "configuration" });
    if (stub !== undefined) writeStub(file, stub);
    const gone = `failcheck: refused, because ${file} is gone. Repair: npx --no-install failcheck install`;
    const command = `[ -f ${quoted(file)} ] || { echo ${quoted(gone)} >&2; exit 1; }; FAILCHECK_CALLER=$PPID exec ${quoted(file)}`;
    await git.run(["config", "--local", `hook.failcheck-${name}.event`, name]);
    await git.run(["config", "--local", `hook.failcheck-${name}.command`, command]);
  }
  return ["the same hooks stand in git's configuration, which git 2.54 reads"];
}

async function removeConfigHooks(git: Git): Promise<void> {
  // A section that is not there is what is wanted.
  for (const name of clientGates) await git.ask(["config", "--local", "--remove-section", `hook.failcheck-${name}`]);
}

async function uninstall(git: Git, repository: Repository): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const name of gates.keys()) {
    const file = join(plainFolder(repository), name);
    if (removeStub(file)) lines.push(`removed ${file}`);
  }
  await removeConfigHooks(git);
  const former = await configured(git, ["--local", "--get", formerFolderKey]);
  if (former !== undefined && repository.localHooksPath === ownFolder(repository)) lines.push(await restoreFolder(git, former));
  await git.ask(["config", "--local", "--remove-section", "failcheck"]);
  rmSync(join(repository.commonDirectory, "failcheck"), { recursive: true, force: true });
  return lines.length > 0 ? lines : ["there was nothing to remove"];
}

/** Back to the folder from before: by a setting of its own, or by none where it came from the user's configuration. */
async function restoreFolder(git: Git, former: string): Promise<string> {
  await git.run(["config", "--local", "--unset", "core.hooksPath"]);
  const elsewhere = await configured(git, ["--type=path", "--get", "core.hooksPath"]);
  if (elsewhere !== former) await git.run(["config", "--local", "core.hooksPath", former]);
  return `core.hooksPath is ${isAbsolute(former) ? former : `${former} again`}`;
}
