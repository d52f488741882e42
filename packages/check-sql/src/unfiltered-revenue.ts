import { repositoryRule } from "@failcheck/core";
import type { SourceFile } from "@failcheck/core";
import type { Verdict } from "./revenue/decide.ts";
import { concernsRevenue, judgedRevenue, revenueMentions } from "./revenue/judged-revenue.ts";
import { revenueOptions } from "./revenue/policy/options.ts";
import type { RevenueOptions } from "./revenue/policy/options.ts";
import { shown } from "./shown.ts";
import { unreadStatement } from "./unread-statement.ts";

/** Reports figures that rows change which may not be counted. */
export const unfilteredRevenue = repositoryRule<RevenueOptions>({
  id: "sql/unfiltered-revenue",
  title: "Every revenue figure counts only the rows that may be counted.",
  incidents: ["P-02"],
  options: revenueOptions,
  concerns: concernsRevenue,
  mentions: revenueMentions,
  async *check(repository, options) {
    for (const { path, file, verdicts } of await judgedRevenue(repository, options)) {
      for (const { at, problem } of verdicts.unread) yield unreadStatement(path, at, problem);
      for (const { at, conditions, fix } of verdicts.unwritten) {
        const message = `${shown(file.text, at)} counts the right rows, but ${conditions.join(" AND ")} is not written`;
        yield { path, at, message, help: `Write all of ${options.require}.`, ...(fix ? { fix } : {}) };
      }
      for (const verdict of verdicts.decided) {
        if (verdict.kind !== "violation") continue;
        const help = `Let only these rows through where the figure is made: ${options.require}.`;
        yield { path, at: verdict.at, message: messageOf(verdict, file), help };
      }
    }
  },
});

function messageOf({ at, instance, witness }: Verdict, file: SourceFile): string {
  const figure = shown(file.text, at);
  const verb = figure.includes("(") ? "counts" : "shows";
  const table = instance === undefined ? "the table" : [instance.table.schema, instance.table.name].filter(Boolean).join(".");
  const status = instance?.table.status ?? "status";
  if (witness === undefined) return `${figure} ${verb} every row of ${table}, whatever its ${status}`;
  return `${figure} ${verb} a row of ${table} with ${status} = ${witness === null ? "NULL" : `'${briefly(witness)}'`}`;
}

function briefly(status: string): string {
  return status.length > 60 ? `${status.slice(0, 59)}…` : status;
}
