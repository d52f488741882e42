import { sourceFile } from "@failcheck/core";
import type { Parse, Range } from "@failcheck/core";
import { python } from "../python/python.ts";
import { embeddedSql } from "./embedded.ts";
import { readNotebook } from "./notebook-cells-parser.ts";
import type { Assembled } from "./notebook-cells-parser.ts";
import type { Piece } from "./pieces.ts";
import { loadReading } from "./reading-parser.ts";
import type { Patience, ReadSql } from "./reading-parser.ts";
import { splitStatements } from "./split.ts";
import type { SqlText, SqlTree } from "./sql.ts";

const writing = { plain: false, percent: true, jinja: true };

/** SQL in the code cells of a Jupyter notebook. */
export async function loadNotebookSql(): Promise<Parse<SqlTree>> {
  const [parse, read] = await Promise.all([python.load(), loadReading()]);
  return (file) => {
    const { program, queries } = readNotebook(file.text);
    const tree = embeddedSql(parse, placed(read, program), writing)(sourceFile(file.path, Buffer.from(program.text)));
    const at = <Held extends { readonly at: Range }>(held: Held): Held => ({ ...held, at: rangeIn(program, held.at) });
    const patience: Patience = { stopped: false };
    return {
      ...tree,
      texts: [...tree.texts.map(at), ...queries.flatMap((query) => cellTexts(query, read, patience))],
      steps: tree.steps.map(at),
      writes: (models) => tree.writes(models).map(at),
      built: (models) => tree.built(models).map(at),
      problems: tree.problems.map(at),
    };
  };
}

function rangeIn(text: Assembled, [start, end]: Range): Range {
  const from = text.start(start);
  return [from, Math.max(from, text.end(end))];
}

/** Reads pieces of the assembled text as pieces of the notebook. */
function placed(read: ReadSql, text: Assembled): ReadSql {
  const moved = (piece: Piece): Piece => ({
    ...piece,
    at: rangeIn(text, piece.at),
    source: (index) => text.start(piece.source?.(index) ?? piece.at[0] + index),
    sourceEnd: (index) => text.end(piece.sourceEnd?.(index) ?? piece.source?.(index) ?? piece.at[0] + index),
  });
  return (pieces, style, dialect, patience) => read(pieces.map(moved), style, dialect, patience);
}

/** The statements of a cell that is SQL from end to end. */
function cellTexts(cell: Assembled, read: ReadSql, patience: Patience): SqlText[] {
  return [...splitStatements(cell.text)].map(([start, end]) => {
    const text = cell.text.slice(start, end);
    const at = rangeIn(cell, [start, end]);
    const piece: Piece = { text, at, source: (index) => cell.start(start + index) };
    return { text, at, read: (dialect) => read([piece], { ...writing, plain: true }, dialect, patience) };
  });
}
