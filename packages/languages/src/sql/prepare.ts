import type { Range } from "@failcheck/core";
import { indexAt, join } from "./pieces.ts";
import type { Piece, Prepared } from "./pieces.ts";
import type { Placeholder } from "./postgres-reader.ts";
import { commentEnd, dollarEnd, quoteEnd } from "./span.ts";

/** Stands for one placeholder piece while the text is looked through. */
const mark = "\uFFFC";

/** How placeholders look in this text. */
export interface Style {
  /** `%s` and `%(name)s`, and `%%` for `%`: Python. */
  readonly percent: boolean;
  /** `{{ ref('x') }}` and `{% if %}`: dbt and Jinja. */
  readonly jinja: boolean;
  /** "x" is a text. */
  readonly doubleQuotes: boolean;
  /** `@name` is a parameter. */
  readonly atNames: boolean;
}

interface Flat {
  readonly text: string;
  range(start: number, end: number): Range;
  source(index: number): number;
  sourceEnd(index: number): number;
  placeholder(index: number): Placeholder | undefined;
}

/** What a hole after a complete expression may be: a further condition, the whole WHERE, nothing, a further item. */
const guesses = [
  (hole: string) => ` AND ${hole} `,
  (hole: string) => ` WHERE ${hole} `,
  () => " ",
  (hole: string) => `, ${hole}`,
];

/** Texts for the parser, most likely first: placeholders of every style become `$k`, what cannot be known is guessed. */
export function* prepare(pieces: readonly Piece[], style: Style): Generator<Prepared> {
  const flat = flatten(pieces);
  for (const question of [false, true]) {
    if (question && !flat.text.includes("?")) return;
    for (const guess of guesses) {
      const scanner = { flat, style, question, guess };
      yield join([...rewrite(scanner)]);
      if (!flat.text.includes(mark) && !(style.jinja && flat.text.includes("{{"))) break;
    }
  }
}

function flatten(pieces: readonly Piece[]): Flat {
  const starts: number[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.placeholder === undefined ? piece.text : mark;
  }
  const pieceAt = (index: number): readonly [Piece | undefined, number] => {
    const found = indexAt(starts, index);
    return [pieces[found], index - (starts[found] ?? 0)];
  };
  const source = (index: number): number => {
    const [piece, offset] = pieceAt(index);
    if (piece === undefined) return 0;
    if (piece.placeholder !== undefined) return offset > 0 ? piece.at[1] : piece.at[0];
    if (offset >= piece.text.length) return piece.at[1];
    return piece.source?.(offset) ?? piece.at[0] + offset;
  };
  const sourceEnd = (index: number): number => {
    const [piece, offset] = pieceAt(Math.max(0, index - 1));
    if (piece === undefined) return 0;
    if (piece.placeholder !== undefined || offset + 1 >= piece.text.length) return piece.at[1];
    return piece.sourceEnd?.(offset + 1) ?? piece.source?.(offset + 1) ?? piece.at[0] + offset + 1;
  };
  return {
    text,
    source,
    sourceEnd,
    range: (start, end) => [source(start), Math.max(source(start), sourceEnd(end))],
    placeholder: (index) => pieceAt(index)[0]?.placeholder,
  };
}

interface Scanner {
  readonly flat: Flat;
  readonly style: Style;
  readonly question: boolean;
  readonly guess: (hole: string) => string;
}

/** A token that something is put in for, with what is written instead. */
interface Found {
  readonly end: number;
  readonly placeholder?: Placeholder;
  readonly write?: (number: number) => string;
  readonly text?: string;
}

function* rewrite(scanner: Scanner): Generator<Piece> {
  const { flat } = scanner;
  let copied = 0;
  let at = 0;
  while (at < flat.text.length) {
    const found = replacement(scanner, at);
    if (found === undefined) {
      at = hiddenEnd(flat.text, at);
      continue;
    }
    if (at > copied) yield copy(flat, copied, at);
    yield { text: found.text ?? "", at: flat.range(at, found.end), ...given(found) };
    at = found.end;
    copied = at;
  }
  if (at > copied) yield copy(flat, copied, at);
}

function given({ placeholder, write }: Found): Pick<Piece, "placeholder" | "write"> {
  return { ...(placeholder ? { placeholder } : {}), ...(write ? { write } : {}) };
}

function copy(flat: Flat, start: number, end: number): Piece {
  const source = (index: number): number => flat.source(start + index);
  const sourceEnd = (index: number): number => flat.sourceEnd(start + index);
  return { text: flat.text.slice(start, end), at: flat.range(start, end), source, sourceEnd };
}

function hiddenEnd(text: string, at: number): number {
  const comment = commentEnd(text, at);
  if (comment > at) return comment;
  return Math.max(dollarEnd(text, at), at + 1);
}

/** Places of placeholders: matches `:name`, `%s`, `%(name)s`, `%L` of pg-format, `$1`, `?`; not `::text`, `5 % 2`, `$$`. */
const tokens = {
  colon: /:(?:[\p{L}_][\p{L}\p{N}_]{0,62}|'[^'\n]{1,62}')/uy,
  percent: /%(?:\([^()\n]{1,62}\))?[sdifr]\b/y,
  format: /%L\b/y,
  dollar: /\$\d{1,5}/y,
  at: /@[\p{L}_][\p{L}\p{N}_]{0,62}/uy,
};

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function replacement(scanner: Scanner, at: number): Found | undefined {
  const { flat, style } = scanner;
  const { text } = flat;
  switch (text.charAt(at)) {
    case mark:
      return markFound(scanner, at);
    case "'":
      return quoted(scanner, at);
    case '"':
      return style.doubleQuotes ? quoted(scanner, at) : identifier(text, at);
    case "`":
      return hiddenName(text, at);
    case "@":
      return style.atNames ? parameter(scanner, at, match(tokens.at, text, at)) : undefined;
    case "%":
      if (!style.percent) return parameter(scanner, at, match(tokens.format, text, at));
      if (text.charAt(at + 1) === "%") return { end: at + 2, text: "%" };
      return parameter(scanner, at, match(tokens.percent, text, at));
    case ":":
      if (/[\p{L}\p{N}_:\]]/u.test(text.charAt(at - 1))) return undefined;
      return parameter(scanner, at, match(tokens.colon, text, at));
    case "$":
      return parameter(scanner, at, match(tokens.dollar, text, at));
    case "?":
      return scanner.question ? questioned(scanner, at) : undefined;
    case "{":
      return style.jinja ? jinja(scanner, at) : undefined;
    default:
      return undefined;
  }
}

function identifier(text: string, at: number): Found | undefined {
  const end = quoteEnd(text, at, false);
  const inside = text.slice(at, end);
  return inside.includes(mark) ? { end, text: '"put_in"' } : { end, text: inside };
}

/** A name in backquotes is copied whole. */
function hiddenName(text: string, at: number): Found {
  const end = quoteEnd(text, at, false);
  return { end, text: text.slice(at, end).replaceAll(mark, "put_in") };
}

/** A literal with something put in is a value that arrives at run time. */
function quoted({ flat, style }: Scanner, at: number): Found | undefined {
  const { text } = flat;
  const end = quoteEnd(text, at, /[eE]/.test(text.charAt(at - 1)));
  const inside = text.slice(at, end);
  const filled = inside.includes(mark) || (style.jinja && inside.includes("{{"));
  if (!filled)
    return style.percent && inside.includes("%%") ? { end, text: inside.replaceAll("%%", "%") } : { end, text: inside };
  const typed = /^(?:interval|date|time|timestamp|timestamptz|e)$/i.test(wordBefore(text, at));
  if (typed) return { end, text: "'0'" };
  return { end, placeholder: { kind: "parameter", text: inside.replaceAll(mark, "…") } };
}

/** `?` is a value; Knex writes `??` for a name. */
function questioned(scanner: Scanner, at: number): Found | undefined {
  const { text } = scanner.flat;
  if (text.charAt(at + 1) !== "?") return parameter(scanner, at, "?");
  const named = namesFollow.test(wordBefore(text, at));
  const placeholder: Placeholder = { kind: "hole", text: "??" };
  return { end: at + 2, placeholder, ...(named ? { write: (number: number) => `put_in_${number}` } : {}) };
}

function parameter({ flat }: Scanner, at: number, found: string | undefined): Found | undefined {
  if (found === undefined) return undefined;
  const end = at + found.length;
  return { end, placeholder: { kind: "parameter", text: found }, write: listWriter(flat.text, at) };
}

/** `IN %s` and `VALUES %s` stand for a list in brackets. */
function listWriter(text: string, at: number): (number: number) => string {
  return /^(?:in|values)$/i.test(wordBefore(text, at)) ? (number) => `($${number})` : (number) => `$${number}`;
}

const namesFollow = /^(?:from|join|into|update|table|only|as|view|copy|schema|\.)$/i;
const valuesFollow =
  /^(?:select|where|and|or|not|on|by|limit|offset|in|like|ilike|between|then|else|when|case|having|values|set|returning|distinct|all|any|is|interval|using|[-+*/%<>=!~|(,])$/i;

/** The column list of an INSERT, still open: matches `insert into titan.jobs (id, `, not `insert into t (a) values (`. */
const columnList = /\b(?:into|copy)\s{1,9}[\w."\uFFFC]{1,130}(?:\s{1,9}as\s{1,9}\w{1,63})?\s{0,9}\([^()]{0,300}$/i;

function markFound(scanner: Scanner, at: number): Found {
  const { flat, guess } = scanner;
  const placeholder = flat.placeholder(at) ?? { kind: "hole", text: "…" };
  const end = at + 1;
  const before = wordBefore(flat.text, at);
  if (namesFollow.test(before) || flat.text.charAt(end) === "." || /[\p{L}\p{N}_]/u.test(flat.text.charAt(end))) {
    return { end, placeholder, write: (number) => `put_in_${number}` };
  }
  if (/[\p{L}\p{N}_]/u.test(flat.text.charAt(at - 1))) return { end, placeholder, write: (number) => `_${number}` };
  if (columnList.test(flat.text.slice(Math.max(0, at - 400), at)))
    return { end, placeholder, write: (number) => `put_in_${number}` };
  if (/^(?:in|values)$/i.test(before)) return { end, placeholder, write: (number) => `($${number})` };
  if (before === "" || valuesFollow.test(before)) return { end, placeholder };
  return { end, placeholder, write: (number) => guess(`$${number}`) };
}

/** The word or sign before a place, blanks apart. */
function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && /[\p{L}\p{N}_]/u.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start === end ? Math.max(0, end - 1) : start, end);
}

/** The model that dbt puts in: matches `ref('jobs')` and `source("titan", "jobs")`. */
const model = /(?:ref|source)\s{0,9}\(\s{0,9}['"]([\w.]{1,62})['"](?:\s{0,9},\s{0,9}['"]([\w.]{1,62})['"])?/;

function jinja(scanner: Scanner, at: number): Found | undefined {
  const { text } = scanner.flat;
  const open = text.slice(at, at + 2);
  const close = open === "{{" ? "}}" : open === "{%" ? "%}" : open === "{#" ? "#}" : undefined;
  if (close === undefined) return undefined;
  const found = text.indexOf(close, at + 2);
  if (found < 0) return undefined;
  const end = found + 2;
  if (open !== "{{") return { end, text: " " };
  const inside = text.slice(at + 2, found).trim();
  const named = model.exec(inside);
  if (named !== null) return { end, text: named[2] === undefined ? (named[1] ?? "") : `${named[1] ?? ""}.${named[2]}` };
  const placeholder: Placeholder = { kind: "hole", text: inside };
  const before = wordBefore(text, at);
  if (before === "" || before === ";" || /^config\s{0,9}\(/.test(inside)) return { end, text: " " };
  if (namesFollow.test(before)) return { end, placeholder, write: (number) => `put_in_${number}` };
  if (valuesFollow.test(before)) return { end, placeholder };
  return { end, placeholder, write: (number) => scanner.guess(`$${number}`) };
}
