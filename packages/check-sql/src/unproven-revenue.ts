import { repositoryRule } from "@failcheck/core";
import { concernsRevenue, judgedRevenue, revenueMentions } from "./revenue/judged-revenue.ts";
import { revenueOptions } from "./revenue/policy/options.ts";
import type { RevenueOptions } from "./revenue/policy/options.ts";
import { shown } from "./shown.ts";
import { unreadStatement } from "./unread-statement.ts";

/** Reports figures of which nobody can say what they count, with the piece that is not known. */
export const unprovenRevenue = repositoryRule<RevenueOptions>({
  id: "sql/unproven-revenue",
  title: "What a revenue figure counts can be read from the query.",
  incidents: ["P-02"],
  options: revenueOptions,
  optionsFrom: "sql/unfiltered-revenue",
  concerns: concernsRevenue,
  mentions: revenueMentions,
  async *check(repository, options) {
    const help = `Write the condition where it can be read: ${options.require}.`;
    for (const { path, file, verdicts } of await judgedRevenue(repository, options)) {
      for (const { at, kind, reason } of verdicts.decided) {
        if (kind !== "unproven") continue;
        yield { path, at, message: `whether ${shown(file.text, at)} counts only the right rows depends on ${reason}`, help };
      }
      for (const { at, problem, revenue } of verdicts.unread) {
        yield unreadStatement(path, at, problem);
        if (revenue) yield { path, at, message: `this query speaks of revenue and cannot be read: ${problem}`, help };
      }
    }
  },
});
