import { expect, test } from "vitest";
import { fromGo } from "./go-pattern.ts";

test.each([
  ["(?i)ab[c-e]", "ab[c-e]", true],
  ["a(?i)b|c", "a[Bb]|[Cc]", false],
  ["(?i)(?:x|(?-i:[Aa]pi|API))", "(?:[Xx]|(?:[Aa]pi|API))", false],
  ["a(?i:b)c", "a(?:[Bb])c", false],
  ["(?i:[w-z_]b)c", "(?:[w-zW-Z_][Bb])c", false],
  [String.raw`\A(?P<n>a)(?P<n>b)\z`, "^(?<n>a)(b)$", false],
  ["[[:alnum:]_]{3}", "[0-9A-Za-z_]{3}", false],
  [String.raw`[^]]+]\x{41}\x2d\055`, String.raw`[^\]]+\]A--`, false],
  [String.raw`\Qa.b\E.(?s:.)`, String.raw`a\.b[^\n](?:[\s\S])`, false],
  ["(?m)^a$", "(?<![^\\n])a(?![^\\n])", false],
  [String.raw`\s[\w-.]{2,}x{a`, String.raw`[\t\n\f\r ][\w\-.]{2,}x\{a`, false],
  [String.raw`[\S]+[\s\S]`, String.raw`[^\t\n\f\r ]+[\s\S]`, false],
  [String.raw`\pL\p{Greek}\P{^Lu}`, String.raw`\p{L}\p{Script=Greek}\p{Lu}`, false],
])("Go's %s is %s", (go, pattern, ignoreCase) => {
  expect(fromGo(go)).toEqual({ pattern, ignoreCase });
  expect(() => new RegExp(pattern, ignoreCase ? "iu" : "u")).not.toThrow();
});

test.each([
  ["(?U)a+", /lazy and greedy/],
  [String.raw`a\C`, /one byte/],
  ["[[:^alpha:]]", /no word/],
  ["(?=a)", /no group of Go's/],
  ["[a", /not closed/],
])("%s is refused with the reason", (go, why) => {
  const said = fromGo(go);
  expect("why" in said && said.why).toMatch(why);
});
