import { monthNames, weekdayNames } from "./calendar.ts";

/** What matters in a text about dates; everything else is `other`. */
export interface DateToken {
  readonly kind: "weekday" | "month" | "number" | "iso" | "numeric" | "time" | "joiner" | "small" | "mark" | "other";
  readonly text: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** The weekday from 0, the month from 1, the number; 0 where that means nothing. */
  readonly value: number;
}

/**
 * One token: a date in figures (`2026-04-13`, `13.04.2026`), a time, a number with or without `th`, a word, a mark.
 * Matches `13th` as one, and `v13` as a word.
 */
const token =
  /(?<iso>\d{4}([-/])\d{1,2}\2\d{1,2}(?!\d))|(?<numeric>\d{1,2}([-/.])\d{1,2}\4\d{4}(?!\d))|(?<time>\d{1,2}:\d{2}(?::\d{2})?)|(?<number>\d{1,6}(?:\.\d+)?)(?:st|nd|rd|th)?(?![\p{L}\p{N}_])|(?<word>[\p{L}\p{N}_]+(?:['’][\p{L}]+)?)|(?<mark>[^\s\p{L}\p{N}_])/giu;

const short: Readonly<Record<string, number>> = { tues: 2, thur: 4, thurs: 4 };
const shortMonths: Readonly<Record<string, number>> = { sept: 9 };

/** Words that may stand within a date. */
const small = new Set(["the", "of"]);

/** What joins two days or two weekdays. */
const joiners = new Set(["to", "through", "thru", "until", "till", "and", "or", "-", "–", "—", "&", "/"]);

/** Names that are ordinary words as well when they are written small. */
const ordinary = new Set(["may", "march"]);

/** Whether a word is meant as a name: it has a capital, or is a full name that means nothing else. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) || (word.length > 3 && !(word in short) && !(word in shortMonths) && !ordinary.has(word));
}

/** Cuts a text into tokens. The dot of an abbreviation (`Mon.`, `Apr.`) is dropped. */
export function dateTokens(text: string): readonly DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of text.matchAll(token)) {
    const made = tokenOf(match);
    const last = tokens.at(-1);
    const isDot = made.text === "." && last?.end === made.start && last.text.length <= 5;
    if (isDot && (last.kind === "weekday" || last.kind === "month")) continue;
    tokens.push(made);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): DateToken {
  const text = match[0];
  const groups = match.groups ?? {};
  const place = { text, start: match.index, end: match.index + text.length };
  if (groups.iso !== undefined) return { kind: "iso", ...place, value: 0 };
  if (groups.numeric !== undefined) return { kind: "numeric", ...place, value: 0 };
  if (groups.time !== undefined) return { kind: "time", ...place, value: 0 };
  if (groups.number !== undefined) return { kind: "number", ...place, value: Number(groups.number) };
  return { ...wordKind(text), ...place };
}

function wordKind(text: string): Pick<DateToken, "kind" | "value"> {
  const lower = text.toLowerCase();
  if (joiners.has(lower)) return { kind: "joiner", value: 0 };
  if (small.has(lower)) return { kind: "small", value: 0 };
  const weekday = nameIndex(lower, weekdayNames) ?? short[lower];
  if (weekday !== undefined && isName(text)) return { kind: "weekday", value: weekday };
  const month = monthOf(lower);
  if (month !== undefined && isName(text)) return { kind: "month", value: month };
  return { kind: /^[\p{L}\p{N}_]/u.test(text) ? "other" : "mark", value: 0 };
}

function monthOf(lower: string): number | undefined {
  const index = nameIndex(lower, monthNames);
  return index === undefined ? shortMonths[lower] : index + 1;
}

function nameIndex(lower: string, names: readonly string[]): number | undefined {
  const index = names.findIndex(
    (name) => name.toLowerCase() === lower || (lower.length === 3 && name.toLowerCase().startsWith(lower)),
  );
  return index < 0 ? undefined : index;
}
