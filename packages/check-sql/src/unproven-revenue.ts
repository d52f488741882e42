import { fileRule } from "@failcheck/core";
import { judgedSql, type JudgedSql } from "./revenue/judged-sql.ts";
import { revenueOptions, tableNames } from "./revenue/options.ts";
import type { RevenueOptions } from "./revenue/options.ts";
import { shown } from "./shown.ts";

/** Reports figures of which nobody can say what they count, with the piece that is not known. */
export const unprovenRevenue = fileRule<JudgedSql, RevenueOptions>({
  id: "sql/unproven-revenue",
  title: "What a revenue figure counts can be read from the query.",
  incidents: ["P-02"],
  reads: judgedSql,
  options: revenueOptions,
  optionsFrom: "sql/unfiltered-revenue",
  mentions: tableNames,
  *check(judged, file, options) {
    const { decided, unread } = judged.verdicts(options);
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
