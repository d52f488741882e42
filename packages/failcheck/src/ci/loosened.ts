import { createHash } from "node:crypto";
import {
  allowanceFile,
  baselineFile,
  configFiles,
  globs,
  plainFinding,
  readAllowances,
  readBaseline,
  readConfig,
  sourceFile,
  type CommitRange,
  type Finding,
  type Git,
  type SourceFile,
} from "@failcheck/core";
import { allRules, customKinds } from "../checkers.ts";
import { loosenedGate } from "./loosened-gate.ts";

/** Where a gate is wired up: hooks, and what runs failcheck in CI. */
const wiring = [
  "hooks",
  ".husky",
  ".githooks",
  ".github/workflows",
  ".gitlab-ci.yml",
  "lefthook.yml",
  ".lefthook.yml",
  ".pre-commit-config.yaml",
];

/** A way in which the tip lets more through than the base. */
interface Loosening {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** One file on both sides of the range. */
interface Sides {
  readonly path: string;
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}

/**
 * How a range loosens the gate that it passes through: a rule off, a path left out, an allowance, a baseline entry, a hook or
 * workflow removed. It is judged by the base's policy, and what it changes for those who come after is for a person to approve.
 */
export async function loosened(git: Git, { tip }: CommitRange, trusted: string, today: string): Promise<readonly Finding[]> {
  const fork = await git.ask(["merge-base", trusted, tip]);
  // What shares no history with the trusted side, a branch of published pages for example, takes nothing away from it.
  if (fork.code !== 0) return [];
  const from = fork.stdout.toString("latin1").trim();
  const paths = await changedPolicy(git, from, tip);
  const found: Loosening[] = [];
  for (const path of paths) {
    const sides = { path, before: await fileAt(git, from, path), after: await fileAt(git, tip, path) };
    found.push(...(await looseningsOf(sides, today)));
  }
  const approved = await approvals(await fileAt(git, trusted, allowanceFile), today);
  return found.filter(({ path }) => !approved(path)).map(findingOf);
}

async function changedPolicy(git: Git, from: string, tip: string): Promise<readonly string[]> {
  const watched = [...configFiles, allowanceFile, baselineFile, ...wiring];
  const output = await git.run(["diff-tree", "-r", "-z", "--name-only", "--no-renames", from, tip, "--", ...watched]);
  return output.toString("utf8").split("\0").filter(Boolean);
}

async function fileAt(git: Git, revision: string, path: string): Promise<SourceFile | undefined> {
  const { code, stdout } = await git.ask(["cat-file", "blob", `${revision}:${path}`]);
  return code === 0 ? sourceFile(path, stdout) : undefined;
}

async function looseningsOf(sides: Sides, today: string): Promise<readonly Loosening[]> {
  if (configFiles.some((name) => name === sides.path)) return configuration(sides);
  if (sides.path === allowanceFile) return allowances(sides);
  if (sides.path === baselineFile) return baseline(sides, today);
  return wires(sides);
}

async function configuration({ path, before, after }: Sides): Promise<readonly Loosening[]> {
  const [was, is] = [await readConfig(before, allRules, customKinds), await readConfig(after, allRules, customKinds)];
  const on = new Set(is.active.map(({ rule }) => rule.id));
  const off = was.active.map(({ rule }) => rule.id).filter((id) => !on.has(id));
  const ignored = is.ignore.filter((glob) => !was.ignore.includes(glob));
  return [
    ...off.map((id) => ({ path, line: lineOf(after, id), message: `this change turns ${id} off` })),
    ...ignored.map((glob) => ({ path, line: lineOf(after, glob), message: `this change leaves ${glob} out` })),
  ];
}

async function allowances({ path, before, after }: Sides): Promise<readonly Loosening[]> {
  const key = ({ fingerprint, rule, path: glob }: { fingerprint?: string; rule?: string; path?: string }) =>
    fingerprint ?? `${rule ?? ""} in ${glob ?? ""}`;
  const was = new Map((await readAllowances(before)).map((line) => [key(line), line.until]));
  const added = (await readAllowances(after)).filter((line) => (was.get(key(line)) ?? "") < line.until);
  return added.map((line) => ({
    path,
    line: line.line,
    message: `this change allows ${key(line)} until ${line.until}: ${line.reason}`,
  }));
}

async function baseline({ path, before, after }: Sides, today: string): Promise<readonly Loosening[]> {
  const was = new Set((await readBaseline(before, today)).map(({ fingerprint }) => fingerprint));
  const added = (await readBaseline(after, today)).filter(({ fingerprint }) => !was.has(fingerprint));
  return added.map(({ fingerprint, reason }) => ({
    path,
    line: lineOf(after, fingerprint),
    message: `this change accepts the finding ${fingerprint}: ${reason}`,
  }));
}

/** A hook or workflow that ran failcheck and is gone, or does so no longer. */
function wires({ path, before, after }: Sides): readonly Loosening[] {
  if (!before?.text.includes("failcheck")) return [];
  if (after === undefined) return [{ path, line: 1, message: `this change removes ${path}, which ran failcheck` }];
  if (!after.text.includes("failcheck")) return [{ path, line: 1, message: `${path} ran failcheck, and this change stops that` }];
  const excused = "continue-on-error: true";
  if (before.text.includes(excused) || !after.text.includes(excused)) return [];
  return [{ path, line: lineOf(after, excused), message: `this change lets ${path} go on where failcheck fails` }];
}

/** The base's approvals: lines of its allowance file for this rule and a path, until their end date. */
async function approvals(file: SourceFile | undefined, today: string): Promise<(path: string) => boolean> {
  const lines = (await readAllowances(file)).filter(({ rule, until }) => rule === loosenedGate && until >= today);
  return globs(lines.flatMap(({ path }) => path ?? []));
}

function lineOf(file: SourceFile | undefined, text: string): number {
  const at = file?.text.indexOf(text) ?? -1;
  return at < 0 ? 1 : (file?.text.slice(0, at).split("\n").length ?? 1);
}

function findingOf({ path, line, message }: Loosening): Finding {
  return {
    ...plainFinding,
    rule: loosenedGate,
    path,
    line,
    endLine: line,
    message,
    help: `a person approves it: a line for ${loosenedGate} in the base's ${allowanceFile}, or a run with --policy-from head`,
    fingerprint: createHash("sha256").update(`${loosenedGate}\0${path}\0${message}`).digest("hex").slice(0, 16),
  };
}
