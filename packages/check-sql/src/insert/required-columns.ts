import type { Repository } from "@failcheck/core";
import { mustBeNamed } from "../repository/configured-column.ts";
import type { JudgedFile } from "../repository/judged-files.ts";
import { definitionsIn, makeCatalog } from "../revenue/scopes/catalog.ts";
import { patternParts } from "./options.ts";
import type { InsertOptions } from "./options.ts";

/** Throws where the configuration asks for a column that the table's CREATE TABLE lacks and nobody ever names. */
export async function mustHaveColumns(
  { tables, dialect }: InsertOptions,
  files: readonly JudgedFile[],
  repository: Repository,
): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const catalog = makeCatalog(definitionsIn(first.definers, dialect), first.altered);
  for (const [pattern, columns] of Object.entries(tables)) {
    const known = catalog.columns(...patternParts(pattern));
    const missing = columns.filter((column) => known?.names.includes(column.toLowerCase()) === false);
    for (const column of missing) await mustBeNamed(column, pattern, repository);
  }
}
