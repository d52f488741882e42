import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import type { Git } from "@failcheck/core";
import {
  configFolder,
  configured,
  hasConfigHooks,
  installedKey,
  ownFolder,
  plainFolder,
  repositoryAt,
  type Repository,
} from "../places.ts";
import { commandFile, isStub, rulesOf } from "../stub-files.ts";
import { selfTest } from "../self-test.ts";
import type { Check, Layer } from "./layer.ts";
import { linkedWorktreeCheck } from "./linked-worktree.ts";

const gateNames = ["prepare-commit-msg", "reference-transaction", "pre-push"];
const again = "run npx --no-install failcheck install";

/** The hooks of this clone: there, ours, runnable from an empty PATH, and found from a linked worktree. */
export async function hooksLayer(git: Git): Promise<Layer> {
  const repository = await repositoryAt(git);
  const prepare = prepareScript(repository.root);
  const installed = await configured(git, ["--local", "--get", installedKey]);
  const names = repository.root === undefined ? ["pre-receive"] : gateNames.filter((name) => installed?.includes(name) ?? true);
  const folder = resolve(repository.root ?? repository.commonDirectory, repository.hooksPath ?? plainFolder(repository));
  const checks = names.map((name) => stubCheck(folder, name));
  checks.push(folderCheck(repository));
  const declared = installed !== undefined || prepare.includes("failcheck install");
  if (declared && repository.root !== undefined) checks.push(await linkedWorktreeCheck(git, "prepare-commit-msg"));
  if (/\bhusky\b/.test(prepare)) checks.push(orderCheck(prepare));
  if (hasConfigHooks(repository) && repository.root !== undefined) checks.push(...(await configChecks(git, repository, names)));
  return { layer: "hooks", declared, checks };
}

/** A stub is tried: it must find node and be answered by failcheck with nothing on the PATH. */
function stubCheck(folder: string, name: string): Check {
  const file = join(folder, name);
  const ours = isStub(file);
  if (ours === undefined) return { name, ok: false, says: `${file} is not there: ${again}` };
  if (!ours) return { name, ok: false, says: `${file} is not failcheck's: ${again}` };
  if (!isExecutable(file)) return { name, ok: false, says: `${file} is not executable, so git leaves it out: ${again}` };
  if (!readFileSync(file, "utf8").includes(rulesOf(commandFile())))
    return { name, ok: false, says: `${file} is from another version: ${again}` };
  const problem = tried(file);
  return problem === undefined
    ? { name, ok: true, says: `${file} answers, with nothing on the PATH` }
    : { name, ok: false, says: problem };
}

function tried(file: string): string | undefined {
  const empty = mkdtempSync(join(tmpdir(), "failcheck-doctor-"));
  try {
    const { status, stderr } = spawnSync("/bin/sh", [file, selfTest], {
      cwd: empty,
      encoding: "utf8",
      timeout: 30_000,
      env: { PATH: empty, GIT_DIR: empty },
    });
    return status === 0 ? undefined : `${file} does not run: ${stderr.trim().split("\n")[0] ?? "no answer"}`;
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // What cannot be run is what is asked.
    return false;
  }
}

/** A relative folder is looked up in each working tree, and a new linked worktree has none. */
function folderCheck(repository: Repository): Check {
  const { hooksPath } = repository;
  const name = "core.hooksPath";
  if (hooksPath === undefined)
    return { name, ok: true, says: "not set: git looks into the folder that all linked worktrees share" };
  if (resolve(repository.root ?? "", hooksPath) === ownFolder(repository) && isAbsolute(hooksPath)) {
    return { name, ok: true, says: `${hooksPath}, for linked worktrees too` };
  }
  return { name, ok: false, says: `${hooksPath} is not failcheck's folder (did husky run after failcheck install?): ${again}` };
}

function orderCheck(prepare: string): Check {
  const ok = prepare.lastIndexOf("failcheck install") > prepare.lastIndexOf("husky");
  const says = ok
    ? "failcheck install runs after husky"
    : `husky resets core.hooksPath: write "prepare": "husky && failcheck install"`;
  return { name: "order in prepare", ok, says };
}

async function configChecks(git: Git, repository: Repository, names: readonly string[]): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const name of names) {
    const key = `hook.failcheck-${name}`;
    const [event, enabled] = await Promise.all([
      configured(git, ["--get", `${key}.event`]),
      configured(git, ["--type=bool", "--get", `${key}.enabled`]),
    ]);
    const isSet = event === name && enabled !== "false";
    const stub = stubCheck(configFolder(repository), name);
    checks.push(isSet ? { ...stub, name: key } : { name: key, ok: false, says: `is not set or switched off: ${again}` });
  }
  return checks;
}

function prepareScript(root: string | undefined): string {
  if (root === undefined || !existsSync(join(root, "package.json"))) return "";
  try {
    const text: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return stringIn(stringIn(text, "scripts"), "prepare");
  } catch {
    // A package.json that npm cannot read declares nothing.
    return "";
  }
}

function stringIn(value: unknown, key: "prepare"): string;
function stringIn(value: unknown, key: "scripts"): unknown;
function stringIn(value: unknown, key: string): unknown {
  const found: unknown =
    typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
  return key === "prepare" && typeof found !== "string" ? "" : found;
}
