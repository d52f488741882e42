import { inlineAllowances, type InlineAllowance } from "../allowances.ts";
import type { Change, Snapshot } from "../change.ts";
import type { SourceFile } from "../language.ts";
import { linesOf, type Lines } from "../lines.ts";
import type { PathMatcher } from "../globs.ts";
import type { Unread } from "../finding.ts";
import type { Edit, Report, RepositoryRule, UnreadPiece } from "../rule.ts";
import { sourceFile } from "../source-file.ts";
import type { Ready } from "./applicable.ts";
import { failureOf } from "./failure.ts";
import type { Parsers } from "./parsers.ts";
import { placed, type Placed, type RuleReport } from "./placing.ts";
import { repositoryView } from "./repository-view.ts";
import type { FactStore } from "./fact-store.ts";
import type { Repository } from "../repository.ts";

/** What the repository rules of one run share. */
interface Context {
  /** The tree before the change, while the tree with it is looked at. */
  readonly before?: Snapshot | undefined;
  readonly rules: readonly Ready<RepositoryRule>[];
  readonly parsers: Parsers;
  readonly changed: ReadonlySet<string>;
  readonly ignores: PathMatcher;
  /** Opened only where a rule asks for facts. */
  readonly openStore: (() => Promise<FactStore | undefined>) | undefined;
  readonly onlyNew: boolean;
}

interface Overall {
  readonly placed: readonly Placed[];
  readonly failures: readonly string[];
  /** What rules could not read in the tree with the change. */
  readonly unread: readonly Unread[];
  /** Comments that allow what was found in files outside the change; the others' are known already. */
  readonly allowances: ReadonlyMap<string, readonly InlineAllowance[]>;
}

/** Runs the rules that see the whole tree; what they say of the tree before the change is old. */
export async function checkRepository(change: Change, context: Context): Promise<Overall> {
  if (context.rules.length === 0) return { placed: [], failures: [], unread: [], allowances: new Map() };
  let opened: Promise<FactStore | undefined> | undefined;
  const store = () => (opened ??= context.openStore?.() ?? Promise.resolve(undefined));
  const now = await checkSnapshot(change.after, { ...context, before: change.before }, context.rules, store);
  const told = new Set(now.placed.map(({ finding }) => finding.rule));
  const telling = context.rules.filter(({ rule }) => told.has(rule.id));
  const compares = change.before && context.onlyNew && telling.length > 0;
  const before = compares ? await checkSnapshot(change.before, context, telling, store) : { placed: [] };
  (await opened)?.save();
  return { ...now, placed: markOld(now.placed, before.placed) };
}

/**
 * A finding about the whole tree is old where the tree before had it: the same words about the same file, as often as they
 * were said then. Where some of several equal ones are old, those whose line stood there already are.
 */
function markOld(now: readonly Placed[], before: readonly Placed[]): readonly Placed[] {
  const left = new Map<string, number>();
  for (const one of before) left.set(wordsOf(one), (left.get(wordsOf(one)) ?? 0) + 1);
  const prints = new Set(before.map(({ finding }) => finding.fingerprint));
  const old = new Set<Placed>();
  const take = (one: Placed) => {
    const count = left.get(wordsOf(one)) ?? 0;
    if (count === 0) return;
    left.set(wordsOf(one), count - 1);
    old.add(one);
  };
  for (const one of now) if (prints.has(one.finding.fingerprint)) take(one);
  for (const one of now) if (!old.has(one)) take(one);
  return now.map((one) => (old.has(one) ? { ...one, finding: { ...one.finding, new: false } } : one));
}

const wordsOf = ({ finding }: Placed) => `${finding.rule}\0${finding.path}\0${finding.message}`;

async function checkSnapshot(
  snapshot: Snapshot,
  context: Context,
  rules: Context["rules"],
  store: () => Promise<FactStore | undefined>,
): Promise<Overall> {
  const failures: string[] = [];
  const repository = await repositoryView(snapshot, { ...context, store });
  const byPath = new Map<string, RuleReport[]>();
  const pieces: UnreadPiece[] = [];
  for (const { rule, options } of rules) {
    try {
      for await (const report of rule.check(repository, options)) {
        if (context.ignores(report.path)) continue;
        if ("unread" in report) {
          pieces.push(report);
          continue;
        }
        const reports = byPath.get(report.path) ?? [];
        reports.push({ rule, report });
        byPath.set(report.path, reports);
      }
    } catch (error) {
      failures.push(failureOf(rule.id, "the repository", error));
    }
  }
  const found: Placed[] = [];
  const allowances = new Map<string, readonly InlineAllowance[]>();
  for (const [path, reports] of byPath) {
    const file = (await repository.read(path)) ?? empty(path);
    const here = placed(file, reports, null, await linesElsewhere(() => Promise.resolve(repository), reports));
    found.push(...here);
    if (!context.changed.has(path)) allowances.set(path, allowancesOf(file, here));
  }
  return { placed: found, failures, unread: await unreadPlaces(repository, pieces), allowances };
}

/** Where the unread pieces stand; several rules that stumble over the same piece count as one. */
async function unreadPlaces(repository: Repository, pieces: readonly UnreadPiece[]): Promise<readonly Unread[]> {
  const found = new Map<string, Unread>();
  const lines = new Map<string, Lines>();
  for (const { path, at, unread, reason } of pieces) {
    const here = lines.get(path) ?? linesOf(((await repository.read(path)) ?? empty(path)).text);
    lines.set(path, here);
    const { line, column } = here.place(at);
    found.set(`${path}:${line}:${column} ${unread}`, { path, line, column, what: unread, reason });
  }
  return [...found.values()].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** The comments of a file that allow one of these findings: of the others nobody here knows whether they are of use. */
function allowancesOf(file: SourceFile, found: readonly Placed[]): readonly InlineAllowance[] {
  return inlineAllowances(file).filter(({ rule, lines }) =>
    found.some(({ finding }) => finding.rule === rule && lines.includes(finding.line)),
  );
}

/** A finding may be about a file that is absent or no text: its place is then the file's beginning. */
const empty = (path: string): SourceFile => sourceFile(path, new Uint8Array());

function editsOf({ fix, unsafeFix, choices }: Report): readonly Edit[] {
  return [...(fix ?? []), ...(unsafeFix ?? []), ...(choices ?? []).flatMap(({ edits }) => edits)];
}

/** The lines of the other files that reports speak of; where there are none, the repository is not asked for. */
export async function linesElsewhere(
  repository: (() => Promise<Repository>) | undefined,
  reports: readonly RuleReport[],
): Promise<(path: string) => Lines | undefined> {
  const lines = new Map<string, Lines>();
  for (const { report } of reports) {
    for (const { path } of [...(report.related ?? []), ...editsOf(report)]) {
      if (path === undefined || lines.has(path)) continue;
      const file = await (await repository?.())?.read(path);
      if (file) lines.set(path, linesOf(file.text));
    }
  }
  return (path) => lines.get(path);
}
