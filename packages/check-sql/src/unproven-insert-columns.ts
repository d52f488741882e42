import { fileRule } from "@failcheck/core";
import { insertionsIn } from "./insert/inserts.ts";
import { judgedSql, type JudgedSql } from "./revenue/judged-sql.ts";
import { insertMentions, insertOptions, requiredColumns, tableText } from "./insert/options.ts";
import type { InsertOptions } from "./insert/options.ts";

/** Reports an INSERT whose columns nobody can read. */
export const unprovenInsertColumns = fileRule<JudgedSql, InsertOptions>({
  id: "sql/unproven-insert-columns",
  title: "Which columns an INSERT fills can be read from the program.",
  incidents: ["P-01"],
  reads: judgedSql,
  options: insertOptions,
  optionsFrom: "sql/missing-insert-column",
  mentions: insertMentions,
  *check({ tree }, _file, options) {
    const seen = new Set<number>();
    for (const { form, table, columns, dynamic } of insertionsIn(tree, insertMentions(options), options.dialect)) {
      const missing = requiredColumns(options, table.schema, table.name).filter((column) => columns?.includes(column) !== true);
      if (!dynamic || missing.length === 0 || seen.has(table.at[0])) continue;
      seen.add(table.at[0]);
      const list = missing.join(", ");
      const message = `whether ${form} into ${tableText(table)} names ${list} depends on what the program puts in`;
      yield { at: table.at, message, help: `Write the columns out, ${list} among them.` };
    }
  },
});
