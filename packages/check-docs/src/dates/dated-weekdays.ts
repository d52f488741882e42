import { dateTokens, type DateToken } from "./date-tokens.ts";
import { dateAt, type OwnTokens, type WrittenDate } from "./written-dates.ts";

/** A weekday and the date that it is written beside. */
export interface DatedWeekday {
  readonly weekday: DateToken;
  readonly day: number;
  readonly month: number;
  /** Undefined where no year is written. */
  readonly year: number | undefined;
  /** What the date is written with. */
  readonly own: OwnTokens;
}

/** Signs that may stand between a weekday and its date. */
const between = new Set([",", "(", ":", "-", "–", "—"]);

/** Signs behind which a weekday that follows its date has ended: `2026-04-13, Monday.` */
const closing = new Set([")", ".", ";", ":", "|", "]", "-", "–", "—"]);

/** Finds the weekdays of a text that are written beside a date. */
export function datedWeekdays(text: string): readonly DatedWeekday[] {
  const tokens = dateTokens(text);
  const found: DatedWeekday[] = [];
  const used = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "weekday" || used.has(index)) continue;
    used.add(index);
    const last = lastOfChain(tokens, index);
    for (let at = index + 2; at <= last; at += 2) used.add(at);
    if (last > index + 2) continue;
    found.push(...(last > index ? pairOfDays(tokens, index, last) : weekdayBeforeDate(tokens, index, used)));
  }
  for (const index of tokens.keys()) {
    const date = isStart(tokens, index) ? dateAt(tokens, index) : undefined;
    if (date !== undefined) found.push(...weekdayAfterDate(tokens, date, found));
  }
  return found;
}

/** `Monday–Friday`, `Sat/Sun`, `Monday, Tuesday and Friday`: the index of the last weekday. */
function lastOfChain(tokens: readonly DateToken[], index: number): number {
  let last = index;
  while (joins(tokens[last + 1]) && tokens[last + 2]?.kind === "weekday") last += 2;
  return last;
}

function joins(token: DateToken | undefined): boolean {
  return token?.kind === "joiner" || token?.text === ",";
}

/** Two weekdays with one date: they are judged only where the date has two days, as in `Mon–Fri, April 13–17`. */
function pairOfDays(tokens: readonly DateToken[], first: number, second: number): readonly DatedWeekday[] {
  const date = dateAt(tokens, afterSign(tokens, second + 1));
  return date === undefined ? [] : bothDays(tokens[first], tokens[second], date);
}

function bothDays(
  first: DateToken | undefined,
  second: DateToken | undefined,
  { day, month, year, own, lastDay, lastMonth, lastOwn }: WrittenDate,
): readonly DatedWeekday[] {
  if (first === undefined || second === undefined || month === undefined) return [];
  if (lastDay === undefined || lastOwn === undefined) return [];
  const lastOf = lastMonth ?? month;
  return [
    { weekday: first, day, month, year: yearBefore(year, month, lastOf), own },
    { weekday: second, day: lastDay, month: lastOf, year, own: lastOwn },
  ];
}

/** The year that stands behind a range is that of its end: `Dec 28 – Jan 3, 2027` begins in 2026. */
function yearBefore(year: number | undefined, month: number, lastMonth: number): number | undefined {
  return year !== undefined && lastMonth < month ? year - 1 : year;
}

/** The index behind a sign that may stand there; a dash must have a blank before it, or it is part of a name like `MON-12`. */
function afterSign(tokens: readonly DateToken[], index: number): number {
  const sign = tokens[index];
  if (sign === undefined || !between.has(sign.text)) return index;
  const isGlued = sign.kind === "joiner" && tokens[index - 1]?.end === sign.start;
  return isGlued ? index : index + 1;
}

/** A weekday and its date, and the second of a range: `Monday April 13–Friday 17, 2026`, `Mon 13 – Fri 17 April`. */
function weekdayBeforeDate(tokens: readonly DateToken[], index: number, used: Set<number>): readonly DatedWeekday[] {
  const weekday = tokens[index];
  const date = dateAt(tokens, afterSign(tokens, index + 1));
  if (weekday === undefined || date === undefined) return [];
  const second = secondOfRange(tokens, date.end);
  if (second === undefined) {
    const { day, month, lastMonth, own } = date;
    if (month === undefined) return [];
    return [{ weekday, day, month, year: yearBefore(date.year, month, lastMonth ?? month), own }];
  }
  used.add(second.index);
  const month = date.month ?? second.date.month;
  const lastMonth = second.date.month ?? month;
  if (month === undefined || lastMonth === undefined) return [];
  const year = date.year ?? yearBefore(second.date.year, month, lastMonth);
  const { day } = second.date;
  return [
    { weekday, day: date.day, month, year, own: ownIn(date, second.date) },
    { weekday: second.weekday, day, month: lastMonth, year: second.date.year ?? date.year, own: ownIn(second.date, date) },
  ];
}

/** What a date of a range does not share with the other: its month and its year only where the other has its own. */
function ownIn({ own }: WrittenDate, other: WrittenDate): OwnTokens {
  return {
    day: own.day,
    month: other.month === undefined ? undefined : own.month,
    year: other.year === undefined ? undefined : own.year,
  };
}

function secondOfRange(tokens: readonly DateToken[], index: number) {
  const weekday = tokens[index + 1];
  if (tokens[index]?.kind !== "joiner" || weekday?.kind !== "weekday") return undefined;
  const date = dateAt(tokens, afterSign(tokens, index + 2));
  return date === undefined ? undefined : { index: index + 1, weekday, date };
}

/** Whether a date can start here: not in the middle of one, and not behind a weekday. */
function isStart(tokens: readonly DateToken[], index: number): boolean {
  const { kind } = tokens[index] ?? { kind: "other" };
  if (kind === "iso" || kind === "numeric" || kind === "month") return true;
  return kind === "number" && tokens[index - 1]?.kind !== "month" && tokens[index - 1]?.kind !== "joiner";
}

/** `2026-04-13 (Monday)`, `April 13, 2026, Monday.`, `April 13–17 (Mon–Fri)`. */
function weekdayAfterDate(
  tokens: readonly DateToken[],
  date: WrittenDate,
  found: readonly DatedWeekday[],
): readonly DatedWeekday[] {
  const { day, month, year, own } = date;
  if (month === undefined) return [];
  const inBrackets = tokens[date.end]?.text === "(";
  const at = afterSign(tokens, date.end);
  const weekday = tokens[at];
  if (weekday?.kind !== "weekday" || found.some((other) => other.weekday === weekday)) return [];
  const next = tokens[at + 1];
  if (inBrackets && next?.kind === "joiner" && tokens[at + 2]?.kind === "weekday") return bothDays(weekday, tokens[at + 2], date);
  const ends = inBrackets ? next?.text === ")" : year !== undefined && (next === undefined || closing.has(next.text));
  return ends && date.lastDay === undefined ? [{ weekday, day, month, year, own }] : [];
}
