import type { Edit } from "@failcheck/core";
import { monthNames, type Day } from "./calendar.ts";
import type { DateToken } from "./date-tokens.ts";
import { isDayFirst, type OwnTokens } from "./written-dates.ts";

/** The edits that make one date of another, written as it is; undefined where a part that must change is not its own. */
export function rewrittenDate(own: OwnTokens, from: Day, to: Day, start: number): readonly Edit[] | undefined {
  if (own.day.kind !== "number") return [edit(own.day, figures(own.day, to), start)];
  const edits = [edit(own.day, dayLike(own.day.text, to.day), start)];
  if (to.month !== from.month) {
    if (own.month === undefined) return undefined;
    edits.push(edit(own.month, nameLike(monthNames[to.month - 1] ?? "", own.month.text), start));
  }
  if (to.year !== from.year) {
    if (own.year === undefined) return undefined;
    edits.push(edit(own.year, String(to.year), start));
  }
  return edits;
}

function edit(token: DateToken, text: string, start: number): Edit {
  return { at: [start + token.start, start + token.end], text };
}

/** A date in figures: `2026-04-13`, `13.04.2026`, `4/13/2026`. */
function figures({ kind, text }: DateToken, { year, month, day }: Day): string {
  const parts = kind === "iso" ? [year, month, day] : isDayFirst(text) ? [day, month, year] : [month, day, year];
  return text
    .split(/([-/.])/)
    .map((part, index) => (index % 2 === 1 ? part : String(parts[index / 2]).padStart(part.length > 1 ? 2 : 1, "0")))
    .join("");
}

/** `14th` for `13th`, `04` for `13`. */
function dayLike(written: string, day: number): string {
  const [digits = ""] = /^\d+/.exec(written) ?? [];
  const suffix = written.length > digits.length ? ordinal(day) : "";
  return String(day).padStart(digits.startsWith("0") ? 2 : 1, "0") + suffix;
}

function ordinal(day: number): string {
  if (day > 10 && day < 14) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

/** A name in the length and the case that the other has: `Sun` for `Mon`, `SUNDAY` for `MONDAY`. */
export function nameLike(name: string, other: string): string {
  const isShort = other.length <= 5 && !monthNames.some((full) => full.toLowerCase() === other.toLowerCase());
  const cut = isShort ? name.slice(0, 3) : name;
  if (other === other.toUpperCase()) return cut.toUpperCase();
  return other === other.toLowerCase() ? cut.toLowerCase() : cut;
}
