import type { Parse, Range } from "@failcheck/core";
import { loadReading } from "./reading-parser.ts";
import { routineTexts } from "./routine-texts.ts";
import type { Reader } from "./routine-texts.ts";
import { splitStatements } from "./split.ts";
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";

/** The front end of `.sql` files. */
export async function loadSql(): Promise<Parse<SqlTree>> {
  const read = await loadReading();
  return ({ text }) => {
    const reader: Reader = { read, writing, patience: { stopped: false } };
    return {
      texts: [...splitStatements(text)].flatMap((at) => makeTexts(text, at, reader)),
      steps: [],
      models: new Map(),
      writes: () => [],
      built: () => [],
      problems: [],
    };
  };
}

const writing = { plain: true, percent: true, jinja: true };

/** A statement, and those in its body where it has one. */
function makeTexts(file: string, at: Range, reader: Reader): SqlText[] {
  const text = file.slice(at[0], at[1]);
  const readings = new Map<Dialect, Reading>();
  const whole: SqlText = {
    text,
    at,
    read(dialect) {
      const reading = readings.get(dialect) ?? reader.read([{ text, at }], reader.writing, dialect, reader.patience);
      readings.set(dialect, reading);
      return reading;
    },
  };
  return [whole, ...routineTexts([{ text, at }], reader)];
}
