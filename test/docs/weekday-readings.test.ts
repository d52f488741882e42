import { applyEdits, sourceFile, type Report } from "@failcheck/core";
import { markdown } from "@failcheck/languages";
import { rules } from "@failcheck/check-docs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const rule = rules.find(({ id }) => id === "docs/wrong-weekday")!;
const parse = await markdown.load();

function reports(text: string): readonly Report[] {
  const file = sourceFile("plan.md", Buffer.from(text));
  return rule.kind === "file" ? [...rule.check(parse(file), file, {})] : [];
}

/** The text as each reading has it. */
function readings(text: string): readonly string[] {
  return reports(text).flatMap(({ choices = [] }) =>
    choices.map(({ edits }) =>
      applyEdits(
        text,
        edits.toSorted((a, b) => a.at[0] - b.at[0]),
      ),
    ),
  );
}

describe("both readings of a weekday and its date are offered", () => {
  test.each<[string, ...string[]]>([
    ["Monday April 12, 2026", "Sunday April 12, 2026", "Monday April 13, 2026"],
    ["Mon. the 1st of Sept. 2026", "Tue. the 1st of Sept. 2026", "Mon. the 31st of Aug. 2026"],
    ["SATURDAY, 01 MAY 2026", "FRIDAY, 01 MAY 2026", "SATURDAY, 02 MAY 2026"],
    ["Wed 2026-12-31", "Thu 2026-12-31", "Wed 2026-12-30"],
    ["Fri 2026-12-31", "Thu 2026-12-31", "Fri 2027-01-01"],
    ["Friday December 31, 2026", "Thursday December 31, 2026", "Friday January 1, 2027"],
    ["2026-04-13 (tuesday)", "2026-04-13 (monday)", "2026-04-14 (tuesday)"],
    ["Tue 13.4.2026", "Mon 13.4.2026", "Tue 14.4.2026"],
    ["Tue 4/13/2026", "Mon 4/13/2026", "Tue 4/14/2026"],
    ["Monday April 13–Friday 18, 2026", "Monday April 13–Saturday 18, 2026", "Monday April 13–Friday 17, 2026"],
    ["Mon–Fri, April 13–18, 2026", "Mon–Sat, April 13–18, 2026", "Mon–Fri, April 13–17, 2026"],
    ["Mon–Fri, April 27–30, 2026", "Mon–Thu, April 27–30, 2026"],
    ["2026-04-01. Monday, **April** 12", "2026-04-01. Sunday, **April** 12", "2026-04-01. Monday, **April** 13"],
    [
      "| Day | Date |\n|-|-|\n| Tue | 13 Apr 2026 |",
      "| Day | Date |\n|-|-|\n| Mon | 13 Apr 2026 |",
      "| Day | Date |\n|-|-|\n| Tue | 14 Apr 2026 |",
    ],
  ])("%s", (text, ...expected) => expect(readings(text)).toEqual(expected));
});

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = "January February March April May June July August September October November December".split(" ");

const writings: readonly ((weekday: string, day: number, month: string, year: number, iso: string) => string)[] = [
  (weekday, day, month, year) => `${weekday}, ${month} ${day}, ${year}`,
  (weekday, day, month, year) => `the week of ${weekday} the ${day} of ${month} ${year}`,
  (weekday, day, month, year) => `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)} ${year}`,
  (weekday, _day, _month, _year, iso) => `${iso} (${weekday})`,
  (weekday, _day, _month, _year, iso) => `${weekday} ${iso.split("-").toReversed().join(".")}`,
  (weekday, _day, _month, _year, iso) => `| Date | Day |\n|---|---|\n| ${iso} | ${weekday.toUpperCase()} |`,
];

test("after either reading nothing is wrong any more", () => {
  const date = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.nat(6), fc.constantFrom(...writings), (on, weekday, write) => {
      const iso = on.toISOString().slice(0, 10);
      const text = write(days[weekday]!, on.getUTCDate(), months[on.getUTCMonth()]!, on.getUTCFullYear(), iso);
      const isRight = weekday === on.getUTCDay();
      expect(readings(text)).toHaveLength(isRight ? 0 : 2);
      for (const reading of readings(text)) expect(reports(reading)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
