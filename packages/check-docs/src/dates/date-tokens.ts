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

type Meaning = Pick<DateToken, "kind" | "value">;

/** Words that stand within dates, in small letters. */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...weekdayNames.flatMap((name, value) => named(name, { kind: "weekday", value })),
  ...monthNames.flatMap((name, index) => named(name, { kind: "month", value: index + 1 })),
  ["tues", { kind: "weekday", value: 2 }],
  ["thur", { kind: "weekday", value: 4 }],
  ["thurs", { kind: "weekday", value: 4 }],
  ["sept", { kind: "month", value: 9 }],
  ...["the", "of"].map((word): [string, Meaning] => [word, { kind: "small", value: 0 }]),
  ...["to", "through", "thru", "until", "till", "and", "or", "-", "–", "—", "&", "/"].map((word): [string, Meaning] => [
    word,
    { kind: "joiner", value: 0 },
  ]),
]);

const other: Meaning = { kind: "other", value: 0 };
const mark: Meaning = { kind: "mark", value: 0 };

/** A name in full and by its first three letters. */
function named(name: string, meaning: Meaning): [string, Meaning][] {
  const lower = name.toLowerCase();
  return [
    [lower, meaning],
    [lower.slice(0, 3), meaning],
  ];
}

/** Names that are cut short, or are ordinary words as well: they count only when they are written with a capital. */
const needsCapital = new Set(["may", "march", "tues", "thur", "thurs", "sept"]);

function isName(word: string): boolean {
  return word.length > 3 && !needsCapital.has(word) ? true : /^\p{Lu}/u.test(word);
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

function wordKind(text: string): Meaning {
  const known = text.length > 9 ? undefined : meanings.get(text.toLowerCase());
  if (known === undefined) return /^[\p{L}\p{N}_]/u.test(text) ? other : mark;
  return (known.kind === "weekday" || known.kind === "month") && !isName(text) ? other : known;
}
