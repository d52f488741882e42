import { CannotCheck, configFiles } from "@failcheck/core";
import type { Repository } from "@failcheck/core";
import { holdsSql } from "./judged-files.ts";

/**
 * A configured column that CREATE TABLE lacks may come later, in a way of its own; one that no file ever names is a mistake.
 * `table` is named as the configuration names it, `titan.jobs`.
 */
export async function mustBeNamed(column: string, table: string, repository: Repository): Promise<void> {
  const word = new RegExp(`\\b${column.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\b`, "i");
  for (const path of repository.paths.filter(holdsSql)) if (word.test((await repository.read(path))?.text ?? "")) return;
  const place = await placeOf(column, table, repository);
  throw new CannotCheck(
    `${place}${table} has no column ${column}: its CREATE TABLE does not name it, and no file of the repository does`,
  );
}

/** `failcheck.yaml:5:12 `, where the configuration names the column behind its table. */
async function placeOf(column: string, table: string, repository: Repository): Promise<string> {
  for (const path of configFiles.filter((one) => repository.has(one))) {
    const text = (await repository.read(path))?.text ?? "";
    const found = text.indexOf(column, Math.max(0, text.indexOf(table)));
    if (found < 0) continue;
    const before = text.slice(0, found).split("\n");
    return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} `;
  }
  return "";
}
