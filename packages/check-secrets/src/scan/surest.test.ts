import { expect, test } from "vitest";
import { surest } from "./surest.ts";

const token = (start: number, end: number, sureness: number, defect = "provider-token") => ({ start, end, sureness, defect });

test.each([
  ["apart", [token(5, 9, 40), token(0, 4, 90)], ["0-4", "5-9"]],
  ["the surer of two", [token(0, 9, 40, "assigned-credential"), token(2, 6, 90)], ["2-6"]],
  ["the longer of two that are sure", [token(0, 9, 60), token(0, 6, 90)], ["0-9"]],
  ["two within a less sure one", [token(0, 20, 40), token(2, 6, 90), token(10, 14, 90)], ["2-6", "10-14"]],
  ["one of two in the same place", [token(0, 4, 50), token(0, 4, 70)], ["0-4"]],
  ["things without a place in the text", [token(0, 0, 50), token(0, 0, 70)], ["0-0", "0-0"]],
])("keeps %s", (_, candidates, expected) => {
  expect(surest(candidates).map(({ start, end }) => `${start}-${end}`)).toEqual(expected);
});
