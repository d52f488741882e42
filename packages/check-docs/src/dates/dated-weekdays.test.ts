import { describe, expect, test } from "vitest";
import { datedWeekdays } from "./dated-weekdays.ts";

function shown(text: string): string[] {
  return datedWeekdays(text).map(({ weekday, year, month, day }) => `${weekday.text} ${year ?? "?"}-${month}-${day}`);
}

describe("a weekday and its date", () => {
  test.each([
    ["Monday April 12, 2026", ["Monday 2026-4-12"]],
    ["Monday, April 12th 2026", ["Monday 2026-4-12"]],
    ["Mon. Apr. 12", ["Mon ?-4-12"]],
    ["MONDAY, APRIL 12", ["MONDAY ?-4-12"]],
    ["monday, april 12, 2026", ["monday 2026-4-12"]],
    ["week of Monday the 13th of April 2026", ["Monday 2026-4-13"]],
    ["Mon 13 Apr 2026", ["Mon 2026-4-13"]],
    ["Mon, 13 Apr 2026 10:00:00 +0200", ["Mon 2026-4-13"]],
    ["Mon Apr 13 10:00:00 2026", ["Mon 2026-4-13"]],
    ["Mon Apr 13 10:00:00 UTC 2026", ["Mon 2026-4-13"]],
    ["Monday 2026-04-13", ["Monday 2026-4-13"]],
    ["Monday (2026-04-13)", ["Monday 2026-4-13"]],
    ["Monday: 2026/4/13", ["Monday 2026-4-13"]],
    ["Monday 13.04.2026", ["Monday 2026-4-13"]],
    ["Monday 13/04/2026", ["Monday 2026-4-13"]],
    ["Monday 4/13/2026", ["Monday 2026-4-13"]],
    ["2026-04-13 (Monday)", ["Monday 2026-4-13"]],
    ["2026-04-13, Monday", ["Monday 2026-4-13"]],
    ["2026-04-13 Mon: text", ["Mon 2026-4-13"]],
    ["April 13, 2026 (Mon) and on", ["Mon 2026-4-13"]],
    ["13 April 2026, Monday.", ["Monday 2026-4-13"]],
    ["Monday\n  April 13, 2026", ["Monday 2026-4-13"]],
  ])("%j", (text, expected) => expect(shown(text)).toEqual(expected));
});

describe("ranges", () => {
  test.each([
    ["Monday April 13–Friday 17, 2026", ["Monday 2026-4-13", "Friday 2026-4-17"]],
    ["Monday April 13 to Friday April 17, 2026", ["Monday 2026-4-13", "Friday 2026-4-17"]],
    ["Mon 13 – Fri 17 April 2026", ["Mon 2026-4-13", "Fri 2026-4-17"]],
    ["Thursday Dec 31 – Friday Jan 1, 2027", ["Thursday 2026-12-31", "Friday 2027-1-1"]],
    ["Monday–Friday, April 13–17, 2026", ["Monday 2026-4-13", "Friday 2026-4-17"]],
    ["Monday to Friday, 13–17 April 2026", ["Monday 2026-4-13", "Friday 2026-4-17"]],
    ["Sat/Sun April 11/12, 2026", ["Sat 2026-4-11", "Sun 2026-4-12"]],
    ["April 13–17, 2026 (Mon–Fri)", ["Mon 2026-4-13", "Fri 2026-4-17"]],
    ["Monday April 13–17, 2026", ["Monday 2026-4-13"]],
    ["Monday Dec 28 – Jan 3, 2027", ["Monday 2026-12-28"]],
    ["Monday April 13, Tuesday April 14, 2026", ["Monday ?-4-13", "Tuesday 2026-4-14"]],
  ])("%j", (text, expected) => expect(shown(text)).toEqual(expected));
});

describe("nothing is known of", () => {
  test.each([
    ["Monday 04/05/2026"],
    ["Monday the 13th"],
    ["on Monday we ship 2026-04-12"],
    ["the Monday after April 12, 2026"],
    ["every Monday from April 12, 2026"],
    ["first Monday of April 2026"],
    ["Monday, April 2026"],
    ["Monday–Friday, April 13"],
    ["Monday, Tuesday and Friday, April 13"],
    ["we sat 12 April 2026"],
    ["Monday may 12 people come"],
    ["By April 12, 2026, Monday deploys stop"],
    ["on 2026-04-12 Monday's meeting moved"],
    ["Monday \uFFFC\uFFFC April 12, 2026"],
    ["Monday. April 12, 2026 is a holiday"],
    ["Sunday 12.5 April"],
    ["Sundays April 12, 2026"],
    ["MON-12 April 2026 Xmon 2026-04-12"],
  ])("%j", (text) => expect(shown(text)).toEqual([]));
});
