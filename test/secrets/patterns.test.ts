import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { costOf, type Cost } from "@failcheck/check-policy/pattern-cost";
import { kinds } from "@failcheck/check-secrets/catalogue";
import { parse } from "@typescript-eslint/parser";
import { expect, test } from "vitest";

const sources = join(import.meta.dirname, "../../packages/check-secrets/src");

/** Every regular expression that a source file of the secret rules writes down. */
function* literals(): Generator<readonly [file: string, pattern: RegExp]> {
  for (const path of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts") || path.endsWith(".test.ts")) continue;
    for (const token of parse(readFileSync(join(sources, path), "utf8"), { tokens: true }).tokens)
      if ("regex" in token) yield [path, new RegExp(token.regex.pattern, token.regex.flags)];
  }
}

test("no token's pattern costs more than the length of the text, from one place and from every place", () => {
  const costly = kinds.flatMap(({ kind, pattern, anywhere }) =>
    [pattern, anywhere].map((one) => `${kind.kind}: ${costOf(one)}`).filter((line) => !line.endsWith(": linear")),
  );
  expect(costly).toEqual([]);
});

/** Patterns that read a text of a bounded length, where even the square of it is little. */
const bounded: readonly (readonly [file: RegExp, cost: Cost, why: string])[] = [
  [/^scan\/places\//, "each start", "a path, a value, or the 200 characters before a mark"],
  [/^scan\/assignment\.ts$/, "polynomial", "twice 40 blanks behind a name, no more"],
  [/^scan\/header\.ts$/, "polynomial", "a decoded pair of 200 characters, with a colon at each of them"],
  [/^scan\/call\.ts$/, "unknown", "looks back at the quote alone, within 300 characters"],
  [/^value\/value\.ts$/, "unknown", "looks back at four characters of a value, within its 300"],
  [/^scan\/listed\.ts$/, "unknown", "1,500 characters after a name, and a line of them"],
  [/^scan\/table\.ts$/, "polynomial", "a heading of at most 800 characters, tried once a line"],
];

test("no other pattern does, unless it reads a bounded text", () => {
  const all = [...literals()];
  expect(all.length).toBeGreaterThan(100);
  const costly = all.flatMap(([file, pattern]) => {
    const cost = costOf(pattern);
    const isKnown = cost === "linear" || bounded.some(([files, known]) => cost === known && files.test(file));
    return isKnown ? [] : [`${file}: ${cost}: ${String(pattern)}`];
  });
  expect(costly).toEqual([]);
});
