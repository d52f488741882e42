import { readForeign } from "./foreign/foreign-parser.ts";
import { join } from "./pieces.ts";
import type { Piece, Prepared } from "./pieces.ts";
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
    if (dialect === "postgres") return firstGood(textsOf(pieces, writing, styleOf(writing, dialect)), postgres);
    return readOther(pieces, writing, dialect, patience, postgres);
  };
}

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
  return first ?? { statements: [], literals: [], unsure: [], problems: [] };
}

/**
 * What the dialect's parser cannot read, or not for certain, PostgreSQL's grammar may. Where both can, the second reading is
 * there to be asked: the dialect's parser is known to misread.
 */
function readOther(
  pieces: readonly Piece[],
  writing: Writing,
  dialect: Dialect,
  patience: Patience,
  postgres: ReadPostgres,
): Reading {
  const alike = readAlike(pieces, writing, dialect, postgres);
  const own = patience.stopped ? undefined : readOwn(pieces, writing, dialect, patience);
  if (own?.problems.length === 0 && own.unsure.length === 0) return alike === undefined ? own : { ...own, second: alike };
  return alike ?? own ?? firstGood(textsOf(pieces, writing, styleOf(writing, dialect)), postgres);
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
  return first ?? { statements: [], literals: [], unsure: [], problems: [] };
}

/** Dialects in which `||` and `&&` join conditions. */
const signsJoin = new Set<Dialect>(["mysql", "mariadb"]);

/** PostgreSQL's reading of a text of another dialect; nothing where it has none, or one that means something else there. */
function readAlike(pieces: readonly Piece[], writing: Writing, dialect: Dialect, postgres: ReadPostgres): Reading | undefined {
  if (signsJoin.has(dialect) && pieces.some(({ text }) => text.includes("||") || text.includes("&&"))) return undefined;
  const quoted = pieces.map((piece) =>
    piece.placeholder === undefined ? { ...piece, text: asPostgres(piece.text, dialect) } : piece,
  );
  const reading = firstGood(textsOf(quoted, writing, { ...styleOf(writing, dialect), doubleQuotes: false }), postgres);
  return reading.problems.length === 0 ? reading : undefined;
}
