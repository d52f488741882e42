import type { MarkdownProse, MarkdownTable } from "@failcheck/languages";
import type { DatedWeekday } from "./dated-weekdays.ts";
import { dateTokens, type DateToken } from "./date-tokens.ts";
import { dateAt } from "./written-dates.ts";

/** A weekday and its date, with their places in the file. */
export interface PlacedWeekday {
  readonly dated: DatedWeekday;
  /** Where the text with the weekday starts in the file. */
  readonly start: number;
  /** Where the text with the date starts; in a table that is another cell. */
  readonly dateStart: number;
}

/** Heads of a column of weekdays, and of the column of the dates they belong to. */
const dayHead = /^(?:day|weekday|week day|dow|day of (?:the )?week)$/i;
const dateHead = /\bdates?\b|^when$|^$/i;

/** Finds rows with a weekday in the day column and a date in the date column, and calendars with weekdays for heads. */
export function* datedTables(tables: readonly MarkdownTable[]): Generator<PlacedWeekday> {
  for (const { rows } of tables) {
    const [head, ...body] = rows;
    if (head === undefined) continue;
    const heads = head.map(shown);
    const days = head.map((cell) => onlyWeekday(cell));
    const dayColumn = heads.findIndex((text) => dayHead.test(text));
    for (const row of body) {
      if (dayColumn >= 0) yield* dayInRow(row, dayColumn, heads);
      if (days.filter((day) => day !== undefined).length >= 5) yield* daysInHead(row, head, days);
    }
  }
}

function shown(cell: MarkdownProse): string {
  return cell.text.replaceAll("|", " ").trim();
}

function tokensOf(cell: MarkdownProse): readonly DateToken[] {
  return dateTokens(cell.text).filter(({ text }) => text !== "|");
}

function onlyWeekday(cell: MarkdownProse): DateToken | undefined {
  const [token, ...more] = tokensOf(cell);
  return token?.kind === "weekday" && more.length === 0 ? token : undefined;
}

/** The date that a cell holds and nothing else. */
function onlyDate(cell: MarkdownProse) {
  const tokens = tokensOf(cell);
  const date = dateAt(tokens, 0);
  if (date?.month === undefined || date.end !== tokens.length || date.lastDay !== undefined) return undefined;
  return { day: date.day, month: date.month, year: date.year, own: date.own, dateStart: cell.at[0] };
}

function* dayInRow(row: readonly MarkdownProse[], dayColumn: number, heads: readonly string[]): Generator<PlacedWeekday> {
  const cell = row[dayColumn];
  const weekday = cell && onlyWeekday(cell);
  const dates = row.filter((_, column) => dateHead.test(heads[column] ?? "")).flatMap((other) => onlyDate(other) ?? []);
  const [date] = dates;
  if (weekday !== undefined && date !== undefined && dates.length === 1) {
    yield { dated: { weekday, ...date }, start: cell?.at[0] ?? 0, dateStart: date.dateStart };
  }
}

function* daysInHead(
  row: readonly MarkdownProse[],
  head: readonly MarkdownProse[],
  days: readonly (DateToken | undefined)[],
): Generator<PlacedWeekday> {
  for (const [column, cell] of row.entries()) {
    const weekday = days[column];
    const date = onlyDate(cell);
    if (weekday === undefined || date === undefined) continue;
    yield { dated: { weekday, ...date }, start: head[column]?.at[0] ?? 0, dateStart: date.dateStart };
  }
}
