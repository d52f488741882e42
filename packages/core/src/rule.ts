import type { GenericSchema } from "valibot";
import type { Language, SourceFile } from "./language.ts";
import type { Repository } from "./repository.ts";

/** Offsets into a file's text in UTF-16 code units; `end` is exclusive. The engine turns them into lines and columns. */
export type Range = readonly [start: number, end: number];

/** A second place that belongs to a report: the line that should have closed it, the column's declaration. */
export interface Related {
  /** Another file of the same revision; absent means the file of the report. */
  readonly path?: string;
  readonly at: Range;
  readonly message: string;
}

/** One replacement of the text at `at`; an empty range inserts. */
export interface Edit {
  /** Another file of the same revision; absent means the file of the report. */
  readonly path?: string;
  readonly at: Range;
  readonly text: string;
}

/** A file that gets another name; edits of the same report apply to it first, under its old name. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** One of several ways to repair a report, in words for whoever chooses. */
export interface Choice {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What a rule yields: the smallest wrong range, and what is wrong with it in the words of the file. */
export interface Report {
  readonly at: Range;
  readonly message: string;
  /** What to do instead. */
  readonly help?: string;
  /** Texts that no output may show, besides the secret at `at`: one in the file's own name. */
  readonly hides?: readonly string[];
  /** Ranges near a secret that may be secrets as well: no excerpt of the file shows them. */
  readonly veils?: readonly Range[];
  readonly related?: readonly Related[];
  /** Edits that repair it without changing anything else; `--fix` applies them. */
  readonly fix?: readonly Edit[];
  /** Edits that repair it but may change meaning; only `--fix --unsafe` applies them. */
  readonly unsafeFix?: readonly Edit[];
  /** A move that goes with `unsafeFix`: both are done, or neither. */
  readonly move?: Move;
  /** Repairs that exclude each other, where only the author knows which is meant: `--fix` makes none, `--fix --unsafe` the first. */
  readonly choices?: readonly Choice[];
}

/** A repository rule looks at many files, so each report names its own. */
export interface RepositoryReport extends Report {
  readonly path: string;
}

/** A piece of a file that a rule should have judged and could not read: no finding, and said in the last line of the run. */
export interface UnreadPiece {
  readonly path: string;
  readonly at: Range;
  /** What it is, in words that can be counted: `SQL statement`. */
  readonly unread: string;
  /** Why it could not be read. */
  readonly reason: string;
}

interface RuleMeta<Options> {
  /** `area/defect`: the name is the defect. */
  readonly id: string;
  /** The promise, one full sentence. */
  readonly title: string;
  /** The ids of the incidents that this rule would have stopped. */
  readonly incidents: readonly string[];
  /** A young rule: off unless the configuration turns it on. */
  readonly preview?: true;
  /** The shape of the rule's options, every one with a default. */
  readonly options?: GenericSchema<unknown, Options>;
  /** Another rule whose options are meant for this one too, unless the configuration gives it its own. */
  readonly optionsFrom?: string;
  /**
   * Texts of which at least one stands in every file the rule could report on, compared without regard to ASCII case.
   * The engine skips other files before any parser loads. An empty list means that nothing is configured, so nothing is checked.
   */
  mentions?(options: Options): readonly string[];
}

/** A rule that sees the tree of one file. */
export interface FileRule<Tree = unknown, Options = unknown> extends RuleMeta<Options> {
  readonly kind: "file";
  /** The front ends whose trees the rule walks; the first that matches a path reads it. */
  readonly reads: Language<Tree> | readonly Language<Tree>[];
  /** Findings are secrets: they gate wherever they appear, are masked in every output, and no comment allows them. */
  readonly secret?: true;
  check(tree: Tree, file: SourceFile, options: Options): Iterable<Report>;
}

/** A rule that sees one file before and after the change; an absent side is undefined. */
export interface ChangeRule<Tree = unknown, Options = unknown> extends RuleMeta<Options> {
  readonly kind: "change";
  readonly compares: Language<Tree> | readonly Language<Tree>[];
  /** `file` is the side that exists, the after side where both do; ranges point into it. */
  check(before: Tree | undefined, after: Tree | undefined, file: SourceFile, options: Options): Iterable<Report>;
  /**
   * A second look at what `check` said of a file that mentions something, with the other files of the same revision at hand:
   * what looks wrong in one file may be made whole by another. Answers with the reports that remain.
   */
  review?(
    reports: readonly Report[],
    file: SourceFile,
    repository: Repository,
    options: Options,
  ): Promise<readonly Report[]> | readonly Report[];
}

/** A rule that sees the whole tree at one revision. */
export interface RepositoryRule<Options = unknown> extends RuleMeta<Options> {
  readonly kind: "repository";
  /**
   * Whether a change to this path can alter what the rule says; the rule runs only when one changed, and `mentions`
   * narrows that further for files that still exist. `exists` is false where the change takes the file away.
   */
  concerns(path: string, options: Options, exists: boolean): boolean;
  /** What a file loses matters as well: `mentions` narrows new files alone, a changed one may have lost what others refer to. */
  readonly losses?: true;
  check(
    repository: Repository,
    options: Options,
  ): Iterable<RepositoryReport | UnreadPiece> | AsyncIterable<RepositoryReport | UnreadPiece>;
}

export type Rule = FileRule | ChangeRule | RepositoryRule;

/** A rule over one file's tree. */
export function fileRule<Tree, Options = Record<string, never>>(
  rule: Omit<FileRule<Tree, Options>, "kind">,
): FileRule<Tree, Options> {
  return { kind: "file", ...rule };
}

/** A rule over both sides of one file. */
export function changeRule<Tree, Options = Record<string, never>>(
  rule: Omit<ChangeRule<Tree, Options>, "kind">,
): ChangeRule<Tree, Options> {
  return { kind: "change", ...rule };
}

/** A rule over the whole tree at one revision. */
export function repositoryRule<Options = Record<string, never>>(
  rule: Omit<RepositoryRule<Options>, "kind">,
): RepositoryRule<Options> {
  return { kind: "repository", ...rule };
}
