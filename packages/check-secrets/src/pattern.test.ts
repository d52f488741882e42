import { expect, test } from "vitest";
import { generate, longest, parsePattern } from "./pattern.ts";

test.each([
  ["ghp_[0-9A-Za-z]{36}", 40],
  ["(?:sk|rk)_(?:test|live)_[a-z]{2,5}", 13],
  ["a?\\.b\\d{3}", 6],
])("%s is at most %i characters long", (pattern, length) => {
  expect(longest(parsePattern(pattern))).toBe(length);
});

test.each(["a+", "a*", "a.", "(a)", "a{2,}", "(?:a", "a$", "(?=a)b"])("%s is not in the subset", (pattern) => {
  expect(() => parsePattern(pattern)).toThrow(pattern);
});

test("generates what the pattern matches", () => {
  const pattern = "(?:ab|c)[x-z]{2,4}\\d\\w?-[^a]";
  let next = 0;
  for (let index = 0; index < 200; index++) {
    expect(generate(parsePattern(pattern), (below) => (next += 7) % below)).toMatch(new RegExp(`^(?:${pattern})$`));
  }
});
