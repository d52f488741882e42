import { join } from "./pieces.ts";
import type { Piece, Prepared } from "./pieces.ts";
import type { Patience, ReadSql, Writing } from "./reading-parser.ts";
import { routineOf } from "./routine.ts";
import type { BodyStatement, Routine } from "./routine.ts";
import type { Reading, SqlText } from "./sql.ts";
import { opaqueEnd } from "./span.ts";

/** What the statements of a routine's body share with the text that holds them. */
export interface Reader {
  readonly read: ReadSql;
  readonly writing: Writing;
  readonly patience: Patience;
}

/** The statements in the body of a function or DO block; none where the text is no such thing. */
export function routineTexts(pieces: readonly Piece[], reader: Reader): SqlText[] {
  const prepared = join(pieces);
  const routine = routineOf(prepared.text);
  return routine === undefined ? [] : routine.statements.map((statement) => textOf(statement, routine, prepared, reader));
}

function textOf(statement: BodyStatement, routine: Routine, prepared: Prepared, reader: Reader): SqlText {
  const { text, start, end, dynamic } = statement;
  const at = prepared.place(start, end);
  if (dynamic) {
    const reading: Reading = {
      statements: [{ kind: "other", at, what: "EXECUTE" }],
      literals: [],
      unsure: ["what EXECUTE runs"],
      problems: [],
    };
    return { text, at, read: () => reading };
  }
  return {
    text,
    at,
    read: (dialect) => {
      const reading = reader.read(withVariables(statement, routine, prepared), reader.writing, dialect, reader.patience);
      if (reading.problems.length === 0) return reading;
      return reader.read([pieceOf(text, start, prepared)], reader.writing, dialect, reader.patience);
    },
  };
}

function pieceOf(text: string, start: number, prepared: Prepared): Piece {
  return {
    text,
    at: prepared.place(start, start + text.length),
    source: (index) => prepared.place(start + index, start + index)[0],
  };
}

const name = /[\p{L}_][\p{L}\p{N}_$]{0,62}/uy;

/** The text with parameters in place of the routine's variables. */
function withVariables({ text, start }: BodyStatement, { variables }: Routine, prepared: Prepared): Piece[] {
  const found: Piece[] = [];
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const hidden = opaqueEnd(text, at);
    name.lastIndex = at;
    const word = hidden > at ? undefined : name.exec(text)?.[0];
    const end = hidden > at ? hidden : at + (word?.length ?? 1);
    const alone = text.charAt(at - 1) !== "." && !/^\s{0,9}[.(]/.test(text.slice(end, end + 12));
    if (word !== undefined && alone && variables.has(word.toLowerCase())) {
      if (at > copied) found.push(pieceOf(text.slice(copied, at), start + copied, prepared));
      found.push({ text: "", at: prepared.place(start + at, start + end), placeholder: { kind: "parameter", text: word } });
      copied = end;
    }
    at = end;
  }
  return [...found, pieceOf(text.slice(copied), start + copied, prepared)];
}
