import { inlineAllowances, type InlineAllowance } from "./allowances.ts";
import type { Change, ChangedFile, Content, FilePiece } from "./change.ts";
import { languageFor, readyRules, type ReadyRules } from "./engine/applicable.ts";
import { calledFromElsewhere, calledRules } from "./engine/called-rules.ts";
import { checkLarge } from "./engine/check-large.ts";
import { checkRepository, linesElsewhere } from "./engine/check-repository.ts";
import type { FactStore } from "./engine/fact-store.ts";
import { checkChange, checkFile, nothingSaid, sideOf, type Outcome, type Side } from "./engine/check-side.ts";
import { judge, type Gathered } from "./engine/judge.ts";
import { loadedOnce, type Parsers } from "./engine/parsers.ts";
import { joined, type Part } from "./engine/part.ts";
import { placed, type Placed } from "./engine/placing.ts";
import { viewOnce } from "./engine/repository-view.ts";
import { breather, stopwatch, type Stopwatch } from "./engine/time.ts";
import type { Repository } from "./repository.ts";

import type { Result } from "./finding.ts";
import type { SourceFile } from "./language.ts";
import { globs, type PathMatcher } from "./globs.ts";
import type { Allowance, Policy } from "./policy.ts";
import { isBinary, isLfsPointer } from "./source-file.ts";
import { sourceFile } from "./source-file.ts";

/** What a caller may add to a run. */
export interface LintOptions {
  /** Opens the memory of facts, where a rule over the repository runs. */
  readonly openStore?: () => Promise<FactStore | undefined>;
  /** Remembers contents without findings, by their id, so that a long history is not read twice. */
  readonly clean?: { has(contentId: string): boolean; add(contentId: string): void };
  /** Filled with the paths that the totals were counted from, so that what several machines saw can be added up. */
  readonly seen?: SeenPaths;
  /** Called after each file, with the number of files looked at so far. */
  readonly onFile?: (files: number) => void;
  /** Measure what each rule and language costs. */
  readonly timing?: boolean;
  /** What other threads found in their parts of the change; asked for when this thread is done with its own. */
  readonly others?: () => Promise<readonly Part[]>;
}

/** The paths of one run. */
export interface SeenPaths {
  /** What differs in the end result, whether it could be looked at or not. */
  readonly changed: Set<string>;
  /** What of that was looked at. */
  readonly looked: Set<string>;
  /** What stood somewhere on the way to the end result. */
  readonly carried: Set<string>;
}

/** Everything that stays the same for all files of one run. */
interface Run {
  readonly rules: ReadyRules;
  readonly parsers: Parsers;
  readonly time: Stopwatch;
  /** Whether what the before side has already is old. */
  readonly onlyNew: boolean;
  /** The tree with the change and the tree without it, for a second look at what a rule over both sides said. */
  readonly repositories: { readonly after: () => Promise<Repository>; readonly before: () => Promise<Repository> };
}

/** What one file gave: its findings, and what the totals need. */
interface FileResult extends Outcome {
  readonly placed: readonly Placed[];
  readonly allowances: readonly InlineAllowance[];
  readonly bytes: number;
  /** Why it was read by rules over everything alone: for the others it is skipped, and said to be. */
  readonly skipped: string | undefined;
  /** Repository rules that this file gives something to look at. */
  readonly calls: readonly string[];
}

/**
 * Runs the rules over a change. Every file is read and parsed once a side; a file with findings is looked at on its before
 * side too, and what stood there already is old. A rule that throws is a failure of the run, never silence.
 */
export async function lint(change: Change, policy: Policy, options: LintOptions = {}): Promise<Result> {
  const timing: Record<string, number> = {};
  const run = runOf(change, policy, options, timing);
  const ignores = await globs(policy.ignore);
  const own = await checkPart(change, run, ignores, options);
  const { gathered, changed, called, timing: others } = joined([own, ...((await options.others?.()) ?? [])]);
  for (const [id, ms] of Object.entries(others)) timing[id] = (timing[id] ?? 0) + ms;
  const rules = run.rules.repository.filter(({ rule }) => called.has(rule.id));
  const overall = await checkRepository(change, { ...run, rules, changed, ignores, openStore: options.openStore });
  gathered.placed.push(...overall.placed);
  gathered.failures.push(...overall.failures);
  for (const [path, comments] of overall.allowances) gathered.allowances.set(path, comments);
  for (const { rule } of rules) gathered.rulesSeen[rule.id] = changed.size;
  const allowedPaths = await compiled(policy.allowances);
  return {
    ...judge(gathered, policy, { commits: change.commits, unread: overall.unread, whole: change.gates === "all", allowedPaths }),
    timing,
  };
}

/** Looks at the files of a change, or of a part of it, and leaves the judgement to whoever has all parts. */
export async function lintPart(change: Change, policy: Policy, options: LintOptions = {}): Promise<Part> {
  const timing: Record<string, number> = {};
  const part = await checkPart(change, runOf(change, policy, options, timing), await globs(policy.ignore), options);
  return { ...part, timing };
}

function runOf(change: Change, policy: Policy, options: LintOptions, timing: Record<string, number>): Run {
  const parsers = loadedOnce();
  const after = viewOnce(change.after, change.before, parsers);
  return {
    rules: readyRules(policy.rules),
    parsers,
    repositories: { after, before: change.before ? viewOnce(change.before, undefined, parsers) : after },
    time: options.timing ? stopwatch(timing) : (_id, work) => work(),
    onlyNew: change.gates === "new",
  };
}

async function checkPart(change: Change, run: Run, ignores: PathMatcher, options: LintOptions): Promise<Part> {
  const gathered: Gathered = { placed: [], allowances: new Map(), rulesSeen: {}, failures: [], files: 0, bytes: 0, skipped: [] };
  const seen = options.seen ?? { changed: new Set(), looked: new Set(), carried: new Set() };
  const progress = { breathe: breather(), onFile: options.onFile ?? (() => undefined), clean: options.clean, seen };
  const called = await checkFiles(change, run, ignores, gathered, progress);
  await checkOnTheWay(change, run, ignores, gathered, progress);
  gathered.skipped.push(...change.skipped);
  return { gathered, changed: seen.changed, called, timing: {} };
}

/** What a long run does between two files. */
interface Progress {
  readonly breathe: () => Promise<void> | undefined;
  readonly onFile: (files: number) => void;
  readonly clean: LintOptions["clean"];
  readonly seen: SeenPaths;
}

/** Checks the end result, file by file. */
async function checkFiles(change: Change, run: Run, ignores: PathMatcher, gathered: Gathered, progress: Progress) {
  const called = new Set<string>();
  for await (const file of change.files) {
    progress.seen.changed.add(file.path);
    if (ignores(file.path)) continue;
    if (file.elsewhere) {
      const { rules, comments } = await calledFromElsewhere(run.rules.repository, file);
      if (comments.length > 0) gathered.allowances.set(file.path, comments);
      for (const rule of rules) called.add(rule);
      continue;
    }
    const result = await checkChangedFile(file, run);
    if (typeof result === "string") gathered.skipped.push({ path: file.path, reason: result });
    else {
      gather(gathered, file.path, result);
      if (result.skipped === undefined) progress.seen.looked.add(file.path);
      for (const rule of result.calls) called.add(rule);
    }
    progress.onFile(gathered.files);
    const pause = progress.breathe();
    if (pause) await pause;
  }
  return called;
}

/** Checks what the change carries on the way to its end result. A path counts once, however many contents it had. */
async function checkOnTheWay(
  change: Change,
  run: Run,
  ignores: PathMatcher,
  gathered: Gathered,
  { breathe, onFile, clean, seen }: Progress,
): Promise<void> {
  for await (const file of change.carried) {
    if (ignores(file.path)) continue;
    if (!file.isMessage) {
      if (!seen.changed.has(file.path) && !seen.carried.has(file.path)) gathered.files += 1;
      seen.carried.add(file.path);
    }
    if (file.contentId !== undefined && clean?.has(file.contentId)) continue;
    const result = await checkCarried(file, run);
    if (typeof result === "string") gathered.skipped.push({ path: file.path, reason: result });
    else {
      if (result.skipped !== undefined) gathered.skipped.push({ path: file.path, reason: result.skipped });
      gathered.placed.push(...result.placed);
      gathered.failures.push(...result.failures);
      gathered.bytes += result.bytes;
      if (result.skipped === undefined && result.placed.length + result.failures.length === 0 && file.contentId !== undefined)
        clean?.add(file.contentId);
    }
    onFile(gathered.files);
    const pause = breathe();
    if (pause) await pause;
  }
}

async function compiled(allowances: readonly Allowance[]): Promise<ReadonlyMap<Allowance, PathMatcher>> {
  const matchers = new Map<Allowance, PathMatcher>();
  for (const allowance of allowances) {
    if (allowance.path !== undefined) matchers.set(allowance, await globs([allowance.path]));
  }
  return matchers;
}

function gather(gathered: Gathered, path: string, result: FileResult): void {
  if (result.skipped !== undefined) gathered.skipped.push({ path, reason: result.skipped });
  else gathered.files += 1;
  gathered.bytes += result.bytes;
  gathered.placed.push(...result.placed);
  gathered.failures.push(...result.failures);
  if (result.allowances.length > 0) gathered.allowances.set(path, result.allowances);
  for (const rule of result.ran) gathered.rulesSeen[rule] = (gathered.rulesSeen[rule] ?? 0) + 1;
}

const fileIn = (content: Content | undefined) => (content && "file" in content ? content.file : undefined);

/** Checks one file of the end result, file rules on its after side and change rules on both; a string says why it was skipped. */
async function checkChangedFile(file: ChangedFile, run: Run): Promise<FileResult | string> {
  const content = await file.after();
  if (content && "skipped" in content) return largeFile(file, content, run);
  const after = content && sideOf(content.file, run.parsers, run.time);
  const here = after ? await checkFile(after, run.rules.file, run.time) : nothingSaid;
  const compared = run.rules.change.filter(({ rule }) => languageFor(rule, file.path));
  const needsBefore = compared.length > 0 || (run.onlyNew && here.reports.length > 0) || !after;
  const beforeFile = needsBefore ? fileIn(await file.before()) : undefined;
  const before = beforeFile && sideOf(beforeFile, run.parsers, run.time);
  const across = compared.length > 0 ? await checkChange(before, after, compared, run.time, run.repositories.after) : nothingSaid;
  const shown = (after ?? before)?.file;
  const reports = [...here.reports, ...across.reports];
  const old = before && after && run.onlyNew && reports.length > 0 ? await identities(before, file.path, run) : noIdentities;
  const elsewhere = await linesElsewhere(run.repositories.after, across.reports);
  return {
    reports,
    placed: shown ? markOld(placed(shown, reports, file.commit, elsewhere), old) : [],
    allowances: after ? inlineAllowances(after.file) : [],
    ran: [...here.ran, ...across.ran],
    failures: [...here.failures, ...across.failures],
    bytes: after?.file.bytes.length ?? 0,
    skipped: after && unreadReason(after.file),
    calls: run.rules.repository.length > 0 ? await calledRules(run.rules.repository, file, after?.file) : [],
  };
}

/** Why a file says nothing to most rules, although it was read: its text is no text, or stands in another place. */
function unreadReason({ kind, bytes }: SourceFile): string | undefined {
  if (kind !== "file") return undefined;
  return isBinary(bytes) ? "binary" : isLfsPointer(bytes) ? "in Git LFS" : undefined;
}

const overEverything = (run: Run, path: string) => run.rules.file.filter(({ rule }) => languageFor(rule, path)?.everything);

/** A content too large for most rules; those over everything look at it in pieces. A string says why nobody looked. */
async function largeFile(
  file: ChangedFile,
  { skipped, pieces }: { readonly skipped: string; readonly pieces?: () => AsyncIterable<FilePiece> },
  run: Run,
): Promise<FileResult | string> {
  const isLarge = pieces !== undefined || skipped === "over 100 MiB";
  if (!isLarge) return skipped;
  const found = await checkLarge(file, pieces?.(), overEverything(run, file.path), run);
  const before = run.onlyNew && found.placed.length > 0 ? await file.before() : undefined;
  const old =
    before && "skipped" in before ? await checkLarge(file, before.pieces?.(), overEverything(run, file.path), run) : undefined;
  return {
    ...nothingSaid,
    ...found,
    placed: markOld(found.placed, new Set(old?.placed.map(({ identity }) => identity))),
    allowances: [],
    skipped,
    calls: [],
  };
}

type CarriedResult = Pick<FileResult, "placed" | "failures" | "bytes"> & { readonly skipped?: string | undefined };

/** A content on the way to the end result: only rules over everything look at it. */
async function checkCarried(file: ChangedFile, run: Run): Promise<CarriedResult | string> {
  const content = await file.after();
  if (!content) return { placed: [], failures: [], bytes: 0 };
  if ("skipped" in content) return largeFile(file, content, run);
  const rules = overEverything(run, file.path);
  const { reports, failures } = await checkFile(sideOf(content.file, run.parsers, run.time), rules, run.time);
  const bytes = content.file.bytes.length;
  const skipped = isLfsPointer(content.file.bytes) ? "in Git LFS" : undefined;
  if (reports.length === 0) return { placed: [], failures, bytes, skipped };
  const beforeFile = run.onlyNew ? fileIn(await file.before()) : undefined;
  const old = beforeFile ? await identities(sideOf(beforeFile, run.parsers, run.time), file.path, run) : noIdentities;
  return { placed: markOld(placed(content.file, reports, file.commit), old), failures, bytes, skipped };
}

const noIdentities: ReadonlySet<string> = new Set();

/**
 * What the rules say about a side by itself, as what tells old findings from new ones. A file that moved is judged where it
 * stood and compared under the path that it has now.
 */
async function identities(side: Side, path: string, run: Run): Promise<ReadonlySet<string>> {
  const here = await checkFile(side, run.rules.file, run.time);
  const across = await checkChange(undefined, side, run.rules.change, run.time, run.repositories.before);
  const file = side.file.path === path ? side.file : sourceFile(path, side.file.bytes, side.file.kind);
  return new Set(placed(file, [...here.reports, ...across.reports], null).map(({ identity }) => identity));
}

function markOld(found: readonly Placed[], old: ReadonlySet<string>): readonly Placed[] {
  if (old.size === 0) return found;
  return found.map((one) => (old.has(one.identity) ? { ...one, finding: { ...one.finding, new: false } } : one));
}
