import { fileRule } from "@failcheck/core";
import { pythonSql, sql, typescriptSql } from "@failcheck/languages/sql";
import type { SqlTree } from "@failcheck/languages/sql";
import { revenueOptions, tableNames } from "./revenue/options.ts";
import type { RevenueOptions } from "./revenue/options.ts";
import { verdictsOf } from "./revenue/verdicts.ts";
import { shown } from "./shown.ts";

/** Reports figures of which nobody can say what they count, with the piece that is not known. */
export const unprovenRevenue = fileRule<SqlTree, RevenueOptions>({
  id: "sql/unproven-revenue",
  title: "What a revenue figure counts can be read from the query.",
  incidents: ["P-02"],
  reads: [sql, pythonSql, typescriptSql],
  options: revenueOptions,
  optionsFrom: "sql/unfiltered-revenue",
  mentions: tableNames,
  *check(tree, file, options) {
    const { decided, unread } = verdictsOf(tree, options);
    const help = `Write the condition where it can be read: ${options.require}.`;
    for (const { at, kind, reason } of decided) {
      if (kind === "unproven")
        yield { at, message: `whether ${shown(file.text, at)} counts only the right rows depends on ${reason}`, help };
    }
    for (const { at, problem } of unread) {
      yield { at, message: `this query speaks of revenue and cannot be read: ${problem}`, help };
    }
  },
});
