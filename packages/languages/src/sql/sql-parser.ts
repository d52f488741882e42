import type { Parse } from "@failcheck/core";
import { loadPostgres } from "./postgres-parser.ts";
import { join } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { splitStatements } from "./split.ts";
import type { ReadPostgres } from "./postgres-parser.ts";
import type { SqlText, SqlTree } from "./sql.ts";

/** The front end of `.sql` files. */
export async function loadSql(): Promise<Parse<SqlTree>> {
  const postgres = await loadPostgres();
  return ({ text }) => {
    const texts = [...splitStatements(text)].map((at) => makeText([{ text: text.slice(at[0], at[1]), at }], postgres));
    return { texts, problems: [] };
  };
}

function makeText(pieces: readonly Piece[], postgres: ReadPostgres): SqlText {
  const prepared = join(pieces);
  let reading: ReturnType<ReadPostgres> | undefined;
  return {
    text: prepared.text,
    at: prepared.place(0, prepared.text.length),
    read: () => (reading ??= postgres(prepared)),
  };
}
