import { isCommon } from "./common.ts";
import { readForeign } from "./foreign/foreign-parser.ts";
import { templateVariants } from "./jinja.ts";
import { withoutIdioms } from "./idioms.ts";
import { join } from "./pieces.ts";
import type { Piece, Prepared } from "./pieces.ts";
import { readPlainInsert } from "./plain-insert.ts";
import { loadPostgres } from "./postgres-parser.ts";
import type { ReadPostgres } from "./postgres-parser.ts";
import { prepare } from "./prepare.ts";
import type { Style } from "./prepare.ts";
import { asPostgres, textInDoubleQuotes } from "./quotes.ts";
import type { Dialect, Reading } from "./sql.ts";

/** What is remembered of a file: whether its dialect's parser had to be stopped, after which it is not asked again. */
export interface Patience {
  stopped: boolean;
}

/** How a text is written, before the configuration says which dialect it is. */
export interface Writing extends Pick<Style, "percent" | "jinja"> {
  /** It may hold no placeholder at all, so that it is read as it stands first. */
  readonly plain: boolean;
}

/** Reads a text in any dialect. */
export type ReadSql = (pieces: readonly Piece[], writing: Writing, dialect: Dialect, patience: Patience) => Reading;

/** PostgreSQL is read with its own grammar, other dialects with node-sql-parser's, each where it comes to that. */
export async function loadReading(): Promise<ReadSql> {
  const postgres = await loadPostgres();
  return (pieces, writing, dialect, patience) => {
    const insert = readPlainInsert(join(pieces));
    if (insert !== undefined) return insert;
    const readings = (writing.jinja ? templateVariants(pieces) : [pieces]).map((variant) => {
      if (dialect === "postgres") return firstGood(textsOf(variant, writing, styleOf(writing, dialect)), postgres);
      return readOther(variant, writing, dialect, patience, postgres);
    });
    const [only] = readings;
    return only !== undefined && readings.length === 1 ? only : together(readings);
  };
}

/** What a template may become, as one: right only where all of it is. */
function together(readings: readonly Reading[]): Reading {
  const good = readings.filter(({ problems }) => problems.length === 0);
  if (good.length === 0) return readings[0] ?? nothing;
  const lost = good.length < readings.length ? ["what a condition of the template puts in or leaves out"] : [];
  const statements = good.flatMap((one) => one.statements);
  const literals = good.flatMap((one) => one.literals);
  const seconds = good.flatMap((one) => one.second ?? []);
  return {
    statements,
    literals,
    unsure: [...new Set([...good.flatMap((one) => one.unsure), ...lost])],
    ...(seconds.length > 0 ? { second: together(seconds) } : {}),
    problems: [],
  };
}

const nothing: Reading = { statements: [], literals: [], unsure: [], problems: [] };

/** Dialects whose parameters are written `@name`. */
const atNames = new Set<Dialect>(["transactsql", "bigquery", "mysql", "mariadb"]);

function styleOf({ percent, jinja }: Writing, dialect: Dialect): Style {
  return { percent, jinja, doubleQuotes: textInDoubleQuotes.has(dialect), atNames: atNames.has(dialect) };
}

function* textsOf(pieces: readonly Piece[], writing: Writing, style: Style): Generator<Prepared> {
  if (writing.plain && !style.atNames) yield join(pieces);
  yield* prepare(pieces, style);
}

function firstGood(texts: Iterable<Prepared>, read: ReadPostgres): Reading {
  let first: Reading | undefined;
  for (const text of texts) {
    const reading = read(text);
    if (reading.problems.length === 0) return reading;
    first ??= reading;
  }
  return first ?? nothing;
}

/**
 * What the dialect's parser cannot read, or not for certain, PostgreSQL's grammar may. Where both can, the second reading is
 * there to be asked: the dialect's parser is known to misread.
 */
function readOther(
  written: readonly Piece[],
  writing: Writing,
  dialect: Dialect,
  patience: Patience,
  postgres: ReadPostgres,
): Reading {
  const pieces = withoutIdioms(written, dialect);
  const alike = readAlike(pieces, writing, dialect, postgres);
  const common = pieces.every(({ text, placeholder }) => placeholder === undefined && isCommon(text));
  if (alike !== undefined && (common || isPlainInsert(alike, pieces))) return alike;
  const own = patience.stopped ? undefined : readOwn(pieces, writing, dialect, patience);
  if (own?.problems.length === 0 && own.unsure.length === 0) return alike === undefined ? own : { ...own, second: alike };
  return alike ?? own ?? firstGood(textsOf(pieces, writing, styleOf(writing, dialect)), postgres);
}

/** Names in backquotes or brackets, of which the case may count: matches "`createdAt`" and `[Id]`, not `id`. */
const quotedName = /`[^`\n]{0,63}`|\[[^\]\n]{0,63}\]/g;

/** Rows of values mean the same in every dialect, so that a dump does not go through a thread line by line. */
function isPlainInsert({ statements }: Reading, pieces: readonly Piece[]): boolean {
  const isPlain = statements.every((one) => one.kind === "insert" && one.source?.kind === "values" && one.with.length === 0);
  if (!isPlain || statements.length === 0) return false;
  const hasCapitals = (text: string): boolean => text.match(quotedName)?.some((name) => name !== name.toLowerCase()) === true;
  return !pieces.some(({ text }) => text.includes("\\") || hasCapitals(text));
}

function readOwn(pieces: readonly Piece[], writing: Writing, dialect: Dialect, patience: Patience): Reading {
  let first: Reading | undefined;
  for (const text of textsOf(pieces, writing, styleOf(writing, dialect))) {
    const reading = readForeign(text, dialect);
    if (reading.problems.length === 0) return reading;
    first ??= reading;
    patience.stopped = reading.stopped;
    if (patience.stopped) break;
  }
  return first ?? nothing;
}

/** PostgreSQL's reading of a text of another dialect; nothing where it has none. */
function readAlike(pieces: readonly Piece[], writing: Writing, dialect: Dialect, postgres: ReadPostgres): Reading | undefined {
  const quoted = pieces.map((piece) =>
    piece.placeholder === undefined ? { ...piece, text: asPostgres(piece.text, dialect) } : piece,
  );
  const reading = firstGood(textsOf(quoted, writing, { ...styleOf(writing, dialect), doubleQuotes: false }), postgres);
  return reading.problems.length === 0 ? reading : undefined;
}
