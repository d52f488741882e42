import type { DateToken } from "./date-tokens.ts";

/** The tokens that only one date is made of: in `Mon–Fri, April 13–17` the month belongs to both days, and so to neither. */
export interface OwnTokens {
  readonly day: DateToken;
  readonly month?: DateToken | undefined;
  readonly year?: DateToken | undefined;
}

/** A date as far as it is written: `Friday 17` has no month of its own, `April 13` no year. */
export interface WrittenDate {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
  /** The second day of `April 13–17`. */
  readonly lastDay?: number;
  readonly lastMonth?: number;
  readonly own: OwnTokens;
  /** Those of the second day. */
  readonly lastOwn?: OwnTokens;
  /** The index behind its last token. */
  readonly end: number;
}

type Tokens = readonly DateToken[];

/** The date that starts at a token; undefined where none does, or where it could be read in two ways. */
export function dateAt(tokens: Tokens, index: number): WrittenDate | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  if (first.kind === "iso") return isoDate(first, index);
  if (first.kind === "numeric") return numericDate(first, index);
  if (first.kind === "month") return monthFirst(tokens, index);
  const start = first.kind === "small" && first.text.toLowerCase() === "the" ? index + 1 : index;
  return dayFirst(tokens, start);
}

function isoDate(token: DateToken, index: number): WrittenDate {
  const [year = 0, month = 0, day = 0] = token.text.split(/[-/]/).map(Number);
  return { day, month, year, own: { day: token }, end: index + 1 };
}

/** Day and month in figures: a dot means the day comes first; with other signs only what cannot be a month tells. */
function numericDate(token: DateToken, index: number): WrittenDate | undefined {
  const [first = 0, second = 0, year = 0] = token.text.split(/[-/.]/).map(Number);
  const rest = { year, own: { day: token }, end: index + 1 };
  if (isDayFirst(token.text)) return { day: first, month: second, ...rest };
  return second > 12 ? { day: second, month: first, ...rest } : undefined;
}

/** Whether a date in figures can be read with its day first: `13/04/2026`, `13.04.2026`, `04/04/2026`. */
export function isDayFirst(text: string): boolean {
  const [first = 0, second = 0] = text.split(/[-/.]/).map(Number);
  return text.includes(".") || first > 12 || first === second;
}

function isDay(token: DateToken | undefined): token is DateToken {
  return token?.kind === "number" && token.value >= 1 && token.value <= 31 && !token.text.includes(".");
}

/** `April 13`, `April 13–17`, `Dec 28 – Jan 3`, each with or without a year. */
function monthFirst(tokens: Tokens, index: number): WrittenDate | undefined {
  const month = tokens[index];
  const afterThe = tokens[index + 1]?.kind === "small" ? index + 2 : index + 1;
  const day = tokens[afterThe];
  if (month === undefined || !isDay(day)) return undefined;
  let end = afterThe + 1;
  let last: Pick<WrittenDate, "lastDay" | "lastMonth" | "lastOwn"> = {};
  let ownMonth: DateToken | undefined = month;
  if (tokens[end]?.kind === "joiner") {
    const second = tokens[end + 1]?.kind === "month" ? end + 2 : end + 1;
    const named = tokens[second - 1]?.kind === "month" ? tokens[second - 1] : undefined;
    const until = tokens[second];
    if (isDay(until)) {
      last = { lastDay: until.value, ...(named && { lastMonth: named.value }), lastOwn: { day: until, month: named } };
      ownMonth = named && month;
      end = second + 1;
    }
  }
  return withYear(tokens, { day: day.value, month: month.value, ...last, own: { day, month: ownMonth }, end });
}

/** `13 April`, `13th of April`, `13–17 April`, `13`, each with or without a year. */
function dayFirst(tokens: Tokens, index: number): WrittenDate | undefined {
  const day = tokens[index];
  if (!isDay(day)) return undefined;
  let at = index + 1;
  const until = tokens[at + 1];
  const isRange = tokens[at]?.kind === "joiner" && isDay(until);
  const rangeEnd = isRange ? monthAfter(tokens, at + 2) : undefined;
  const last = rangeEnd !== undefined && until !== undefined ? { lastDay: until.value, lastOwn: { day: until } } : {};
  if (rangeEnd !== undefined) at += 2;
  const month = monthAfter(tokens, at);
  if (month === undefined) return withYear(tokens, { day: day.value, own: { day }, end: at });
  const own = { day, month: rangeEnd === undefined ? month.token : undefined };
  return withYear(tokens, { day: day.value, month: month.token.value, ...last, own, end: month.end });
}

function monthAfter(tokens: Tokens, index: number): { readonly token: DateToken; readonly end: number } | undefined {
  const at = tokens[index]?.kind === "small" && tokens[index].text.toLowerCase() === "of" ? index + 1 : index;
  const month = tokens[at];
  return month?.kind === "month" ? { token: month, end: at + 1 } : undefined;
}

/** Adds the year behind a date: `, 2026`, ` 2026`, or behind a time as in `Apr 13 10:00:00 UTC 2026`. */
function withYear(tokens: Tokens, date: WrittenDate): WrittenDate {
  let at = date.end;
  if (tokens[at]?.text === ",") at += 1;
  if (tokens[at]?.kind === "time") at += /^[A-Z]{2,4}$/.test(tokens[at + 1]?.text ?? "") ? 2 : 1;
  const year = tokens[at];
  if (!isYear(year)) return date;
  const own = date.lastDay === undefined ? { ...date.own, year } : date.own;
  return { ...date, year: year.value, own, end: at + 1 };
}

export function isYear(token: DateToken | undefined): token is DateToken {
  return token?.kind === "number" && /^(?:1[89]|2[01])\d\d$/.test(token.text);
}
