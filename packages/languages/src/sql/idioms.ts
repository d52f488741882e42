import { cut } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { textInDoubleQuotes } from "./quotes.ts";
import { commentEnd, quoteEnd } from "./span.ts";
import type { Dialect } from "./sql.ts";

/** Something else is written in place of a part of the text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A turn of phrase that the parsers do not know, with what says the same in words that they do. */
interface Idiom {
  readonly dialects: ReadonlySet<Dialect>;
  /** What it looks like, from its first character. */
  readonly pattern: RegExp;
  /** Where it ends, if that is further than the pattern: the bracket that closes. */
  readonly end?: (text: string, end: number) => number;
  /** What is written instead; nothing where it only says how to work, not what is asked. */
  readonly instead?: (found: RegExpExecArray, before: string) => string;
  /** Words of which one must stand before it. */
  readonly after?: RegExp;
}

const of = (...dialects: readonly Dialect[]): ReadonlySet<Dialect> => new Set(dialects);
const mysql = of("mysql", "mariadb");
const cloud = of("bigquery", "snowflake", "redshift", "trino", "transactsql", "hive");

const idioms: readonly Idiom[] = [
  // Hints: matches `SQL_NO_CACHE`, `USE INDEX (a, b)`, `PARTITION (p0)`, `INDEXED BY i`; not `PARTITION BY`.
  {
    dialects: mysql,
    pattern: /(?:straight_join|high_priority|sql_(?:small_result|big_result|buffer_result|cache|no_cache|calc_found_rows))\b/iy,
    instead: (found, before) => (found[0].toLowerCase() === "straight_join" && !selects.test(before) ? "JOIN" : " "),
  },
  {
    dialects: mysql,
    pattern: /(?:use|force|ignore)\s{1,9}(?:index|key)\s{0,9}(?:for\s{1,9}(?:join|order\s{1,9}by|group\s{1,9}by)\s{0,9})?\(/iy,
    end: closing,
  },
  { dialects: mysql, pattern: /partition\s{0,9}\(\s{0,9}\w{1,63}(?:\s{0,9},\s{0,9}\w{1,63}){0,40}\s{0,9}\)/iy },
  {
    dialects: mysql,
    pattern: /binary(?=\s{1,9}[\w`'"])/iy,
    after: /^(?:where|and|or|not|on|when|select|having|like|regexp|rlike|[(=])$/i,
  },
  { dialects: of("mariadb"), pattern: /rows\s{1,9}examined\s{1,9}\d{1,18}/iy },
  { dialects: of("sqlite"), pattern: /(?:indexed\s{1,9}by\s{1,9}\w{1,63}|not\s{1,9}indexed\b)/iy },
  { dialects: of("transactsql"), pattern: /option\s{0,9}\(/iy, end: closing },
  { dialects: of("transactsql"), pattern: /with\s{1,9}ties\b/iy },
  {
    dialects: of("transactsql"),
    pattern:
      /for\s{1,9}(?:json|xml)\s{1,9}(?:path|auto|raw|explicit)\b(?:\s{0,9}\([^()]{0,99}\))?(?:\s{0,9},\s{0,9}\w{1,63}(?:\s{0,9}\([^()]{0,99}\))?){0,9}/iy,
  },
  { dialects: of("redshift"), pattern: /approximate(?=\s{1,9}(?:count|percentile))/iy },
  // The moment that is asked about, and the share of rows: the condition holds of them all the same.
  {
    dialects: of("mariadb", "bigquery", "transactsql"),
    pattern: /for\s{1,9}system_time\s{1,9}(?:all\b|as\s{1,9}of\s{1,9}(?:timestamp\s{0,9})?(?:'[^']{0,60}'|[@\w.]{1,99}))/iy,
    end: callEnd,
  },
  {
    dialects: of("snowflake"),
    pattern: /(?:at|before)\s{0,9}\(\s{0,9}(?:timestamp|offset|statement|stream)\s{0,9}=>/iy,
    end: closing,
  },
  { dialects: cloud, pattern: /(?:table)?sample\s{0,9}(?:(?:bernoulli|system|row|block)\s{0,9})?\(/iy, end: closing },
  { dialects: cloud, pattern: /(?:ignore|respect)\s{1,9}nulls\b/iy },
  // Other words for the same: matches `try_cast(`, `GROUP BY ALL`, `==`.
  { dialects: cloud, pattern: /(?:try|safe)_cast(?=\s{0,9}\()/iy, instead: () => "CAST" },
  { dialects: cloud, pattern: /group\s{1,9}by\s{1,9}all\b/iy, instead: () => "GROUP BY 1" },
  { dialects: of("sqlite", "bigquery", "snowflake", "hive"), pattern: /==/y, instead: () => "=" },
  { dialects: mysql, pattern: /&&/y, instead: () => " AND " },
  { dialects: mysql, pattern: /\|\|/y, instead: () => " OR " },
  { dialects: of("sqlite"), pattern: /\[([^\][\n]{1,128})\]/y, instead: ([, name = ""]) => `"${name}"` },
  {
    dialects: of("sqlite"),
    pattern: /glob\s{0,9}('[^'[\]%_\\]{0,200}')/iy,
    instead: ([, pattern = ""]) => `LIKE ${likeOf(pattern)}`,
  },
  // Matches `LIKE ANY ('a', 'b')`, which PostgreSQL would take for the text of one array.
  {
    dialects: cloud,
    pattern: /(any|all|some)\s{0,9}\((\s{0,9}'[^']{0,200}'(?:\s{0,9},\s{0,9}'[^']{0,200}'){0,60}\s{0,9})\)/iy,
    instead: ([, which = "", list = ""]) => `${which} (ARRAY[${list}])`,
  },
  // Matches the path in `data:customer.name`, not `a::text` or `LIMIT :n`.
  {
    dialects: of("snowflake"),
    pattern: /(?<=[\w"\])]):(?=[a-z_])[\w.]{1,200}/iy,
    instead: ([path]) => path.replaceAll(/\W/g, "_"),
  },
  // The rows that INSERT, UPDATE and DELETE hand back.
  { dialects: of("transactsql"), pattern: /output\s{1,9}(?=(?:inserted|deleted|\$action)\b)/iy, end: outputEnd },
];

const selects = /^(?:select|distinct|all|high_priority|sql_\w{1,30})$/i;

function likeOf(glob: string): string {
  return glob.replaceAll("*", "%").replaceAll("?", "_");
}

/** The pieces with their dialect's idioms in common words; what is written instead points at what it stands for. */
export function withoutIdioms(pieces: readonly Piece[], dialect: Dialect): readonly Piece[] {
  const own = idioms.filter(({ dialects }) => dialects.has(dialect));
  return pieces.flatMap((piece) => {
    if (piece.placeholder !== undefined) return [piece];
    const edits = [...editsIn(piece.text, own, dialect), ...(tops.has(dialect) ? topEdits(piece.text) : [])];
    return edits.length === 0 ? [piece] : applied(piece, edits);
  });
}

function* editsIn(text: string, own: readonly Idiom[], dialect: Dialect): Generator<Edit> {
  let at = 0;
  let before = "";
  while (at < text.length) {
    const start = at;
    const found = foundAt(text, at, own, before);
    if (found !== undefined) {
      yield found;
      at = found.end;
      before = ")";
      continue;
    }
    const hidden = hiddenEnd(text, at, dialect);
    at = hidden > at ? hidden : wordEnd(text, at);
    if (text.slice(start, at).trim() !== "" && commentEnd(text, start) === start) before = text.slice(start, at);
  }
}

function foundAt(text: string, at: number, own: readonly Idiom[], before: string): Edit | undefined {
  for (const { pattern, end, instead, after } of own) {
    if (after !== undefined && !after.test(before)) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const stop = end === undefined ? at + found[0].length : end(text, at + found[0].length);
    return { start: at, end: stop, text: instead?.(found, before) ?? " " };
  }
  return undefined;
}

/** Where a quoted text or a comment ends. */
function hiddenEnd(text: string, at: number, dialect: Dialect): number {
  const here = text.charAt(at);
  if (here === "'" || here === '"' || here === "`") return quoteEnd(text, at, textInDoubleQuotes.has(dialect) && here !== "`");
  return commentEnd(text, at);
}

const words = /[\p{L}\p{N}_$@#]{1,200}/uy;

/** Where the word at this place ends; a sign is one by itself. */
function wordEnd(text: string, at: number): number {
  words.lastIndex = at;
  return at + (words.exec(text)?.[0].length ?? 1);
}

/** Behind the bracket that closes the one before this place. */
function closing(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length && depth > 0) {
    const here = text.charAt(at);
    if (here === "(") depth += 1;
    else if (here === ")") depth -= 1;
    at = here === "'" ? quoteEnd(text, at, false) : at + 1;
  }
  return at;
}

/** `CURRENT_TIMESTAMP()`: behind the brackets of a call, where there are any. */
function callEnd(text: string, from: number): number {
  return text.charAt(from) === "(" ? closing(text, from + 1) : from;
}

/** What goes on after OUTPUT: matches `VALUES` and `WHERE`. */
const goesOn = /\b(?:values|select|from|where|default|exec)\b|;/gi;

function outputEnd(text: string, from: number): number {
  goesOn.lastIndex = from;
  return goesOn.exec(text)?.index ?? text.length;
}

/** Dialects whose TOP their parser does not know. */
const tops = of("redshift");

/** Matches `SELECT TOP 10` and `SELECT DISTINCT TOP (10)`. */
const top = /\bselect\s{1,9}(?:distinct\s{1,9})?(top\s{1,9}\(?\d{1,9}\)?)(?=\s)/gi;

/** `SELECT TOP 10 …` is `SELECT … LIMIT 10`. */
function topEdits(text: string): readonly Edit[] {
  return [...text.matchAll(top)].flatMap((found) => {
    const end = found.index + found[0].length;
    const close = selectEnd(text, end);
    return [
      { start: end - (found[1]?.length ?? 0), end, text: " " },
      { start: close, end: close, text: " LIMIT 1" },
    ];
  });
}

/** Where the SELECT around this place ends. */
function selectEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === "(") depth += 1;
    else if (here === ")") depth -= 1;
    if (depth < 0) return at;
    at = here === "'" ? quoteEnd(text, at, false) : at + 1;
  }
  return at;
}

function applied(piece: Piece, edits: readonly Edit[]): Piece[] {
  const found: Piece[] = [];
  let copied = 0;
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start)) {
    if (start < copied) continue;
    if (start > copied) found.push(cut(piece, copied, start));
    found.push({ text, at: cut(piece, start, end).at });
    copied = end;
  }
  if (copied < piece.text.length) found.push(cut(piece, copied, piece.text.length));
  return found;
}
