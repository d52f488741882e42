import { createHash } from "node:crypto";
import {
  allowanceFile,
  baselineFile,
  configFiles,
  globs,
  inlineAllowances,
  plainFinding,
  readAllowances,
  readBaseline,
  readConfig,
  sourceFile,
  type Allowed,
  type CommitRange,
  type Finding,
  type Git,
  type SourceFile,
} from "@failcheck/core";
import { allRules, customKinds } from "../checkers.ts";
import { recordOf } from "../record.ts";
import { loosenedGate } from "./loosened-gate.ts";
import type { Loosening, Sides } from "./loosening.ts";
import { wiringPaths } from "./wiring-paths.ts";

/** How a range loosens the gate: what a person has to approve, and what somebody did approve. */
export interface Loosened {
  readonly findings: readonly Finding[];
  readonly allowed: readonly Allowed[];
}

/** What decides about a range, and what came of it. */
export interface Judged {
  readonly range: CommitRange;
  /** The revision whose policy is to be trusted; undefined where everything is new. */
  readonly trusted: string | undefined;
  /** Why every loosening is let through; undefined where the trusted side has to approve it. */
  readonly waived: string | undefined;
  readonly today: string;
  /** What the run let through. */
  readonly allowed: readonly Allowed[];
  /** Whether this machine looks at what is looked at once. */
  readonly first: boolean;
}

/**
 * How a range loosens the gate that it passes through: a rule off, a path left out, an allowance, a baseline entry, a hook or
 * workflow removed. It is judged by the base's policy, and what it changes for those who come after is for a person to approve.
 */
export async function loosened(git: Git, { range, trusted, waived, today, allowed, first }: Judged): Promise<Loosened> {
  const { tip } = range;
  if (trusted === undefined) return { findings: [], allowed: [] };
  const fork = await git.ask(["merge-base", trusted, tip]);
  // What shares no history with the trusted side, a branch of published pages for example, takes nothing away from it.
  if (fork.code !== 0) return { findings: [], allowed: [] };
  const from = fork.stdout.toString("latin1").trim();
  const sidesOf = async (path: string): Promise<Sides> => ({
    path,
    before: await fileAt(git, from, path),
    after: await fileAt(git, tip, path),
  });
  const changed = first ? await Promise.all((await changedPolicy(git, from, tip)).map(sidesOf)) : [];
  const commented = await Promise.all([...new Set(allowed.map(({ path }) => path))].map(sidesOf));
  const policy = await Promise.all(changed.map((sides) => policyLoosenings(sides, today)));
  // Whatever wires failcheck up is read by its grammar, which a range that touches none of it need not load.
  const wires = changed.length > 0 ? (await import("./wiring.ts")).cutWires(changed) : [];
  const all = [...policy.flat(), ...wires, ...commented.flatMap((sides) => newComments(sides, allowed))];
  const approval = await approvals(await fileAt(git, trusted, allowanceFile), today);
  const judged = all.map((loosening) => ({ finding: findingOf(loosening), reason: waived ?? approval(loosening.path) }));
  return {
    findings: judged.flatMap(({ finding, reason }) => (reason === undefined ? [finding] : [])),
    allowed: judged.flatMap(({ finding: { rule, path, line, message }, reason }) =>
      reason === undefined ? [] : [{ rule, path, line, reason: `${message}; ${reason}` }],
    ),
  };
}

async function changedPolicy(git: Git, from: string, tip: string): Promise<readonly string[]> {
  const watched = [...configFiles, allowanceFile, baselineFile, ...wiringPaths];
  const output = await git.run(["diff-tree", "-r", "-z", "--name-only", "--no-renames", from, tip, "--", ...watched]);
  return output.toString("utf8").split("\0").filter(Boolean);
}

async function fileAt(git: Git, revision: string, path: string): Promise<SourceFile | undefined> {
  const { code, stdout } = await git.ask(["cat-file", "blob", `${revision}:${path}`]);
  return code === 0 ? sourceFile(path, stdout) : undefined;
}

async function policyLoosenings(sides: Sides, today: string): Promise<readonly Loosening[]> {
  if (configFiles.some((name) => name === sides.path)) return configuration(sides);
  if (sides.path === allowanceFile) return allowances(sides);
  return sides.path === baselineFile ? baseline(sides, today) : [];
}

/** Comments that allow something which the base's text of the file does not. */
function newComments({ path, before, after }: Sides, allowed: readonly Allowed[]): readonly Loosening[] {
  if (!after) return [];
  const known = (before ? inlineAllowances(before) : []).map(({ rule }) => rule);
  const used = allowed.filter((one) => one.path === path);
  return inlineAllowances(after).flatMap(({ rule, reason, place, lines }) => {
    const at = known.indexOf(rule);
    if (at >= 0) known.splice(at, 1);
    const matters = at < 0 && used.some((one) => one.rule === rule && one.reason === reason && lines.includes(one.line));
    return matters ? [{ path, line: place.line, message: `allows ${rule} in ${path}: ${reason}` }] : [];
  });
}

async function configuration({ path, before, after }: Sides): Promise<readonly Loosening[]> {
  const [was, is] = [await readConfig(before, allRules, customKinds), await readConfig(after, allRules, customKinds)];
  const on = new Set(is.active.map(({ rule }) => rule.id));
  const off = was.active.map(({ rule }) => rule.id).filter((id) => !on.has(id));
  const ignored = is.ignore.filter((glob) => !was.ignore.includes(glob));
  return [
    ...off.map((id) => ({ path, line: lineOf(after, id), message: `turns ${id} off` })),
    ...ignored.map((glob) => ({ path, line: lineOf(after, glob), message: `leaves ${glob} out` })),
    ...(await alteredRules({ path, before, after })),
  ];
}

/** Rules of the project's own that look for something else, or elsewhere; their examples and words may change. */
async function alteredRules({ path, before, after }: Sides): Promise<readonly Loosening[]> {
  if (!before?.text.includes("custom") || !after) return [];
  const { parse } = await import("yaml");
  const [was, is] = [before, after].map(({ text }) => customEntries(parse(text)));
  return [...(was ?? [])].flatMap(([id, looks]) => {
    const now = is?.get(id);
    return now === undefined || now === looks ? [] : [{ path, line: lineOf(after, id), message: `changes what ${id} looks for` }];
  });
}

/** What does not decide what a custom rule finds. */
const words: readonly string[] = ["id", "bad", "good", "use", "incident"];

/** What each custom rule looks for, by its id. */
function customEntries(config: unknown): ReadonlyMap<string, string> {
  const list = recordOf(config)?.custom;
  const entries = Array.isArray(list) ? list.map(recordOf) : [];
  return new Map(
    entries.map((entry = {}) => {
      const looks = Object.entries(entry).filter(([key]) => !words.includes(key));
      return [String(entry.id), JSON.stringify(looks.sort())];
    }),
  );
}

async function allowances({ path, before, after }: Sides): Promise<readonly Loosening[]> {
  const key = ({ fingerprint, rule, path: glob }: { fingerprint?: string; rule?: string; path?: string }) =>
    fingerprint ?? `${rule ?? ""} in ${glob ?? ""}`;
  const was = new Map((await readAllowances(before)).map((line) => [key(line), line.until]));
  const added = (await readAllowances(after)).filter((line) => (was.get(key(line)) ?? "") < line.until);
  return added.map((line) => ({
    path,
    line: line.line,
    message: `allows ${key(line)} until ${line.until}: ${line.reason}`,
  }));
}

async function baseline({ path, before, after }: Sides, today: string): Promise<readonly Loosening[]> {
  const was = new Set((await readBaseline(before, today)).map(({ fingerprint }) => fingerprint));
  const added = (await readBaseline(after, today)).filter(({ fingerprint }) => !was.has(fingerprint));
  return added.map(({ fingerprint, reason }) => ({
    path,
    line: lineOf(after, fingerprint),
    message: `accepts the finding ${fingerprint}: ${reason}`,
  }));
}

/** The base's approvals: lines of its allowance file for this rule and a path, until their end date; why a path is approved. */
async function approvals(file: SourceFile | undefined, today: string): Promise<(path: string) => string | undefined> {
  const lines = (await readAllowances(file)).filter(({ rule, until }) => rule === loosenedGate && until >= today);
  const matchers = await Promise.all(lines.map(async (line) => ({ line, matches: await globs([line.path ?? ""]) })));
  return (path) => {
    const line = matchers.find(({ matches }) => matches(path))?.line;
    return line && `approved by ${line.owner}: ${line.reason}`;
  };
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
    message: `this change loosens the gate: it ${message}`,
    help: `a person approves it: a line for ${loosenedGate} in the base's ${allowanceFile}, or a run with --policy-from head`,
    fingerprint: createHash("sha256").update(`${loosenedGate}\0${path}\0${message}`).digest("hex").slice(0, 16),
  };
}
