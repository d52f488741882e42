import type { Range } from "@failcheck/core";
import type { Placeholder } from "./postgres-reader.ts";

/** A run of SQL text and the place it comes from. Where both are as long as each other, characters correspond one to one. */
export interface Piece {
  readonly text: string;
  readonly at: Range;
  /** What the program puts in here; `text` is then empty until the text is prepared. */
  readonly placeholder?: Placeholder;
}

/** SQL text as the parser gets it, with the way back to the holding file. */
export interface Prepared {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  /** The holding file's range of a range of `text`. */
  place(start: number, end: number): Range;
}

/** Joins pieces; the k-th placeholder is written by `write`, `$k` unless told otherwise. */
export function join(pieces: readonly Piece[], write = (number: number): string => `$${number}`): Prepared {
  const placeholders: Placeholder[] = [];
  const starts: number[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push(text.length);
    if (piece.placeholder === undefined) text += piece.text;
    else text += write(placeholders.push(piece.placeholder));
  }
  return { text, placeholders, place: (start, end) => place(pieces, starts, start, end) };
}

function place(pieces: readonly Piece[], starts: readonly number[], start: number, end: number): Range {
  const first = indexAt(starts, start);
  const last = Math.max(first, indexAt(starts, Math.max(start, end - 1)));
  const from = offsetIn(pieces[first], start - (starts[first] ?? 0));
  const to = offsetIn(pieces[last], end - (starts[last] ?? 0), true);
  return [from, Math.max(from, to)];
}

function offsetIn(piece: Piece | undefined, offset: number, isEnd = false): number {
  if (piece === undefined) return 0;
  const [start, end] = piece.at;
  if (piece.placeholder === undefined && piece.text.length === end - start) return Math.min(start + offset, end);
  return isEnd ? end : start;
}

/** The last index whose start is at or before `offset`. */
function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
