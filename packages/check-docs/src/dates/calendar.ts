/** A day; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** From Sunday, as `Date` counts. */
export const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The years in which everybody who writes English counts by the same calendar. */
const firstYear = 1753;
const lastYear = 2199;

/** The weekday of a date, 0 for Sunday; undefined for a date that no calendar has. */
export function weekdayOf({ year, month, day }: Day): number | undefined {
  if (year < firstYear || year > lastYear) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : undefined;
}

/** The day nearest to `from` that is the given weekday: never more than three days away. */
export function nearest({ year, month, day }: Day, weekday: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day));
  const ahead = (weekday - date.getUTCDay() + 7) % 7;
  date.setUTCDate(date.getUTCDate() + (ahead > 3 ? ahead - 7 : ahead));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `April 13, 2026`. */
export function shownDay({ year, month, day }: Day): string {
  return `${monthNames[month - 1] ?? ""} ${day}, ${year}`;
}
