import { weekdayOf } from "./calendar.ts";
import { datedWeekdays } from "./dated-weekdays.ts";

/** Any weekday: matches `Mon` and `Thursday`, nothing in `month` or `sunny`. */
const anyWeekday =
  /(?<![\p{L}\p{N}])(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\p{L}\p{N}])/giu;

/** A date, roughly: matches `1 apr`, `May 13`, `2026-04`, `13.4.`; nothing in `step 2`. */
const anyDate = /\d[-/.]\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** A head of a column of weekdays: matches `| Day |` and `| Mon | Tue |`. */
const dayColumn = /(?:^|\|)[ \t*]*(?:day|weekday|week day|dow|day of (?:the )?week|mon|monday)[ \t*]*\|/im;

/** What Markdown puts round words: emphasis, brackets, addresses, code, tags. */
const markup = /\]\([^()\n]{0,300}\)|[*_~[\]]+|^[ \t>]+/gm;

/** How far from a weekday its date, and the other end of its range, may stand. */
const reach = 110;

/**
 * Says quickly whether a document could hold a weekday that is wrong. One whose weekdays stand beside no date, or beside one
 * with a year that is right, need not be parsed, which takes a hundred times longer.
 */
export function mayLie(text: string): boolean {
  let from = 0;
  for (const match of text.matchAll(anyWeekday)) {
    if (match.index < from) continue;
    from = match.index + reach / 2;
    const around = text.slice(Math.max(0, match.index - reach), from + reach);
    if (anyDate.test(around) && isDoubtful(around)) return true;
  }
  return from > 0 && dayColumn.test(text);
}

function isDoubtful(text: string): boolean {
  const plain = text.replace(markup, (marks) => " ".repeat(marks.length));
  const tokensOfCode = plain.replace(/`[^`\n]{0,200}`|<[^<>\n]{0,200}>/g, (code) => "\uFFFC".repeat(code.length));
  return datedWeekdays(tokensOfCode).some(({ weekday, day, month, year }) => {
    return year === undefined || weekdayOf({ year, month, day }) !== weekday.value;
  });
}
