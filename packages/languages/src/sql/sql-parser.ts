import type { Parse, Range } from "@failcheck/core";
import { asPostgres } from "./dialect.ts";
import { join } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { loadPostgres } from "./postgres-parser.ts";
import type { ReadPostgres } from "./postgres-parser.ts";
import { prepare } from "./prepare.ts";
import { splitStatements } from "./split.ts";
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";

/** The front end of `.sql` files. */
export async function loadSql(): Promise<Parse<SqlTree>> {
  const postgres = await loadPostgres();
  return ({ text }) => ({
    texts: [...splitStatements(text)].map((at) => makeText(text, at, postgres)),
    writes: [],
    steps: [],
    figures: [],
    problems: [],
  });
}

function makeText(file: string, at: Range, postgres: ReadPostgres): SqlText {
  const text = file.slice(at[0], at[1]);
  const readings = new Map<Dialect, Reading>();
  return {
    text,
    at,
    read(dialect) {
      const reading = readings.get(dialect) ?? read({ text: asPostgres(text, dialect), at }, postgres);
      readings.set(dialect, reading);
      return reading;
    },
  };
}

/** As it stands, and if that is no SQL, with the placeholders of a template filled in. */
function read(piece: Piece, postgres: ReadPostgres): Reading {
  const plain = postgres(join([piece]));
  if (plain.problems.length === 0) return plain;
  for (const prepared of prepare([piece], { percent: true, jinja: true })) {
    const reading = postgres(prepared);
    if (reading.problems.length === 0) return reading;
  }
  return plain;
}
