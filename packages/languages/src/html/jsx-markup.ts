import type { Range } from "@failcheck/core";
import { blank } from "./template-tags.ts";

/** The tags of JSX with everything else blank, and the braces of their attributes, which may hold markup of their own. */
export interface JsxMarkup {
  readonly markup: string;
  /** What stands between the braces, where it may be markup. */
  readonly inner: readonly Range[];
  readonly tags: readonly JsxTag[];
}

interface JsxTag {
  readonly at: number;
  readonly name: string;
  readonly kind: "start" | "end" | "empty";
}

/**
 * Finds the tags of JSX. For files that their own parser refuses: it no longer says where the markup ends, so code is told from
 * markup here by how it is written.
 */
export function jsxMarkup(text: string): JsxMarkup {
  const parts: string[] = [];
  const inner: Range[] = [];
  const tags: JsxTag[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const end = skipped(text, at);
    if (end > at) {
      at = end;
      continue;
    }
    const tag = text[at] === "<" ? tagAt(text, at) : undefined;
    if (tag === undefined) {
      at++;
      continue;
    }
    tags.push({ at, name: tag.name, kind: text[at + 1] === "/" ? "end" : text[tag.end - 2] === "/" ? "empty" : "start" });
    for (const [start, end] of tag.braces) if (text.slice(start, end).includes("<")) inner.push([start + 1, end - 1]);
    parts.push(blanks(text.slice(from, at)), withoutBraces(text, [at, tag.end], tag.braces));
    at = from = tag.end;
  }
  parts.push(blanks(text.slice(from)));
  return { markup: parts.join(""), inner, tags };
}

const blanks = (text: string): string => text.replace(/[^\r\n]/g, " ");

function withoutBraces(text: string, [start, end]: Range, braces: readonly Range[]): string {
  let kept = "";
  let from = start;
  for (const brace of braces) {
    kept += text.slice(from, brace[0]) + blank(text, brace);
    from = brace[1];
  }
  return kept + text.slice(from, end);
}

/** Matches `<div`, `</div`, `<Card.Head`; not `< b`, `<T,` and `<T extends`, which are type parameters. */
const tagStart = /<\/?[A-Za-z][\w.:-]{0,100}(?!\s{0,9},|\s{1,9}extends\b)(?=[\s/>{])/y;

interface FoundTag {
  readonly name: string;
  readonly end: number;
  readonly braces: readonly Range[];
}

/** The tag that begins here: where it ends, and where its attributes hold code. */
function tagAt(text: string, start: number): FoundTag | undefined {
  tagStart.lastIndex = start;
  const name = tagStart.exec(text);
  // `Array<string>` and `a<b` follow a name without a space; text may stand there only behind an end tag's name
  if (name === null || (name[0][1] !== "/" && /[\w)\]]/.test(text[start - 1] ?? ""))) return undefined;
  const braces: Range[] = [];
  for (let at = start + name[0].length; at < text.length && at < start + longest; at++) {
    const c = text[at];
    if (c === ">") return { name: name[0].replace(/^<\/?/, ""), end: at + 1, braces };
    if (c === "<") return undefined;
    const end = c === "{" ? braceEnd(text, at) : c === '"' || c === "'" ? text.indexOf(c, at + 1) + 1 : at + 1;
    if (end <= at) return undefined;
    if (c === "{") braces.push([at, end]);
    at = end - 1;
  }
  return undefined;
}

/** The longest stretch that is taken for one tag, string or brace. */
const longest = 20_000;

/** Behind the brace that closes the one here; -1 where none does. */
function braceEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length && at < start + longest;) {
    const end = skipped(text, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
    at++;
  }
  return -1;
}

/** Behind the comment, string, template or regular expression that begins here; the offset itself where none does. */
function skipped(text: string, at: number): number {
  switch (text[at]) {
    case "/":
      return comment(text, at) ?? sticky(expression, text, at);
    case '"':
    case "'":
      return /\w/.test(text[at - 1] ?? "") ? at : sticky(text[at] === '"' ? double : single, text, at);
    case "`":
      return sticky(template, text, at);
    default:
      return at;
  }
}

function comment(text: string, at: number): number | undefined {
  if (text[at + 1] === "/" && text[at - 1] !== ":") return lineEnd(text, at);
  if (text[at + 1] !== "*") return undefined;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? text.length : end + 2;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Matches `"a \" b"` on one line. */
const double = /"(?:[^"\\\n]|\\.){0,20000}"/y;
/** Matches `'a \' b'` on one line. */
const single = /'(?:[^'\\\n]|\\.){0,20000}'/y;
/** Matches `` `a ${b} c` `` with no template within the braces. */
const template = /`(?:[^`\\]|\\[^]){0,20000}`/y;
/** Matches `/<div>(.*)<\/div>/g` where an expression may begin; not `</div>`, `a / b`, `/>`. */
const expression = /(?<=[=(,:?!&|[]\s?)\/(?![/*>\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,500}\]){1,2000}\//y;

/** Matches where a declaration begins at a line's start: no markup reaches from one into the next. */
const declaration = /^(?:export|function|async|const|let|var|class|type|interface|enum|import|@\w|\w[\w.]*\()/gm;

/** The declarations of a file, each of which holds markup of its own. */
export function declarations(text: string): Range[] {
  const starts = [...text.matchAll(declaration)].map(({ index }) => index);
  return [0, ...starts].map((start, index) => [start, starts[index] ?? text.length] as const).filter(([a, b]) => b > a);
}

/** Of stretches in their order, those whose tags do not come out even. */
export function uneven(stretches: readonly Range[], tags: readonly JsxTag[]): Range[] {
  let next = 0;
  return stretches.filter(([from, to]) => {
    while ((tags[next]?.at ?? Infinity) < from) next++;
    const first = next;
    while ((tags[next]?.at ?? Infinity) < to) next++;
    return !comesOutEven(tags.slice(first, next));
  });
}

function comesOutEven(tags: readonly JsxTag[]): boolean {
  const open: string[] = [];
  for (const { name, kind } of tags) {
    if (kind === "start") open.push(name);
    else if (kind === "end" && open.pop() !== name) return false;
  }
  return open.length === 0;
}
