/** One side of one file. */
export interface SourceFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** What the file is; a symlink's bytes are its target, a message is that of a commit or tag. */
  readonly kind: "file" | "symlink" | "message";
  readonly bytes: Uint8Array;
  /** Decoded when first asked for: UTF-8, or UTF-16 where a byte order mark or the NULs say so; the mark itself is dropped. */
  readonly text: string;
}

/** Makes trees of files. It never throws on bad input: a tree has `problems`, and whoever needs a sound tree asks. */
export type Parse<Tree> = (file: SourceFile) => Tree;

/** A language front end. Importing it is cheap; `load` brings in the parser, once. */
export interface Language<out Tree> {
  readonly id: string;
  matches(path: string): boolean;
  load(): Promise<Parse<Tree>>;
  /** Also reads what is not text: binary files, symlink targets, commit and tag messages. Its `matches` is then asked for those too. */
  readonly everything?: true;
}

/** Something the parser could not make sense of. */
export interface Problem {
  readonly at: readonly [start: number, end: number];
  readonly message: string;
}
