import { fileRule } from "@failcheck/core";
import type { SourceFile } from "@failcheck/core";
import type { Verdict } from "./revenue/decide.ts";
import { judgedSql, type JudgedSql } from "./revenue/judged-sql.ts";
import { revenueOptions, tableNames } from "./revenue/options.ts";
import type { RevenueOptions } from "./revenue/options.ts";
import { shown } from "./shown.ts";

/** Reports figures that rows change which may not be counted. */
export const unfilteredRevenue = fileRule<JudgedSql, RevenueOptions>({
  id: "sql/unfiltered-revenue",
  title: "Every revenue figure counts only the rows that may be counted.",
  incidents: ["P-02"],
  reads: judgedSql,
  options: revenueOptions,
  mentions: tableNames,
  *check(judged, file, options) {
    const { decided, unwritten } = judged.verdicts(options);
    for (const { at, conditions, fix } of unwritten) {
      const message = `${shown(file.text, at)} counts the right rows, but ${conditions.join(" AND ")} is not written`;
      yield { at, message, help: `Write all of ${options.require}.`, ...(fix ? { fix } : {}) };
    }
    for (const verdict of decided) {
      if (verdict.kind !== "violation") continue;
      const help = `Let only these rows through where the figure is made: ${options.require}.`;
      yield { at: verdict.at, message: messageOf(verdict, file), help };
    }
  },
});

function messageOf({ at, instance, witness }: Verdict, file: SourceFile): string {
  const figure = shown(file.text, at);
  const verb = figure.includes("(") ? "counts" : "shows";
  const table = instance === undefined ? "the table" : [instance.table.schema, instance.table.name].filter(Boolean).join(".");
  const status = instance?.table.status ?? "status";
  if (witness === undefined) return `${figure} ${verb} every row of ${table}, whatever its ${status}`;
  return `${figure} ${verb} a row of ${table} with ${status} = ${witness === null ? "NULL" : `'${witness}'`}`;
}
