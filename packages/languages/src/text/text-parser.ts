import type { SourceFile } from "@failcheck/core";
import type { TextLine, TextTree } from "./text.ts";

/** An end of line: matches `\r\n`, `\n` and a lone `\r`; matches nothing in `a b`. */
const lineEnding = /\r\n|\n|\r/g;

/** Reads a file as lines, which are made as they are asked for. */
export function parse(file: SourceFile): TextTree {
  return { text: file.text, lines: { [Symbol.iterator]: () => linesOf(file.text) } };
}

function* linesOf(text: string): Generator<TextLine> {
  let start = 0;
  for (const ending of text.matchAll(lineEnding)) {
    yield { at: [start, ending.index], text: text.slice(start, ending.index) };
    start = ending.index + ending[0].length;
  }
  if (start < text.length) yield { at: [start, text.length], text: text.slice(start) };
}
