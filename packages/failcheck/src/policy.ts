import { readFile } from "node:fs/promises";
import {
  allowanceFile,
  baselineFile,
  CannotCheck,
  configFiles,
  didYouMean,
  globs,
  readAllowances,
  readBaseline,
  readConfig,
  sourceFile,
  type ActiveRule,
  type Change,
  type Policy,
  type Rule,
  type Snapshot,
  type SourceFile,
} from "@failcheck/core";
import { allRules, customKinds } from "./checkers.ts";
import { loosenedGate } from "./ci/loosened-gate.ts";
import type { Request } from "./request.ts";

/** Rules that the engine itself has: what is wrong with allowances. They can be named, but not configured. */
const engineRules = [
  "failcheck/unused-allowance",
  "failcheck/allowance-without-reason",
  "failcheck/expired-allowance",
  loosenedGate,
];

/**
 * Reads what decides the run. In a range it comes from the before side, so that a change cannot loosen the gate it passes
 * through; of what is staged, allowances for secrets hold once they are committed.
 */
export async function policyFor(request: Request, change: Change, trusted = trustedTree(request, change)): Promise<Policy> {
  const { subject } = request;
  const today = new Date().toISOString().slice(0, 10);
  const configFile = request.config === undefined ? await firstOf(trusted, configFiles) : await fromDisk(request.config);
  const stands = await readAllowances(await fileOf(trusted, allowanceFile));
  const [config, allowances, baseline] = await Promise.all([
    readConfig(configFile, allRules, customKinds),
    // What is staged allows nothing yet, but it has been read: one with a mistake stops its own commit, not the next one.
    subject.kind === "staged" ? readAllowances(await fileOf(change.before, allowanceFile)) : stands,
    readBaseline(await fileOf(trusted, baselineFile), today),
  ]);
  return {
    rules: await selected(config.active, request.only, request.skip),
    knownRules: new Set([...engineRules, ...[...allRules, ...config.active.map(({ rule }) => rule)].map(({ id }) => id)]),
    ignore: config.ignore,
    // Approvals of a loosened gate are no allowances of findings: `ci` reads them itself.
    allowances: allowances.filter(({ rule }) => rule !== loosenedGate),
    baseline: request.ignoreBaseline ? [] : baseline,
    today,
  };
}

function trustedTree({ subject }: Request, { before, after }: Change): Snapshot {
  return subject.kind === "commits" && subject.policyFrom === "before" ? (before ?? after) : after;
}

async function firstOf(snapshot: Snapshot, paths: readonly string[]): Promise<SourceFile | undefined> {
  for (const path of paths) {
    const file = await fileOf(snapshot, path);
    if (file) return file;
  }
  return undefined;
}

/** A policy file of the tree; one that is there and cannot be read as text is an error, never a default. */
async function fileOf(snapshot: Snapshot | undefined, path: string): Promise<SourceFile | undefined> {
  const content = await snapshot?.read(path);
  if (content && "skipped" in content) throw new CannotCheck(`${path} was not read: ${content.skipped}`);
  return content?.file;
}

async function fromDisk(path: string): Promise<SourceFile> {
  try {
    return sourceFile(path, await readFile(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CannotCheck(`--config ${path} could not be read (${code}). Name a file that exists.`);
  }
}

/** The active rules that `--only` and `--skip` leave; a glob that names no rule is a mistake, and a young rule named outright is on. */
async function selected(
  active: readonly ActiveRule[],
  only: readonly string[],
  skip: readonly string[],
): Promise<readonly ActiveRule[]> {
  const ids = [...new Set([...allRules, ...active.map(({ rule }) => rule)].map(({ id }) => id))];
  for (const glob of [...only, ...skip]) {
    const matches = await globs([glob]);
    if (!ids.some(matches))
      throw new CannotCheck(`no rule is called ${glob}${await didYouMean(glob, ids)}. failcheck rules lists them.`);
  }
  const wanted = only.length > 0 ? await globs(only) : () => true;
  const unwanted = await globs(skip);
  const named = allRules.filter((rule) => only.includes(rule.id) && !active.some((one) => one.rule === rule));
  const all = [...active, ...(await Promise.all(named.map(withDefaults)))];
  return all.filter(({ rule }) => wanted(rule.id) && !unwanted(rule.id));
}

async function withDefaults(rule: Rule): Promise<ActiveRule> {
  const file = sourceFile("failcheck.yaml", Buffer.from(`{"rules":{"${rule.id}":true}}`));
  const { active } = await readConfig(file, [rule]);
  return active[0] ?? { rule, options: {} };
}
