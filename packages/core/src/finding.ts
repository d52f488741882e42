import type { Edit, Move, Rule } from "./rule.ts";
import type { Skipped } from "./change.ts";

/** Lines and columns start at 1; columns count UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A second place of a finding. */
export interface RelatedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A line as it may be shown, with the part to underline as offsets into `text`. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** One replacement as machines read it. */
export interface PlacedEdit extends Place {
  readonly path: string;
  readonly text: string;
}

/** One way to repair a finding. Where a finding has several, they exclude each other. */
export interface PlacedRepair {
  readonly title: string;
  /** Whether `--fix` makes it without `--unsafe`. */
  readonly safe: boolean;
  readonly edits: readonly PlacedEdit[];
  readonly move?: Move;
}

/** One thing that is wrong, with all that a reader or a machine needs to act on it. */
export interface Finding extends Place {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly help: string | null;
  readonly related: readonly RelatedPlace[];
  readonly incidents: readonly string[];
  /** Stays the same while the line's text does, wherever the line moves to. */
  readonly fingerprint: string;
  /** False where the before side of the change had it already. */
  readonly new: boolean;
  /** The commit that brought it, where a range or the history was read. */
  readonly commit: string | null;
  /** The lines of the finding as they may be shown: secrets are masked. */
  readonly excerpt: readonly Excerpt[];
  readonly fix: readonly Edit[];
  readonly unsafeFix: readonly Edit[];
  /** Done together with `unsafeFix`. */
  readonly move?: Move;
  readonly repairs: readonly PlacedRepair[];
  /** The same for the same secret wherever it stands, within this process only: hashed with a salt that is never written. */
  readonly secretMark?: string;
}

/** What a finding has that is about a line, and that no rule made. */
export const plainFinding = {
  column: 1,
  endColumn: 1,
  related: [],
  incidents: [],
  new: true,
  commit: null,
  excerpt: [],
  fix: [],
  unsafeFix: [],
  repairs: [],
} as const;

/** A finding that somebody allowed, with the reason given. */
export interface Allowed {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}

/** A piece of a file that a rule should have judged and could not read. */
export interface Unread {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** What it is, in words that can be counted: `SQL statement`. */
  readonly what: string;
  readonly reason: string;
}

/** What was looked at; the last line of every run is made of it. */
export interface Checked {
  readonly files: number;
  readonly rules: number;
  readonly commits: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  readonly unread: readonly Unread[];
}

/** What one run of the engine found out. */
export interface Result {
  readonly findings: readonly Finding[];
  readonly allowed: readonly Allowed[];
  readonly checked: Checked;
  /** How many files each active rule looked at. */
  readonly rulesSeen: Readonly<Record<string, number>>;
  /** Why the run could not look everywhere: a sentence each. Not empty means exit code 2. */
  readonly failures: readonly string[];
  /** What else is to be known about what was looked at, a sentence each; none of it decides anything. */
  readonly notes?: readonly string[];
  /** Milliseconds a rule or language took, by its id; empty unless asked for. */
  readonly timing: Readonly<Record<string, number>>;
}

/** A rule that is on, with its options read and checked. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly options: unknown;
}

/** 2 where something could not be looked at, 1 where a new finding gates, 0 otherwise. */
export function exitCode(result: Pick<Result, "findings" | "failures">): 0 | 1 | 2 {
  if (result.failures.length > 0) return 2;
  return result.findings.some((finding) => finding.new) ? 1 : 0;
}
