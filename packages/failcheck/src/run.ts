import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  CannotCheck,
  commits,
  diskFactStore,
  exitCode,
  findRoot,
  githubLog,
  history,
  lint,
  openGit,
  printable,
  reporters,
  staged,
  stdin,
  summary,
  tree,
  treeSnapshot,
  worktree,
  type Change,
  type Git,
  type LintOptions,
  type Policy,
  type ReportContext,
  type Reporter,
  type Result,
  type SeenPaths,
} from "@failcheck/core";
import { allRules } from "./checkers.ts";
import { loosenedGate } from "./ci/loosened-gate.ts";
import { incidentTitles } from "./incident-titles.ts";
import { policyFor } from "./policy.ts";
import type { Answer, Request, Shard, Subject } from "./request.ts";
import { toolName, version } from "./tool.ts";

/** One change, from its source to its report. */
export async function run(request: Request): Promise<Answer> {
  for (const output of request.outputs) outputOf(output);
  reporterOf(request.format);
  const git = openGit();
  const repairs = request.fix !== "none" || request.diff;
  return report(request, repairs ? await repair(request, git) : await look(request, git), git);
}

/** Puts an outcome into words, on the screen and into files. */
export async function report(request: Request, { result, repaired, diff }: Outcome, git: Git): Promise<Answer> {
  refuseEmpty(request.subject, result);
  const context = await contextOf(request, result, git);
  for (const { reporter, file } of request.outputs.map(outputOf)) {
    await writeOutput(file, reporter(result, { ...context, color: false, hyperlinks: false }));
  }
  const notes = [
    ...result.failures.map((failure) => `failcheck: ${printable(failure)}\n`),
    ...(repaired > 0 ? [`failcheck: repaired ${repaired} ${repaired === 1 ? "finding" : "findings"}\n`] : []),
    // `--quiet` silences the findings, not what was looked at.
    ...(request.quiet ? [`${summary(result, context)}\n`] : []),
  ];
  const text = request.quiet ? "" : printerOf(request.format)(result, context);
  return { out: diff + text, err: notes.join(""), exitCode: exitCode(result) };
}

/** A run's result, and what became of it where it was to be repaired. */
export interface Outcome {
  readonly result: Result;
  readonly repaired: number;
  readonly diff: string;
  /** The paths that the totals were counted from. */
  readonly seen?: SeenPaths;
}

/** Looks once, and repairs nothing. */
export async function look(request: Request, git: Git, clean?: LintOptions["clean"]): Promise<Outcome> {
  const pending = changeOf(request.subject, git, request.shard);
  if (request.skip.length === 0) loadWhileGitStarts();
  const whole = await pending;
  try {
    const { subject } = request;
    const policyAt =
      subject.kind === "commits" && subject.policyAt !== undefined ? treeSnapshot(git, subject.policyAt) : undefined;
    const shared = await sharedOut(request, whole, git);
    const { change, policy } = await partOf(request, shared?.change ?? whole, await policyFor(request, whole, policyAt));
    const seen: SeenPaths = { changed: new Set(), looked: new Set(), carried: new Set() };
    const result = await lint(change, policy, {
      openStore: () => storeOf(git),
      timing: request.timing,
      seen,
      ...(shared ? { others: shared.others } : {}),
      ...(clean ? { clean } : {}),
      ...(request.onFile ? { onFile: request.onFile } : {}),
    });
    return { result, repaired: 0, diff: "", seen };
  } finally {
    await whole.close();
  }
}

/** What reads every file is needed in any case: it loads while git is starting, on another core. */
function loadWhileGitStarts(): void {
  for (const rule of allRules) {
    if (rule.kind !== "file" || !("load" in rule.reads) || !rule.reads.everything) continue;
    // Only a head start: the engine loads it again, and tells when it cannot.
    rule.reads.load().catch(() => undefined);
  }
}

/** From so many files on a second thread is done before it has cost more than it helps. */
const manyFiles = 1200;

/** A large tree is looked at by several threads; a commit never starts one. */
async function sharedOut(request: Request, { listed }: Change, git: Git) {
  if (listed === undefined || listed.paths.length < manyFiles || request.shard !== undefined) return undefined;
  const { shareOut } = await import("./threads.ts");
  return shareOut(request, listed, git);
}

/** The part of a change that this machine looks at, where several share it. */
async function partOf(
  { shard }: Request,
  change: Change,
  policy: Policy,
): Promise<{ readonly change: Change; readonly policy: Policy }> {
  if (shard === undefined) return { change, policy };
  const { shardOf, shardPolicy } = await import("./ci/shard.ts");
  return { change: shardOf(change, shard), policy: shardPolicy(policy, shard) };
}

/** Looks, repairs, and looks again, until nothing is left to repair or two fixes undo each other. */
async function repair(request: Request, git: Git): Promise<Outcome> {
  if (request.subject.kind !== "worktree") throw new CannotCheck("--fix and --diff work on files: failcheck --fix [paths]");
  const { makeFixes } = await import("./fix.ts");
  const options = { git, root: (await findRoot(git)) ?? git.directory, unsafe: request.fix === "unsafe", show: request.diff };
  let repaired = 0;
  let left = Infinity;
  for (;;) {
    const { result } = await look(request, git);
    const helps = result.findings.length < left;
    left = result.findings.length;
    const fixed = helps ? await makeFixes(result.findings, options) : { repaired: 0, diff: "" };
    if (fixed.repaired === 0 || request.diff) return { result, repaired: request.diff ? 0 : repaired, diff: fixed.diff };
    repaired += fixed.repaired;
  }
}

async function changeOf(subject: Subject, git: Git, shard: Shard | undefined): Promise<Change> {
  switch (subject.kind) {
    case "staged":
      return staged(git);
    case "commits":
      return commits(git, subject.range, shard);
    case "tree":
      return tree(git, subject.revision);
    case "history":
      return history(git, shard);
    case "stdin":
      return stdin(subject.path, process.stdin);
    case "worktree":
      return worktree(git, await findRoot(git), subject.paths);
  }
}

/** A check of files that were named and a whole tree without files have looked at nothing: that is no success. */
function refuseEmpty(subject: Subject, { checked }: Result): void {
  if (subject.kind !== "worktree" || checked.files > 0 || checked.skipped.length > 0) return;
  throw new CannotCheck("Nothing was checked: git tracks no file here, or the configuration leaves all of them out.");
}

async function contextOf(request: Request, result: Result, git: Git): Promise<ReportContext> {
  return {
    tool: toolName,
    ms: performance.now(),
    color: request.color,
    hyperlinks: request.hyperlinks,
    root: request.hyperlinks ? ((await findRoot(git)) ?? process.cwd()) : process.cwd(),
    incidents: await incidentTitles(result.findings.flatMap(({ incidents }) => incidents)),
    verbose: request.verbose,
    rules: new Map([
      [loosenedGate, { title: "This change loosens the gate that it passes through.", secret: false }],
      ...allRules.map((rule) => [rule.id, { title: rule.title, secret: "secret" in rule && rule.secret }] as const),
    ]),
  };
}

/** What is printed: the runner of GitHub shows ten annotations, so the whole text stands in the log as well. */
function printerOf(format: string): Reporter {
  return format === "github" ? githubLog : reporterOf(format);
}

function reporterOf(format: string): Reporter {
  const reporter = reporters[format];
  if (!reporter) throw new CannotCheck(`no format is called ${format}. There are: ${Object.keys(reporters).join(", ")}.`);
  return reporter;
}

function outputOf(text: string): { readonly reporter: Reporter; readonly file: string } {
  const equals = text.indexOf("=");
  if (equals < 1 || equals === text.length - 1) throw new CannotCheck(`--output ${text} is not of the form FORMAT=FILE.`);
  return { reporter: reporterOf(text.slice(0, equals)), file: text.slice(equals + 1) };
}

async function writeOutput(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new CannotCheck(`${file} could not be written (${code}) in ${dirname(resolve(file))}.`);
  }
}

/** Facts are kept beside the objects they were drawn from, by version, because their shape may change with it; outside a repository there is nowhere to keep them. */
async function storeOf(git: Git): Promise<ReturnType<typeof diskFactStore> | undefined> {
  const { code, stdout } = await git.ask(["rev-parse", "--git-common-dir"]);
  return code === 0
    ? diskFactStore(join(resolve(git.directory, stdout.toString("utf8").trimEnd()), "failcheck/facts", version))
    : undefined;
}
