import type { Language, SourceFile } from "./language.ts";

/** The whole tree at one revision: the index in `staged`, the tip in `commits`, the working tree otherwise. */
export interface Repository {
  /** Every path that is a file or symlink at this revision, sorted. Submodules are not listed. */
  readonly paths: readonly string[];
  /** The paths that the change touches, deleted ones included; every path where all is looked at. */
  readonly changed: ReadonlySet<string>;
  /** Paths of `paths` that the configuration leaves out; they exist, but no finding is about them. */
  ignores(path: string): boolean;
  has(path: string): boolean;
  /** The file at this revision; undefined where there is none, or where it is binary or too large to be read as text. */
  read(path: string): Promise<SourceFile | undefined>;
  /** The file as it was before the change. Absent where there is no before: all is looked at, or this is the tree before the change. */
  previous?(path: string): Promise<SourceFile | undefined>;
  /** The file's tree, parsed once however many rules ask; undefined where `read` is. */
  tree<Tree>(language: Language<Tree>, path: string): Promise<Tree | undefined>;
  /**
   * Facts drawn from one file, remembered by the file's content: `extract` must depend on nothing but the file.
   * `key` names the facts and their version; the value must survive JSON. A tree that `extract` asks for is not kept.
   */
  facts<Facts>(key: string, path: string, extract: Extract<Facts>): Promise<Facts | undefined>;
}

/** Draws facts from a file, or from its tree. */
export type Extract<Facts> = (file: SourceFile, parse: Parse) => Facts | Promise<Facts>;

/** Parses the file at hand. */
export type Parse = <Tree>(language: Language<Tree>) => Promise<Tree>;
