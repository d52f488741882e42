import { repositoryRule } from "@failcheck/core";
import type { Report } from "@failcheck/core";
import { concernsInserts, insertWords, judgedInserts } from "./insert/judged-inserts.ts";
import { isNothing } from "./insert/nothing.ts";
import type { Insertion } from "./insert/inserts.ts";
import { insertOptions, requiredColumns, tableText } from "./insert/options.ts";
import type { InsertOptions } from "./insert/options.ts";
import { unreadStatement } from "./unread-statement.ts";

/** Reports an INSERT that leaves a column to chance. */
export const missingInsertColumn = repositoryRule<InsertOptions>({
  id: "sql/missing-insert-column",
  title: "Every INSERT names the columns that its table's rows depend on, and gives them a value.",
  incidents: ["P-01"],
  options: insertOptions,
  concerns: concernsInserts,
  mentions: insertWords,
  async *check(repository, options) {
    for (const { path, insertions, unread } of await judgedInserts(repository, options)) {
      for (const { at, message } of unread) yield unreadStatement(path, at, message);
      const seen = new Set<string>();
      for (const report of insertions.flatMap((insertion) => [...reportsOn(insertion, options)])) {
        const key = `${report.at.join("-")} ${report.message}`;
        if (!seen.has(key)) yield { path, ...report };
        seen.add(key);
      }
    }
  },
});

function* reportsOn({ form, table, columns, values, dynamic }: Insertion, options: InsertOptions): Generator<Report> {
  const required = requiredColumns(options, table.schema, table.name);
  if (required.length === 0 || dynamic) return;
  const name = tableText(table);
  const list = required.join(", ");
  if (columns === undefined) {
    const message = `${form} into ${name} names no columns, so that ${list} may be left out`;
    yield { at: table.at, message, help: `Name the columns, ${list} among them.` };
    return;
  }
  for (const column of required) {
    const index = columns.indexOf(column);
    const help = `Name ${column}, and say which value it has.`;
    if (index < 0) yield { at: table.at, message: `${form} into ${name} leaves out ${column}`, help };
    const empty = values(index).find(isNothing);
    if (index >= 0 && empty !== undefined) yield { at: empty.at, message: `${form} into ${name} gives ${column} no value`, help };
  }
}
