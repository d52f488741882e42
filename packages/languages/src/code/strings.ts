import type { Range } from "@failcheck/core";
import type { SyntaxNode } from "./node.ts";

/** Static text of a string literal, decoded, with the way back to the source. */
export interface StaticText {
  readonly kind: "text";
  /** What the program sees at run time: `\n` is a line feed, `{{` in an f-string one brace. */
  readonly text: string;
  readonly at: Range;
  /** The source offset of the decoded character at `index`; `text.length` gives the end. */
  source(index: number): number;
}

/** A place that is filled at run time: an interpolation, or an operand of `+` that is no string. */
export interface Hole {
  readonly kind: "hole";
  readonly at: Range;
  /** The expression; absent where the parser found none. */
  readonly node: SyntaxNode | undefined;
}

export type Piece = StaticText | Hole;

/** A string as the program sees it: implicit concatenation and `+` are one literal with several parts. */
export interface StringLiteral {
  /** The whole expression; its `parent` says where the string goes. */
  readonly node: SyntaxNode;
  readonly at: Range;
  readonly pieces: readonly Piece[];
  /** The literals it is made of: one, or the operands of a concatenation. */
  readonly parts: readonly SyntaxNode[];
  /** Prefix letters of all parts, lower case: `f`, `rb`; `` ` `` for a template literal. */
  readonly prefix: string;
  /** The tag of a tagged template: `sql`, `Prisma.sql`. */
  readonly tag: string | undefined;
}

/** A literal as one text, with the way back to the source. */
export interface FlatText {
  readonly text: string;
  /** The source offset of the character at `index`: inside a hole's stand-in it is the hole's start. */
  source(index: number): number;
  /** The source range of the characters from `start` to `end`, both inside the text. */
  range(start: number, end: number): Range;
}

/** Decoded text and, for each place where the distance to the source changes, the pair of offsets. */
interface Decoded {
  readonly text: string;
  readonly marks: readonly (readonly [decoded: number, source: number])[];
}

/** One token of a literal's body: how many source characters, and what they mean. */
export interface Escape {
  readonly length: number;
  readonly text: string;
}

function sourceOf(marks: Decoded["marks"], index: number): number {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle]?.[0] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const [decoded, source] = marks[low] ?? [0, 0];
  return source + index - decoded;
}

/** Longer than any escape: a named character in Python. */
const longestEscape = 110;

/**
 * Decodes the part of a literal at `at`. `escape` is asked at each character that `starts` names, is given the text from
 * there on, and may answer undefined: the character stands for itself.
 */
export function decode(literal: SyntaxNode, at: Range, starts: string, escape: (rest: string) => Escape | undefined): StaticText {
  const start = literal.at[0];
  const body = literal.text.slice(0, at[1] - start);
  let text = "";
  const marks: [number, number][] = [[0, at[0]]];
  let copied = at[0] - start;
  for (let offset = copied; offset < body.length;) {
    const asked = starts.includes(body.charAt(offset));
    const found = asked ? escape(body.slice(offset, offset + longestEscape)) : undefined;
    offset += found?.length ?? 1;
    if (!found) continue;
    text += body.slice(copied, offset - found.length) + found.text;
    copied = offset;
    marks.push([text.length, offset + start]);
  }
  text += body.slice(copied);
  return { kind: "text", text, at, source: (index) => Math.min(sourceOf(marks, index), at[1]) };
}

/** The literal as one text; `fill` says what stands for a hole. */
export function flatten(literal: StringLiteral, fill: (hole: Hole) => string): FlatText {
  let text = "";
  const starts: { readonly from: number; readonly piece: Piece }[] = [];
  for (const piece of literal.pieces) {
    starts.push({ from: text.length, piece });
    text += piece.kind === "text" ? piece.text : fill(piece);
  }
  const pieceAt = (index: number) => starts.findLast(({ from }) => from <= index) ?? starts[0];
  const source = (index: number): number => {
    const found = pieceAt(index);
    if (!found) return literal.at[0];
    const { piece, from } = found;
    if (piece.kind === "text") return piece.source(index - from);
    return index >= text.length ? piece.at[1] : piece.at[0];
  };
  const range = (start: number, end: number): Range => {
    const last = end > start ? pieceAt(end - 1) : undefined;
    if (!last) return [source(start), source(start)];
    return [source(start), last.piece.kind === "hole" ? last.piece.at[1] : last.piece.source(end - last.from)];
  };
  return { text, source, range };
}

/** The text of a literal without holes; undefined where something is filled in at run time. */
export function plainText(literal: StringLiteral): string | undefined {
  let text = "";
  for (const piece of literal.pieces) {
    if (piece.kind === "hole") return undefined;
    text += piece.text;
  }
  return text;
}
