import type { Range } from "@failcheck/core";
import { closedCommentEnd, opaqueEnd } from "./span.ts";

/** A COPY whose rows follow in the text: matches `COPY t (a) FROM stdin`, not `COPY t FROM '/x.csv'`. */
const copyFromText = /^copy\b[^;']{0,2000}\bfrom\s{1,9}stdin\b/i;

/** A line that belongs to a client, not to the server: matches `\connect x` and `GO`, not `GOTO x` or `\copy t from 'x'`. */
const clientLine = /(?:\\(?!copy\b)[^\n]*|go[ \t\r]*(?=\n|$))/iy;

/** Where each statement of a script stands, without the semicolon and without the comments before it; one that is never closed is a bad statement. */
export function* splitStatements(text: string): Generator<Range> {
  let at = 0;
  while (at < text.length) {
    const start = statementStart(text, at);
    if (text.startsWith("\\copy", start)) {
      const line = text.indexOf("\n", start);
      at = line < 0 ? text.length : line;
      yield [start + 1, at];
      continue;
    }
    const end = statementEnd(text, start);
    if (end > start) yield [start, end];
    at = copyFromText.test(text.slice(start, Math.min(end, start + 3000))) ? dataEnd(text, end) : end + 1;
  }
}

function statementStart(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const next = skipClientLine(text, closedCommentEnd(text, at));
    if (next > at) at = next;
    else if (" \t\r\n\f\0".includes(text.charAt(at))) at += 1;
    else break;
  }
  return at;
}

function skipClientLine(text: string, at: number): number {
  clientLine.lastIndex = at;
  const found = clientLine.exec(text);
  return found === null ? at : at + found[0].length;
}

function statementEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charAt(at) !== ";") {
    const hidden = opaqueEnd(text, at);
    at = hidden > at ? hidden : at + 1;
  }
  return at;
}

function dataEnd(text: string, from: number): number {
  const end = text.indexOf("\n\\.", from);
  return end < 0 ? text.length : end + 3;
}
