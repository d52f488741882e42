import { fileRule, type Report } from "@failcheck/core";
import { markdown, type MarkdownTree } from "@failcheck/languages";
import { nearest, shownDay, weekdayNames, weekdayOf } from "./dates/calendar.ts";
import { datedTables, type PlacedWeekday } from "./dates/dated-tables.ts";
import { datedWeekdays } from "./dates/dated-weekdays.ts";
import { documentYear, mayBeNextYear, type DocumentYear } from "./dates/document-year.ts";
import { mayLie } from "./dates/may-lie.ts";
import { nameLike, rewrittenDate } from "./dates/rewritten-date.ts";
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
    for (const { dated, start, dateStart } of everyWeekday(tree)) {
      if (dated.year === undefined && year === null) year = documentYear(tree, file.path);
      const report = judge({ dated, start, dateStart }, year ?? undefined);
      if (report !== undefined) yield report;
    }
  },
});

function* everyWeekday(tree: MarkdownTree): Generator<PlacedWeekday> {
  for (const { at, text } of tree.prose) {
    for (const dated of datedWeekdays(text)) yield { dated, start: at[0], dateStart: at[0] };
  }
  yield* datedTables(tree.tables);
}

function judge({ dated, start, dateStart }: PlacedWeekday, its: DocumentYear | undefined): Report | undefined {
  const { weekday, day, month, year } = dated;
  if (year === undefined && (its === undefined || mayBeNextYear(month, its))) return undefined;
  const date = { year: year ?? its?.year ?? 0, month, day };
  const right = weekdayOf(date);
  if (right === undefined || right === weekday.value) return undefined;
  const name = weekdayNames[right] ?? "";
  const wrong = weekdayNames[weekday.value] ?? "";
  const inferred = year === undefined ? " (the year is that of the document's other dates)" : "";
  const at = [start + weekday.start, start + weekday.end] as const;
  const meant = nearest(date, weekday.value);
  const dateEdits = rewrittenDate(dated.own, date, meant, dateStart);
  return {
    at,
    message: `${weekday.text} stands beside ${shownDay(date)}, which is a ${name}${inferred}`,
    help: `Either the day is ${name}, or the date is ${wrong}, ${shownDay(meant)}.`,
    choices: [
      { title: `the day is ${name}`, edits: [{ at, text: nameLike(name, weekday.text) }] },
      ...(dateEdits === undefined ? [] : [{ title: `the date is ${shownDay(meant)}`, edits: dateEdits }]),
    ],
  };
}
