import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { exampleFinding } from "./testing/example-finding.ts";
import { applyEdits, planFixes } from "./fix.ts";
import type { Edit } from "./rule.ts";

const finding = (fix: readonly Edit[], unsafeFix: readonly Edit[] = []) => exampleFinding({ path: "a.txt", fix, unsafeFix });

const text = "one two three";
const result = (findings: readonly Finding[], unsafe = false) => {
  const { edits, repaired } = planFixes(findings, unsafe);
  return [applyEdits(text, edits.get("a.txt") ?? []), repaired];
};

test("edits are made in the order of the text", () => {
  expect(result([finding([{ at: [8, 13], text: "3" }]), finding([{ at: [0, 3], text: "1" }])])).toEqual(["1 two 3", 2]);
});

test("where two fixes overlap, or insert at one place, the first is made", () => {
  expect(result([finding([{ at: [0, 7], text: "x" }]), finding([{ at: [4, 7], text: "y" }])])).toEqual(["x three", 1]);
  expect(result([finding([{ at: [3, 3], text: "!" }]), finding([{ at: [3, 3], text: "?" }])])).toEqual(["one! two three", 1]);
});

test("a finding's edits are made all or none", () => {
  const both = finding([
    { at: [0, 3], text: "1" },
    { at: [8, 13], text: "3" },
  ]);
  expect(result([finding([{ at: [8, 9], text: "T" }]), both])).toEqual(["one two Three", 1]);
});

test("an unsafe fix is made only where asked for", () => {
  const unsafe = finding([], [{ at: [0, 4], text: "" }]);
  expect(result([unsafe])).toEqual([text, 0]);
  expect(result([unsafe], true)).toEqual(["two three", 1]);
});

test("an edit may be of another file", () => {
  const { edits } = planFixes([finding([{ path: "b.txt", at: [0, 0], text: "x" }])], false);
  expect([...edits.keys()]).toEqual(["b.txt"]);
});

test("a file moves once, and to a place of its own", () => {
  const move = (from: string, to: string) => ({ ...finding([]), move: { from, to } });
  const moves = [move("a.txt", "docs/a.txt"), move("a.txt", "other/a.txt"), move("b.txt", "docs/a.txt")];
  expect(planFixes(moves, false)).toMatchObject({ moves: [], repaired: 0 });
  expect(planFixes(moves, true)).toMatchObject({ moves: [{ from: "a.txt", to: "docs/a.txt" }], repaired: 1 });
});
