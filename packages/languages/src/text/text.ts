import type { Language, Range } from "@failcheck/core";

/** One line without its ending. */
export interface TextLine {
  readonly at: Range;
  readonly text: string;
}

/** Any file, as lines. */
export interface TextTree {
  readonly text: string;
  /** Ends of line are `\n`, `\r\n` and `\r`; a last empty line is not one. */
  readonly lines: Iterable<TextLine>;
}

/** The front end for everything that is text. */
export const text: Language<TextTree> = {
  id: "text",
  matches: () => true,
  load: async () => (await import("./text-parser.ts")).parse,
};
