import type { CodeTree } from "../../code/code-tree.ts";
import { join } from "../pieces.ts";
import type { Patience, ReadSql } from "../reading-parser.ts";
import type { ModelTable, Reading, SqlText } from "../sql.ts";
import { findQueries, programOf } from "./program-queries.ts";
import { rendered } from "./select.ts";
import type { Built } from "./select.ts";
import { readScript } from "./script.ts";
import { readAlchemy } from "./sqlalchemy.ts";

/** What reads the statements of one file, and how long it goes on. */
interface Readers {
  readonly read: ReadSql;
  readonly patience: Patience;
}

/** The queries that a program builds without SQL text. */
export function builtTexts(tree: CodeTree, models: ReadonlyMap<string, ModelTable>, holder: Readers): SqlText[] {
  if (!/\bselect|query|\.objects\b|\b(?:sum|avg|min|max|where)\(/i.test(tree.text)) return [];
  const program = programOf(tree, models);
  return findQueries(program, isPython(tree) ? readAlchemy : readScript).map((query) => textOf(query, holder));
}

function isPython(tree: CodeTree): boolean {
  return tree.root.type === "module";
}

/** A built query is read like one that is written, in the dialect in which it is written here. */
function textOf(query: Built, { read, patience }: Readers): SqlText {
  const pieces = rendered(query);
  let reading: Reading | undefined;
  const writing = { plain: false, percent: false, jinja: false };
  return { text: join(pieces).text, at: query.node.at, read: () => (reading ??= read(pieces, writing, "postgres", patience)) };
}
