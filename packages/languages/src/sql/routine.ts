import { commentEnd, opaqueEnd } from "./span.ts";

/** A statement within the body of a function or DO block. */
export interface BodyStatement {
  /** Where it stands in the text of the whole statement. */
  readonly start: number;
  readonly end: number;
  /** The statement as SQL, character for character: what belongs to PL/pgSQL alone is blank. */
  readonly text: string;
  /** It is put together at run time, and only its beginning can be read. */
  readonly dynamic: boolean;
}

/** The body of a routine: its statements, and the names of parameters and variables in it. */
export interface Routine {
  readonly statements: readonly BodyStatement[];
  readonly variables: ReadonlySet<string>;
}

/** Matches `DO $$` and `CREATE OR REPLACE FUNCTION f(`; not `DROP FUNCTION f`. */
const opening = /^(?:do\b|create\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:function|procedure)\b)/i;

/** The body's quotes: matches `$$` and `$body$`, not `$1`. */
const quote = /\$(?:[\p{L}_][\p{L}\p{N}_]{0,62})?\$/u;

/** The routine that a statement makes or runs; undefined for every other statement. */
export function routineOf(text: string): Routine | undefined {
  if (!opening.test(text.slice(textStart(text)))) return undefined;
  const found = quote.exec(text);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  const end = text.indexOf(found[0], from);
  const body = text.slice(from, end < 0 ? text.length : end);
  const statements = chunks(body).flatMap(([start, stop]) =>
    sqlIn(body.slice(start, stop)).map((one) => moved(one, from + start)),
  );
  return { statements, variables: new Set([...declared(body), ...parameters(text.slice(0, found.index))]) };
}

/** Past the blanks and comments in front. */
function textStart(text: string): number {
  let at = 0;
  while (at < text.length) {
    const comment = commentEnd(text, at);
    if (comment > at) at = comment;
    else if (/\s/.test(text.charAt(at))) at += 1;
    else break;
  }
  return at;
}

function moved(one: BodyStatement, by: number): BodyStatement {
  return { ...one, start: one.start + by, end: one.end + by };
}

interface Token {
  readonly word: string;
  readonly at: number;
  readonly depth: number;
}

const word = /[\p{L}_][\p{L}\p{N}_$]{0,62}/uy;

/** Words and signs outside of quotes and comments, with the number of brackets round each. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const hidden = opaqueEnd(text, at);
    if (hidden > at) {
      found.push({ word: "''", at, depth });
      at = hidden;
      continue;
    }
    const here = text.charAt(at);
    if (here === ")") depth -= 1;
    word.lastIndex = at;
    const name = word.exec(text)?.[0];
    if (name !== undefined || !/\s/.test(here)) found.push({ word: name?.toLowerCase() ?? here, at, depth });
    if (here === "(") depth += 1;
    at += name?.length ?? 1;
  }
  return found;
}

/** Where each statement of a body stands, without its semicolon. */
function chunks(body: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (const token of tokens(body)) {
    if (token.word !== ";") continue;
    found.push([start, token.at]);
    start = token.at + 1;
  }
  return [...found, [start, body.length]];
}

const begins = new Set(["select", "with", "insert", "update", "delete", "merge", "perform", "values", "table"]);
const stops = new Set(["loop", "then"]);

/** The SQL of one statement of a body: a command, what EXECUTE runs, or the sub-selects of an expression. */
function sqlIn(text: string): BodyStatement[] {
  const all = tokens(text);
  const execute = all.find((token) => token.depth === 0 && token.word === "execute");
  if (execute !== undefined) return [executed(text, all, execute)];
  const first = all.find((token) => token.depth === 0 && begins.has(token.word));
  if (first !== undefined) return [command(text, all, first)];
  return subselects(text, all);
}

function command(text: string, all: readonly Token[], first: Token): BodyStatement {
  const stop = all.find((token) => token.at > first.at && token.depth === 0 && stops.has(token.word) && !isMerge(all, token));
  const end = stop?.at ?? text.length;
  let own = text.slice(first.at, end);
  if (first.word === "perform") own = `select ${own.slice("perform".length)}`.slice(0, own.length);
  for (const [from, to] of targets(all, first, end)) own = blank(own, from - first.at, to - first.at);
  return { start: first.at, end, text: own, dynamic: false };
}

/** `WHEN MATCHED THEN` and `CASE … THEN` go on. */
function isMerge(all: readonly Token[], stop: Token): boolean {
  return all.some(
    (token) => token.at < stop.at && token.depth === stop.depth && (token.word === "merge" || token.word === "when"),
  );
}

/** The variables behind INTO, which no table is: not the table of INSERT INTO and MERGE INTO. */
function* targets(all: readonly Token[], first: Token, end: number): Generator<readonly [number, number]> {
  for (const [index, token] of all.entries()) {
    const before = all[index - 1]?.word;
    if (token.word !== "into" || token.depth !== 0 || token.at < first.at || token.at >= end) continue;
    if (before === "insert" || before === "merge") continue;
    let last = index + 1;
    if (all[last]?.word === "strict") last += 1;
    while (all[last + 1]?.word === "," || all[last + 1]?.word === ".") last += 2;
    const after = all[last];
    if (after !== undefined) yield [token.at, after.at + after.word.length];
  }
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + " ".repeat(Math.max(0, to - from)) + text.slice(to);
}

/** `EXECUTE 'SELECT …'` is read; what is put together is not. */
function executed(text: string, all: readonly Token[], execute: Token): BodyStatement {
  const [, next, after] = all.slice(all.indexOf(execute));
  const alone = next?.word === "''" && (after === undefined || ["using", "into"].includes(after.word) || stops.has(after.word));
  const end = next === undefined ? text.length : opaqueEnd(text, next.at);
  const open = next === undefined || text.charAt(next.at) === "'" ? 1 : (quote.exec(text.slice(next.at))?.[0].length ?? 1);
  if (!alone) return { start: execute.at, end: text.length, text: text.slice(execute.at), dynamic: true };
  return { start: next.at + open, end: end - open, text: text.slice(next.at + open, end - open), dynamic: false };
}

/** `v := (SELECT …)`, `IF EXISTS (SELECT …)`. */
function subselects(text: string, all: readonly Token[]): BodyStatement[] {
  const found: BodyStatement[] = [];
  let past = 0;
  for (const [index, token] of all.entries()) {
    if (token.at < past || all[index - 1]?.word !== "(" || (token.word !== "select" && token.word !== "with")) continue;
    const close = all.find((other) => other.at > token.at && other.word === ")" && other.depth === token.depth - 1);
    past = close?.at ?? text.length;
    found.push({ start: token.at, end: past, text: text.slice(token.at, past), dynamic: false });
  }
  return found;
}

/** The names behind DECLARE, up to BEGIN: matches `v_total` of `v_total numeric := 0`. */
function declared(body: string): string[] {
  const section = /\bdeclare\b([\s\S]{0,20000}?)\bbegin\b/i.exec(body)?.[1] ?? "";
  return section.split(";").flatMap((line) => /^\s{0,200}([a-z_]\w{0,62})\s/i.exec(line)?.[1]?.toLowerCase() ?? []);
}

/** The names of parameters: matches `p_status` of `(p_status text, IN p_day date)`. */
function parameters(head: string): string[] {
  const list = head.slice(head.indexOf("(") + 1);
  return list.split(",").flatMap((part) => {
    const [first, second, third] = part.toLowerCase().match(/[a-z_]\w{0,62}/g) ?? [];
    const name = first !== undefined && ["in", "out", "inout", "variadic"].includes(first) ? second : first;
    return name !== undefined && (second !== undefined || third !== undefined) ? [name] : [];
  });
}
