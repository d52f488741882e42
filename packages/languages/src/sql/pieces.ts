import type { Range } from "@failcheck/core";
import type { Placeholder } from "./postgres-reader.ts";

/** A run of SQL text and the place it comes from. */
export interface Piece {
  readonly text: string;
  readonly at: Range;
  /** The holding file's offset of a character of `text`; absent where characters correspond one to one. */
  readonly source?: (index: number) => number;
  /** The holding file's offset of the end of the character before `index`, where that is not the beginning of the next. */
  readonly sourceEnd?: (index: number) => number;
  /** It comes from a tagged template, so that put into another one it is SQL, not a value. */
  readonly tagged?: boolean;
  /** What the program puts in here. */
  readonly placeholder?: Placeholder;
  /** How the placeholder is written in the text for the parser, by its number. */
  readonly write?: (number: number) => string;
}

/** SQL text as the parser gets it, with the way back to the holding file. */
export interface Prepared {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  /** The holding file's range of a range of `text`. */
  place(start: number, end: number): Range;
}

/** A part of a piece, with the way back to the file. */
export function cut(piece: Piece, start: number, end: number): Piece {
  const source = (index: number): number => piece.source?.(start + index) ?? piece.at[0] + start + index;
  return {
    text: piece.text.slice(start, end),
    at: [source(0), end >= piece.text.length ? piece.at[1] : source(end - start)],
    source,
  };
}

/** Joins pieces into a text for the parser; the k-th placeholder is written `$k` unless it says otherwise. */
export function join(pieces: readonly Piece[]): Prepared {
  const placeholders: Placeholder[] = [];
  const starts: number[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push(text.length);
    if (piece.placeholder === undefined) text += piece.text;
    else {
      const number = placeholders.push(piece.placeholder);
      text += piece.write?.(number) ?? `$${number}`;
    }
  }
  return { text, placeholders, place: (start, end) => place(pieces, starts, start, end) };
}

function place(pieces: readonly Piece[], starts: readonly number[], start: number, end: number): Range {
  const first = indexAt(starts, start);
  const last = Math.max(first, indexAt(starts, Math.max(start, end - 1)));
  const from = offsetIn(pieces[first], start - (starts[first] ?? 0));
  const to = end > start ? endIn(pieces[last], end - (starts[last] ?? 0)) : from;
  return [from, Math.max(from, to)];
}

function offsetIn(piece: Piece | undefined, offset: number): number {
  if (piece === undefined) return 0;
  if (piece.placeholder !== undefined) return piece.at[0];
  return piece.source?.(offset) ?? Math.min(piece.at[0] + offset, piece.at[1]);
}

function endIn(piece: Piece | undefined, offset: number): number {
  if (piece === undefined) return 0;
  if (piece.placeholder !== undefined || offset >= piece.text.length) return piece.at[1];
  return piece.sourceEnd?.(offset) ?? offsetIn(piece, offset);
}

/** The last index whose start is at or before `offset`. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
