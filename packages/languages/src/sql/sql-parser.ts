import type { Parse, Range } from "@failcheck/core";
import { loadReading } from "./reading-parser.ts";
import type { Patience, ReadSql } from "./reading-parser.ts";
import { splitStatements } from "./split.ts";
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";

/** The front end of `.sql` files. */
export async function loadSql(): Promise<Parse<SqlTree>> {
  const read = await loadReading();
  return ({ text }) => {
    const patience = { stopped: false };
    return {
      texts: [...splitStatements(text)].map((at) => makeText(text, at, read, patience)),
      steps: [],
      models: new Map(),
      writes: () => [],
      built: () => [],
      problems: [],
    };
  };
}

function makeText(file: string, at: Range, read: ReadSql, patience: Patience): SqlText {
  const text = file.slice(at[0], at[1]);
  const readings = new Map<Dialect, Reading>();
  return {
    text,
    at,
    read(dialect) {
      const reading =
        readings.get(dialect) ?? read([{ text, at }], { plain: true, percent: true, jinja: true }, dialect, patience);
      readings.set(dialect, reading);
      return reading;
    },
  };
}
