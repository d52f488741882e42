import type { SourceFile } from "./language.ts";

/** Content above this size is not read as text; rules over everything say how far they look themselves. */
export const maxTextBytes = 5 * 1024 * 1024;

/** Larger content is not looked at at all; hosts of repositories take no larger file either. */
export const maxBytes = 100 * 1024 * 1024;

/** Why something that belongs to the change was not looked at. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

/** A piece of a content that is too large to be looked at as a whole. */
export interface FilePiece {
  readonly file: SourceFile;
  /** How many lines stand before the piece, and how many UTF-16 code units before it in its first line. */
  readonly line: number;
  readonly column: number;
}

/** What a side of a file holds: its content, or the reason why it was not read; rules over everything may read it in pieces. */
export type Content =
  { readonly file: SourceFile } | { readonly skipped: string; readonly pieces?: () => AsyncIterable<FilePiece> };

/** One file of the change, with both of its sides. A side that does not exist is undefined. */
export interface ChangedFile {
  readonly path: string;
  /** The commit that brought it, where a range is read commit by commit; null otherwise. */
  readonly commit: string | null;
  /** The message of a commit or tag: no file, and not counted as one. */
  readonly isMessage?: true;
  /** Another machine looks at it; here it only tells which rules over the repository are concerned. */
  readonly elsewhere?: true;
  /** The id of the after side's content, where it is at hand without reading. */
  readonly contentId?: string;
  before(): Promise<Content | undefined>;
  after(): Promise<Content | undefined>;
}

/** A share of a long list: the `index`-th of `of` parts, counted from 1. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** The whole tree at one revision, as a list of paths and a way to read them. */
export interface Snapshot {
  /** Files and symlinks, sorted by path. */
  paths(): Promise<readonly string[]>;
  read(path: string): Promise<Content | undefined>;
  /** The id of the content (a blob's object id), for remembering what was drawn from it; undefined where there is none at hand. */
  contentId(path: string): Promise<string | undefined>;
}

/** Files of the working tree, for threads to share. */
export interface Listed {
  readonly root: string;
  readonly inGit: boolean;
  readonly paths: readonly string[];
}

/**
 * What is to be checked. Made by a source (worktree, staged, commits, stdin); nothing after it knows where the text came from.
 */
export interface Change {
  /** The end result: each file that differs (or each file there is), deletions included with no after side. */
  readonly files: AsyncIterable<ChangedFile>;
  /**
   * Each distinct content that the change carries on the way to its end result: the blobs of every commit of the range and
   * the messages. Read only by rules over everything. Empty where the end result is all there is.
   */
  readonly carried: AsyncIterable<ChangedFile>;
  /** The tree with the change, and the tree without it (undefined where there is no before). */
  readonly after: Snapshot;
  readonly before: Snapshot | undefined;
  /** `new`: only findings that the before side lacks gate. `all`: every finding does. */
  readonly gates: "new" | "all";
  /** The paths of `files`, where they are known beforehand and several threads may share them. */
  readonly listed?: Listed;
  /** How many commits the range holds; 0 outside ranges. */
  readonly commits: number;
  /** What the source left out by itself (submodules, unreadable special files), known once `files` has been read. */
  readonly skipped: readonly Skipped[];
  /** Ends child processes and closes files. */
  close(): Promise<void>;
}
