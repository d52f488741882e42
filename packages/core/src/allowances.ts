import { linesOf, type Lines } from "./lines.ts";
import type { Place } from "./finding.ts";
import type { SourceFile } from "./language.ts";

/** A comment that allows one rule on one line. */
export interface InlineAllowance {
  readonly rule: string;
  readonly reason: string;
  /** Where `failcheck-allow rule/id` stands. */
  readonly place: Place;
  /** The text of its line. */
  readonly text: string;
  /** The lines it speaks for: its own, and the next one with text where the comment stands alone. */
  readonly lines: readonly number[];
}

const allowanceToken = "failcheck-allow";

/**
 * The opener of a comment in any of the languages, the token, a rule id, an optional reason.
 * Matches `# failcheck-allow html/unclosed-div: closed by the footer`; not `"failcheck-allow html/…"`, which is no comment.
 */
const comment =
  /(?<=^|[\s;{}()>])(?:\/\/|\/\*{1,2}|#|<!--|--|\{#|\{\{!(?:--)?|<%#|<%--|%|;|\(\*)[ \t]{0,8}failcheck-allow[ \t]{1,8}([\w./@-]{1,100})(?:[ \t]{0,8}:[ \t]{0,8}([^\r\n]{0,500}))?/g;

/** What closes a comment on the same line: it is no part of the reason. */
const closers = ["--%>", "-->", "--}}", "*/", "#}", "%>", "}}", "*)"];

/** In Markdown only an HTML comment is a comment: `# failcheck-allow` there is a heading. */
const isMarkdown = (path: string) => /\.(?:md|markdown|mdx)$/i.test(path);

/** Most files allow nothing, and need not be decoded to know that. */
function mayAllow(file: SourceFile): boolean {
  const { buffer, byteOffset, byteLength } = file.bytes;
  if (Buffer.from(buffer, byteOffset, byteLength).includes(allowanceToken)) return true;
  // In UTF-16 the characters lie two bytes apart.
  return file.bytes.includes(0) && file.text.includes(allowanceToken);
}

/** All allowances in a file, in order. */
export function inlineAllowances(file: SourceFile): readonly InlineAllowance[] {
  if (!mayAllow(file)) return [];
  const { path, text } = file;
  const lines = linesOf(text);
  const found: InlineAllowance[] = [];
  for (const match of text.matchAll(comment)) {
    const isMarkup = match[0].startsWith("<!--");
    if (isMarkdown(path) && !isMarkup) continue;
    const rule = match[1] ?? "";
    const start = match.index + match[0].indexOf(allowanceToken);
    const place = lines.place([start, start + allowanceToken.length]);
    const lineText = lines.text(place.line);
    if (!isMarkup && endsInString(lineText.slice(0, place.column - 1))) continue;
    found.push({
      rule,
      reason: withoutCloser(match[2] ?? ""),
      place,
      text: lineText,
      lines: standsAlone(lineText, match[0]) ? [place.line, nextTextLine(lines, place.line)] : [place.line],
    });
  }
  return found;
}

/** Whether a quote is still open at the end of this part of a line: what follows is then quoted, not said. */
function endsInString(part: string): boolean {
  let quote = "";
  for (let index = 0; index < part.length; index++) {
    const character = part.charAt(index);
    if (character === "\\") index += 1;
    else if (quote === character) quote = "";
    else if (quote === "" && `"'\``.includes(character)) quote = character;
  }
  return quote !== "";
}

function withoutCloser(reason: string): string {
  let end = reason.length;
  for (const closer of closers) {
    const at = reason.indexOf(closer);
    if (at >= 0) end = Math.min(end, at);
  }
  return reason.slice(0, end).trim();
}

function standsAlone(lineText: string, matched: string): boolean {
  const before = lineText.slice(0, lineText.indexOf(matched));
  if (before.trim() !== "") return false;
  for (const closer of closers) {
    const at = lineText.indexOf(closer);
    if (at >= 0) return lineText.slice(at + closer.length).trim() === "";
  }
  return true;
}

function nextTextLine(lines: Lines, from: number): number {
  for (let line = from + 1; line <= lines.count; line++) {
    const text = lines.text(line).trim();
    if (text !== "" && !text.includes(allowanceToken)) return line;
  }
  return from;
}
