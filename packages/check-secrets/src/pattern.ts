/** A piece of a pattern: characters to choose from, or alternatives of sequences, repeated. */
type Piece =
  | { readonly characters: string; readonly least: number; readonly most: number }
  | { readonly alternatives: readonly (readonly Piece[])[]; readonly least: number; readonly most: number };

/** Draws a whole number from 0 up to, but not including, `below`. */
export type Draw = (below: number) => number;

const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyz";
const wordCharacters = `${letters.toUpperCase()}${letters}${digits}_`;

/** Reads the pattern subset of token kinds; throws on anything else, so that a kind outside the subset cannot be built. */
export function parsePattern(pattern: string): readonly Piece[] {
  const [pieces, end] = parseSequence(pattern, 0);
  if (end !== pattern.length) throw new Error(`unexpected "${pattern.slice(end)}" in pattern ${pattern}`);
  return pieces;
}

/** The characters, and how many of them, that the pattern wants at an offset into it; undefined for a group and at the end. */
export function pieceAt(pattern: string, at: number): { readonly characters: string; readonly least: number } | undefined {
  if (at >= pattern.length || pattern[at] === "(") return undefined;
  const [atom, end] = parseAtom(pattern, at);
  const [least] = parseCount(pattern, end);
  return "characters" in atom ? { characters: atom.characters, least } : undefined;
}

/** A text that the pattern matches, as long as repetitions allow up to 40 more than the least. */
export function generate(pieces: readonly Piece[], draw: Draw): string {
  let text = "";
  for (const piece of pieces) {
    const most = Math.min(piece.most, piece.least + 40);
    const times = piece.least + (most > piece.least ? draw(most - piece.least + 1) : 0);
    for (let index = 0; index < times; index++) {
      text +=
        "characters" in piece
          ? piece.characters.charAt(draw(piece.characters.length))
          : generate(piece.alternatives[draw(piece.alternatives.length)] ?? [], draw);
    }
  }
  return text;
}

/** The longest text that the pattern matches. */
export function longest(pieces: readonly Piece[]): number {
  let length = 0;
  for (const piece of pieces) {
    const one = "characters" in piece ? 1 : Math.max(...piece.alternatives.map(longest));
    length += one * piece.most;
  }
  return length;
}

function parseSequence(pattern: string, from: number): [Piece[], number] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < pattern.length && pattern[at] !== ")" && pattern[at] !== "|") {
    const [atom, afterAtom] = parseAtom(pattern, at);
    const [least, most, afterCount] = parseCount(pattern, afterAtom);
    pieces.push({ ...atom, least, most });
    at = afterCount;
  }
  return [pieces, at];
}

type Atom = { readonly characters: string } | { readonly alternatives: readonly (readonly Piece[])[] };

function parseAtom(pattern: string, at: number): [Atom, number] {
  const character = pattern.charAt(at);
  if (character === "(") return parseGroup(pattern, at);
  if (character === "[") return parseClass(pattern, at);
  if (character === "\\") return [{ characters: escaped(pattern.charAt(at + 1)) }, at + 2];
  if ("*+?{}.^$".includes(character)) throw new Error(`"${character}" is not in the pattern subset: ${pattern}`);
  return [{ characters: character }, at + 1];
}

function parseGroup(pattern: string, at: number): [Atom, number] {
  if (!pattern.startsWith("(?:", at)) throw new Error(`groups are written (?:…): ${pattern}`);
  const alternatives: (readonly Piece[])[] = [];
  let next = at + 2;
  do {
    const [pieces, end] = parseSequence(pattern, next + 1);
    alternatives.push(pieces);
    next = end;
  } while (pattern[next] === "|");
  if (pattern[next] !== ")") throw new Error(`an open group in pattern ${pattern}`);
  return [{ alternatives }, next + 1];
}

function parseClass(pattern: string, at: number): [Atom, number] {
  let characters = "";
  let next = at + 1;
  const negated = pattern[next] === "^";
  if (negated) next += 1;
  while (next < pattern.length && pattern[next] !== "]") {
    const isEscape = pattern[next] === "\\";
    const first = isEscape ? escaped(pattern.charAt(next + 1)) : pattern.charAt(next);
    next += isEscape ? 2 : 1;
    if (first.length === 1 && pattern[next] === "-" && pattern[next + 1] !== "]") {
      characters += range(first, pattern.charAt(next + 1));
      next += 2;
    } else {
      characters += first;
    }
  }
  if (!negated) return [{ characters }, next + 1];
  return [{ characters: printable.filter((one) => !characters.includes(one)).join("") }, next + 1];
}

function parseCount(pattern: string, at: number): [least: number, most: number, end: number] {
  if (pattern[at] === "?") return [0, 1, at + 1];
  if (pattern[at] !== "{") return [1, 1, at];
  const end = pattern.indexOf("}", at);
  const [least = "", most = least] = pattern.slice(at + 1, end).split(",");
  if (least === "" || most === "") throw new Error(`repetition is bounded on both sides: ${pattern}`);
  return [Number(least), Number(most), end + 1];
}

function escaped(character: string): string {
  if (character === "d") return digits;
  if (character === "w") return wordCharacters;
  if (character === "s") return " ";
  const control = "tnvfr".indexOf(character);
  if (control >= 0) return String.fromCharCode(9 + control);
  return character;
}

function range(first: string, last: string): string {
  let characters = "";
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) characters += String.fromCharCode(code);
  return characters;
}
