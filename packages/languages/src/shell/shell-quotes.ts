/** A bare word without its escapes: `\-n` is `-n`, and an escaped line end is nothing. */
export function unescaped(text: string): string {
  return text.replace(escape, (_, character: string) => (character === "\n" ? "" : character));
}

/** The text of a double-quoted string, in which only some characters can be escaped. */
export function unescapedInQuotes(text: string): string {
  return text.replace(escape, (whole, character: string) => {
    if (character === "\n") return "";
    return '"\\$`'.includes(character) ? character : whole;
  });
}

/** The text of `$'…'`. */
export function unescapedAnsi(text: string): string {
  return text.replace(ansiEscape, (whole, hex: string | undefined, octal: string | undefined, character: string | undefined) => {
    if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    return named.get(character ?? "") ?? character ?? whole;
  });
}

/** A backslash with what follows it: matches in `\-n`, not in `-n`. */
const escape = /\\([\s\S])/g;

/** One escape of `$'…'`: `\x6e`, `\u006e`, `\156` or `\n`; not a bare `n`. */
const ansiEscape = /\\(?:[xuU]([0-9a-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g;

const named = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["v", "\v"],
]);

/** Stands in a word's text for a part that only a running shell knows. */
export const hole = "\uFFFC";
