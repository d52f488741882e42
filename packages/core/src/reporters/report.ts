import { printable } from "./printable.ts";
import { exitCode, type Finding, type Result } from "../finding.ts";

/** Everything a reporter needs beside the result; reporters are pure functions of both. */
export interface ReportContext {
  /** `failcheck 0.1.0` */
  readonly tool: string;
  /** Milliseconds from the start of the process to the report. */
  readonly ms: number;
  readonly color: boolean;
  /** Whether places may be links that a terminal opens. */
  readonly hyperlinks: boolean;
  /** The directory that paths are relative to, for links. */
  readonly root: string;
  /** What each incident was, by id. */
  readonly incidents: ReadonlyMap<string, string>;
  readonly verbose: boolean;
  /** What the rules that ran promise, by id. */
  readonly rules?: ReadonlyMap<string, RuleInfo>;
}

/** What a report says about a rule. */
export interface RuleInfo {
  readonly title: string;
  /** Whether its findings are secrets. */
  readonly secret: boolean;
}

/** A result in, a text out. */
export type Reporter = (result: Result, context: ReportContext) => string;

/** The findings that gate: those the change brought, or all where everything is looked at. */
export function gating(result: Result): readonly Finding[] {
  return result.findings.filter((finding) => finding.new);
}

/** Secrets first, because they are to be rotated at once; then what decides about everything else. Keeps the order of the rest. */
export function byUrgency(a: Finding, b: Finding): number {
  return urgency(a) - urgency(b);
}

function urgency({ rule }: Finding): number {
  return rule.startsWith("secrets/") ? 0 : rule.startsWith("failcheck/") ? 1 : 2;
}

/** `1 file`, `2 files`. */
export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** The line that every run ends with: what was looked at, and what came of it. */
export function summary(result: Result, { tool, ms }: Pick<ReportContext, "tool" | "ms">): string {
  const { checked } = result;
  const found = gating(result).length;
  const older = result.findings.length - found;
  const parts = [
    `${plural(checked.files, "file")}${skippedWords(result)}`,
    plural(checked.rules, "rule"),
    ...(checked.commits > 0 ? [plural(checked.commits, "commit")] : []),
  ];
  const outcome = [
    plural(found, "finding"),
    ...(older > 0 ? [`${older} older`] : []),
    ...(result.allowed.length > 0 ? [`${result.allowed.length} allowed`] : []),
    ...(result.failures.length > 0 ? [`could not look everywhere`] : []),
  ];
  return `${tool}: ${parts.join(", ")}: ${outcome.join(", ")}, in ${(ms / 1000).toFixed(2)} s`;
}

/** What a format without a place for it says about a run that could not look everywhere. */
export function failureSentences(result: Result): readonly string[] {
  return result.failures.map((failure) => `could not look everywhere: ${printable(failure)}`);
}

/** What else is to be known, a harmless line each. */
export function notesOf({ notes = [] }: Result): readonly string[] {
  return notes.map((note) => `note: ${printable(note)}`);
}

function skippedWords({ checked }: Result): string {
  const { skipped, unread } = checked;
  const words = [
    ...(skipped.length > 0 ? [`${skipped.length} skipped: ${countedWords(skipped.map(({ reason }) => reason)).join(", ")}`] : []),
    ...[...counted(unread.map(({ what }) => what))].map(([what, count]) => `${plural(count, what)} could not be read`),
  ];
  return words.length === 0 ? "" : ` (${words.join("; ")})`;
}

const countedWords = (words: readonly string[]) => [...counted(words)].map(([word, count]) => `${count} ${word}`);

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The JSON report: the one shape that every other machine format is made from. */
export function jsonReport(result: Result, { tool, ms }: Pick<ReportContext, "tool" | "ms">) {
  return {
    version: 1,
    tool,
    findings: result.findings.map(jsonFinding),
    allowed: result.allowed,
    checked: result.checked,
    ...(result.notes && result.notes.length > 0 ? { notes: result.notes } : {}),
    rulesSeen: result.rulesSeen,
    ms: Math.round(ms),
    exitCode: exitCode(result),
  };
}

/** A finding without what only the terminal shows; its repairs where there are any. */
export function jsonFinding(finding: Finding) {
  const { rule, path, line, column, endLine, endColumn, message, help, related, incidents, fingerprint, commit, repairs } =
    finding;
  return {
    rule,
    path,
    line,
    column,
    endLine,
    endColumn,
    message,
    help,
    related,
    incidents,
    fingerprint,
    new: finding.new,
    commit,
    ...(repairs.length > 0 && { repairs }),
  };
}
