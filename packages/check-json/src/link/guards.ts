import type { Repository, RepositoryReport } from "@failcheck/core";
import { jsonColumn } from "./columns.ts";
import { ownerOf } from "./hits.ts";
import { openProgram } from "./program.ts";
import { resolve } from "./resolve.ts";

/** Places in these files that decode a JSON column where it holds a string. */
export async function* guards(repository: Repository, paths: readonly string[]): AsyncGenerator<RepositoryReport> {
  const program = openProgram(repository);
  for (const path of paths) {
    for (const { at, target, column: name } of (await program.facts(path))?.guards ?? []) {
      const thing = await resolve(program, path, target);
      const of = thing && ownerOf(thing);
      const column = of && (await jsonColumn(program, of, name));
      if (!column) continue;
      yield {
        path,
        at,
        message: `the JSON column ${column.label} is decoded where it holds a string, which it only does where it was encoded twice`,
        help: "find what writes the string (json/double-encode), repair the rows, and read the column as it is",
        related: [{ path: column.path, at: column.at, message: `${column.label} is declared as JSON here` }],
      };
    }
  }
  const [reason] = program.unread;
  if (reason !== undefined) throw reason;
}
