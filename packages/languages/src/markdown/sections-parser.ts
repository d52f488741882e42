import type { Range } from "@failcheck/core";

/** A fence that no list or quote needs to hold: matches ```` ```js ```` and `  ~~~`; nothing behind four blanks or `>`. */
const fence = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;

/** HTML that goes on over blank lines: matches `<!--` without its end, `<pre>`, `<?php`; nothing in `<!-- a -->`. */
const longHtml = /^ {0,3}<(?:!--(?!.*-->)|!(?!--)|\?|(?:pre|script|style|textarea)\b)/i;

/** A line that can close a fence: matches ```` ``` ```` alone. */
const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/**
 * Cuts a document where a line at the margin, behind a blank line, starts something new whatever came before: there no list,
 * quote, paragraph or HTML goes on. One that may hide such a line is left in one piece.
 */
export function sectionRanges(source: string): readonly Range[] {
  const whole: Range = [0, source.length];
  const starts = [0];
  let open: Fence | undefined;
  let afterBlank = false;
  for (let at = bodyStart(source); at < source.length;) {
    const feed = source.indexOf("\n", at);
    const end = feed < 0 ? source.length : feed;
    const line = source.slice(at, source[end - 1] === "\r" ? end - 1 : end);
    const starting = afterBlank && /^\S/.test(line);
    if (open === undefined) {
      if (longHtml.test(line) || line.includes("\r")) return [whole];
      if (starting && at > 0) starts.push(at);
      open = opened(line);
    } else if (starting && open.indented) return [whole];
    else if (closing.exec(line)?.[1]?.startsWith(open.marks) === true) open = undefined;
    afterBlank = line.trim() === "";
    at = end + 1;
  }
  return starts.map((start, index) => [start, starts[index + 1] ?? source.length]);
}

interface Fence {
  readonly marks: string;
  /** It may belong to a list, which ends before a line at the margin. */
  readonly indented: boolean;
}

function opened(line: string): Fence | undefined {
  const [, indent = "", marks] = fence.exec(line) ?? [];
  return marks === undefined ? undefined : { marks, indented: indent !== "" };
}

/** Front matter is no Markdown, and its comments are no headings. */
function bodyStart(source: string): number {
  const mark = /^(---|\+\+\+)[ \t]*\r?\n/.exec(source)?.[1];
  const end = mark === undefined ? -1 : source.indexOf(`\n${mark}`, mark.length);
  return end < 0 ? 0 : end + 1 + (mark?.length ?? 0);
}
