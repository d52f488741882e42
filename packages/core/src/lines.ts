import type { Place } from "./finding.ts";
import type { Range } from "./rule.ts";

/** A text cut into lines once, so that many offsets can be placed. A line ends at `\n`, `\r\n` or a lone `\r`. */
export interface Lines {
  readonly count: number;
  /** The line's text without its end; `line` starts at 1. */
  text(line: number): string;
  place(at: Range): Place;
  /** The line of an offset, from 1. */
  lineOf(offset: number): number;
}

/** Indexes the line starts of a text. */
export function linesOf(text: string): Lines {
  const starts = [0];
  const end = /\r\n?|\n/g;
  for (let found = end.exec(text); found; found = end.exec(text)) starts.push(end.lastIndex);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const columnOf = (offset: number, line: number) => offset - (starts[line - 1] ?? 0) + 1;
  let last = { line: 0, text: "" };
  const textOf = (line: number): string => {
    // The many findings of one long line cut it out once.
    if (last.line !== line) {
      const whole = text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length);
      last = { line, text: whole.replace(/[\r\n]+$/, "") };
    }
    return last.text;
  };
  const inside = (offset: number) => Math.max(0, Math.min(offset, text.length));
  return {
    count: starts.length,
    text: textOf,
    lineOf,
    place([start, stop]) {
      const from = inside(start);
      const to = Math.max(from, inside(stop));
      const line = lineOf(from);
      const endLine = lineOf(to);
      return { line, column: columnOf(from, line), endLine, endColumn: columnOf(to, endLine) };
    },
  };
}
