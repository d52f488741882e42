/**
 * A text of unknown origin as one harmless line: control characters, and those that turn the direction of writing, are shown as
 * escapes, so that a file name or a line of a file can neither move the cursor nor pass for a line of ours.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === "\t") return "  ";
    const code = character.codePointAt(0) ?? 0;
    return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** Matches a NUL, an escape or a right-to-left override; not a letter of any alphabet. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
