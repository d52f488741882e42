import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictOn } from "./checker.ts";
import { query } from "./grammar.ts";
import { startOracle } from "./oracle.ts";
import type { Oracle } from "./oracle.ts";
import { secondQuery } from "./second-grammar.ts";

const queries = readFileSync(new URL("queries.sql", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("--"))
  .map((line) => line.replace(/;$/, ""));

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle();
});
afterAll(() => oracle.close());

/** Holds the rules against the database over queries that a grammar makes; what is missed shrinks to its smallest form. */
async function noneIsMissed(drawn: fc.Arbitrary<string>, runs: { readonly numRuns: number; readonly seed: number }) {
  const counts = { right: 0, wronged: 0, unproven: 0, neither: 0 };
  const property = fc.asyncProperty(drawn, async (text) => {
    const label = await oracle.label(text);
    const verdict = await verdictOn(text);
    if (label === "right") counts.right += 1;
    if (label === "right" && verdict === "wrong") counts.wronged += 1;
    if (verdict === "unproven") counts.unproven += 1;
    if (label === "wrong") expect(verdict).not.toBe("right");
    else if (label !== "right") counts.neither += 1;
  });
  await fc.assert(property, runs);
  return counts;
}

describe("the rules say what a database shows", () => {
  test.each(queries)("%s", async (text) => {
    expect(await verdictOn(text)).toBe(await oracle.label(text));
  });

  test("2,000 queries made by a grammar: none is missed, hardly one is wronged", { timeout: 240_000 }, async () => {
    const counts = await noneIsMissed(query, { numRuns: 2000, seed: 20240601 });
    expect(counts.neither).toBe(0);
    expect(counts.right).toBeGreaterThan(600);
    expect(counts.wronged / counts.right).toBeLessThanOrEqual(1 / 180);
    expect(counts.unproven / 2000).toBeLessThanOrEqual(0.03);
  });

  test("500 queries of a grammar with stranger forms: none is missed, few are wronged", { timeout: 120_000 }, async () => {
    const counts = await noneIsMissed(secondQuery, { numRuns: 500, seed: 20250102 });
    expect(counts.right).toBeGreaterThan(300);
    // What is wronged holds conditions that no row fulfils, each by itself plausible; a quarter of the labels comes from tame data.
    expect(counts.wronged / counts.right).toBeLessThanOrEqual(0.04);
    expect(counts.unproven / 500).toBeLessThanOrEqual(0.03);
  });
});
