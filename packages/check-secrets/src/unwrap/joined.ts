import type { View } from "../scan/view.ts";
import { rewritten } from "./rewrite.ts";

/** How a text was taken apart. */
export type Seam = "joint" | "continued" | "appended" | "list" | "template" | "concat";

/** What stands between two pieces, by the way they are put together. */
const seams: Readonly<Record<Seam, RegExp>> = {
  /** A string that ends and goes on in the next: `" + "`, `' \⏎ '`, `"." "`, `' .. '`, `" & _⏎"`; a comma between them does not match. */
  joint:
    /(["'`])[ \t]{0,8}(?:(?:\+{1,2}|\.{1,2}|&(?: _)?|<>|<<|\|\||[\^~])[ \t]{0,8})?(?:\\?\r?\n[ \t]{0,60}(?:(?:\+{1,2}|\.{1,2}|&|<>|<<|\|\|)[ \t]{0,8})?)?[bBrRuUfF]?["'`]/g,
  /** A line that goes on in the next without white space: `ab\⏎cd`; `ab \⏎ cd` does not match. */
  continued: /(?<=[\w./+=-])\\\r?\n[ \t]{0,40}(?=[\w./+=-])/g,
  /** A string that the next statement adds to: `"ab"; t += "cd"`; `"ab"; t = "cd"` does not match. */
  appended: /(["'`])[ \t]{0,8};?[ \t]{0,8}\r?\n[ \t]{0,60}[$\w.]{1,60}[ \t]{0,8}(?:\+=|\.=|<<)[ \t]{0,8}["'`]/g,
  /** Strings of a list, and the format or glue in front of it: `"ab", "cd"`, `"{}{}".format("`, `('%s%s', '`; `"ab": "cd"` does not match. */
  list: /["'](?:%s|\{\d?\}){1,6}["'](?:\.format\(|[ \t]?%[ \t]?\(|,)\s{0,8}(?=["'])|["'`]{2}\.join\([[(](?=["'])|(["'`])[ \t]{0,8},\s{0,60}[[(]?["'`]/g,
  /** A string within a template: `${"ab"}`; `${ab}` does not match. */
  template: /\$\{["']|["']\}/g,
  /** A string that another is put behind: `"ab".concat("cd`, `append("ab").append("cd`, and the beginning of such a row. */
  concat: /new String(?:Builder|Buffer)\(\)\s{0,20}\.append\((?=["'])|["'`]\)?\s{0,20}\.(?:concat|append)\(["'`]/g,
};

/** What a list is joined with, where that follows it or its name: `].join("-")`, `!Join ['-', [`; and where it stands first: `"-".join([`. */
const joinedWith = /^(?:\]\.join\(|!?(?:Fn::)?Join"?:?\s{0,8}(?:\[|-)?\s{0,8})["'`]([-_.:]?)["'`]/i;
const joinedBy = /["']([-_.:])["']$/;

/** Where the strings at a seam are pieced together, and what comes of it. */
export interface Joined {
  readonly view: View;
  readonly end: number;
}

const reach = 700;

/** The text round the seam at `at`, with all seams of its sort taken out; undefined where it is none. */
export function joinedAt(view: View, at: number, seam: Seam): Joined | undefined {
  const { text } = view;
  const pattern = seams[seam];
  if (seam === "joint" && !isSeam(pattern, text, at)) return undefined;
  const start = Math.max(0, at - reach);
  const end = Math.min(text.length, at + reach);
  const between = seam === "list" ? glueAt(text, at) : "";
  const changes = [...text.slice(start, end).matchAll(pattern)]
    // An empty string is no joint.
    .filter((found) => seam !== "joint" || found[0].length > 2)
    .map((found) => ({ at: start + found.index, length: found[0].length, text: between }));
  if (changes.length === 0) return undefined;
  return { view: rewritten(view, start, end, changes, "a string in pieces"), end: end - reach / 2 };
}

function isSeam(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(at, at + 160))?.index === 0;
}

function glueAt(text: string, at: number): string {
  return joinedWith.exec(text.slice(at, at + 40))?.[1] ?? joinedBy.exec(text.slice(Math.max(0, at - 3), at))?.[1] ?? "";
}

/** The rest of a string, what stands before the next one on this line or the one after, and that one. */
const twoPieces = /^([\w./+=-]{6,120})(["'`][^"'`]{0,60}["'`])([\w./+=-]{4,120})["'`]/;

/** A token that begins at `start` and goes on in the next string, however the two are put together later on. */
export function wholeAt(view: View, start: number): View | undefined {
  const found = twoPieces.exec(view.text.slice(start, start + 310));
  const [, first = "", between = "", second = ""] = found ?? [];
  if (found === null || (between.match(/\n/g) ?? []).length > 1) return undefined;
  const gap = { at: start + first.length, length: between.length, text: "" };
  return rewritten(view, start, gap.at + between.length + second.length, [gap], "a string in pieces");
}
