import { fileRule, type Report } from "@failcheck/core";
import { markdown, type MarkdownTree } from "@failcheck/languages";
import { nearest, shownDay, weekdayNames, weekdayOf } from "./dates/calendar.ts";
import { datedTables } from "./dates/dated-tables.ts";
import { datedWeekdays, type DatedWeekday } from "./dates/dated-weekdays.ts";
import { documentYear, mayBeNextYear, type DocumentYear } from "./dates/document-year.ts";
import { mayLie } from "./dates/may-lie.ts";
import { isForeign } from "./paths.ts";

/** Reports weekdays that are not those of the dates beside them. */
export const wrongWeekday = fileRule<MarkdownTree>({
  id: "docs/wrong-weekday",
  title: "A weekday written beside a date is the weekday of that date.",
  incidents: ["P-20"],
  reads: markdown,
  mentions: () => ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  *check(tree, file) {
    if (isForeign(file.path) || !mayLie(file.text)) return;
    let year: DocumentYear | null | undefined = null;
    for (const { dated, start } of everyWeekday(tree)) {
      if (dated.year === undefined && year === null) year = documentYear(tree, file.path);
      const report = judge(dated, start, year ?? undefined);
      if (report !== undefined) yield report;
    }
  },
});

function* everyWeekday(tree: MarkdownTree): Generator<{ readonly dated: DatedWeekday; readonly start: number }> {
  for (const { at, text } of tree.prose) {
    for (const dated of datedWeekdays(text)) yield { dated, start: at[0] };
  }
  yield* datedTables(tree.tables);
}

function judge({ weekday, day, month, year }: DatedWeekday, start: number, own: DocumentYear | undefined): Report | undefined {
  if (year === undefined && (own === undefined || mayBeNextYear(month, own))) return undefined;
  const date = { year: year ?? own?.year ?? 0, month, day };
  const right = weekdayOf(date);
  if (right === undefined || right === weekday.value) return undefined;
  const name = weekdayNames[right] ?? "";
  const wrong = weekdayNames[weekday.value] ?? "";
  const inferred = year === undefined ? " (the year is that of the document's other dates)" : "";
  const at = [start + weekday.start, start + weekday.end] as const;
  return {
    at,
    message: `${weekday.text} stands beside ${shownDay(date)}, which is a ${name}${inferred}`,
    help: `Either the day is ${name}, or the date is ${wrong}, ${shownDay(nearest(date, weekday.value))}.`,
    unsafeFix: [{ at, text: likewise(name, weekday.text) }],
  };
}

/** The name in the length and the case that the other has: `Sun` for `Mon`, `SUNDAY` for `MONDAY`. */
function likewise(name: string, other: string): string {
  const cut = other.length <= 5 ? name.slice(0, 3) : name;
  if (other === other.toUpperCase()) return cut.toUpperCase();
  return other === other.toLowerCase() ? cut.toLowerCase() : cut;
}
