import { repositoryRule } from "@failcheck/core";
import { concernsInserts, insertWords, judgedInserts } from "./insert/judged-inserts.ts";
import { insertOptions, requiredColumns, tableText } from "./insert/options.ts";
import type { InsertOptions } from "./insert/options.ts";
import { unreadStatement } from "./unread-statement.ts";

/** Reports an INSERT whose columns nobody can read. */
export const unprovenInsertColumns = repositoryRule<InsertOptions>({
  id: "sql/unproven-insert-columns",
  title: "Which columns an INSERT fills can be read from the program.",
  incidents: ["P-01"],
  options: insertOptions,
  optionsFrom: "sql/missing-insert-column",
  concerns: concernsInserts,
  mentions: insertWords,
  async *check(repository, options) {
    for (const { path, insertions, unread } of await judgedInserts(repository, options)) {
      for (const { at, message } of unread) yield unreadStatement(path, at, message);
      const seen = new Set<number>();
      for (const { form, table, columns, dynamic } of insertions) {
        const missing = requiredColumns(options, table.schema, table.name).filter((column) => columns?.includes(column) !== true);
        if (!dynamic || missing.length === 0 || seen.has(table.at[0])) continue;
        seen.add(table.at[0]);
        const list = missing.join(", ");
        const message = `whether ${form} into ${tableText(table)} names ${list} depends on what the program puts in`;
        yield { path, at: table.at, message, help: `Write the columns out, ${list} among them.` };
      }
    }
  },
});
