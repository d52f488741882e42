/**
 * A text of unknown origin as one harmless line: control characters, and those that turn the direction of writing, are shown as
 * escapes, so that a file name or a line of a file can neither move the cursor nor pass for a line of ours. The same holds for
 * what a CI runner would obey.
 */
export function printable(text: string): string {
  return text
    .replace(unprintable, (character) => (character === "\t" ? "  " : escape(character)))
    .replace(runnerCommand, (marks) => `${escape(marks.slice(0, 1))}${marks.slice(1)}`);
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // A lone surrogate of these stands for a byte of a file name that is not UTF-8.
  if (code > 0xdc7f && code < 0xdd00) return `\\x${(code - 0xdc00).toString(16)}`;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

/**
 * Where a CI runner begins to read a command: GitHub at `::` behind nothing but blanks, and both GitHub and Azure at `##[` and
 * `##vso[` anywhere in a line. Matches the start of `::error::x`, not the colons of `std::vector`.
 */
const runnerCommand = /(?<=^\s{0,200})::|##(?=\[|vso\[)/g;

/** Matches a NUL, an escape, half a character or a right-to-left override; not a letter of any alphabet. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
