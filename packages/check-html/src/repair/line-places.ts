/** Where a tag stands in its line, and what stands before that. */
export interface LinePlace {
  readonly line: number;
  /** Nothing but white space stands before it on its line. */
  readonly first: boolean;
  /** How far its line is indented. */
  readonly indent: number;
  /** An empty line stands right before it: perhaps that of a tag which is gone. */
  readonly gap: "none" | "empty" | "blank";
  /** How far a blank line before it, one that holds white space, is indented; -1 where there is none. */
  readonly blank: number;
}

/** A function that tells of ascending offsets on which line they stand, how that line begins and what the line before it is. */
export function linesOf(text: string): (offset: number) => LinePlace {
  let line = 1;
  let start = 0;
  let before = -1;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      before = start;
      start = next + 1;
      next = text.indexOf("\n", start);
    }
    const [indent, at] = indentAt(text, start, offset);
    const first = at >= offset;
    const blank = first && before >= 0 ? blankLine(text, before, start) : -1;
    return { line, first, indent, gap: blank < 0 ? "none" : blank === 0 ? "empty" : "blank", blank };
  };
}

/** How wide the white space is that a stretch begins with, and where that ends. */
export function indentAt(text: string, start: number, end: number): readonly [indent: number, at: number] {
  let indent = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 9) indent += 4 - (indent % 4);
    else if (code === 32) indent++;
    else break;
  }
  return [indent, at];
}

/** The width of a line that holds nothing but white space; -1 for any other. */
function blankLine(text: string, start: number, end: number): number {
  const stop = text[end - 2] === "\r" ? end - 2 : end - 1;
  const [indent, at] = indentAt(text, start, stop);
  return at >= stop ? indent : -1;
}
