import type { SourceFile } from "@failcheck/core";

/** A way in which the tip lets more through than the base. */
export interface Loosening {
  readonly path: string;
  readonly line: number;
  /** What the change does, as the rest of a sentence. */
  readonly message: string;
}

/** One file on both sides of the range. */
export interface Sides {
  readonly path: string;
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}
