import fc from "fast-check";
import { expect, test } from "vitest";
import { automaton } from "./automaton.ts";

function occurrences(keywords: readonly string[], text: string): string[] {
  const hits = [...automaton(keywords).scan(Buffer.from(text))];
  return hits.flatMap((keyword, index) => (index % 2 === 0 ? [`${keywords[keyword]}@${hits[index + 1]}`] : [])).sort();
}

test.each([
  ["one keyword", ["ghp_"], "x ghp_1", ["ghp_@6"]],
  ["another case", ["akia"], "AKIA", ["akia@4"]],
  ["overlapping keywords", ["he", "she", "hers"], "ushers", ["he@4", "hers@6", "she@4"]],
  ["a keyword within a keyword", ["b", "abc"], "abc", ["abc@3", "b@2"]],
  ["nothing", ["ghp_"], "gh p_", []],
  ["no text", ["ghp_"], "", []],
])("finds %s", (_, keywords, text, expected) => {
  expect(occurrences(keywords, text)).toEqual(expected);
});

test("finds what indexOf finds", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 60 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (keywords, haystack) => {
      const expected: string[] = [];
      for (const keyword of keywords) {
        for (let at = haystack.indexOf(keyword); at >= 0; at = haystack.indexOf(keyword, at + 1)) {
          expected.push(`${keyword}@${at + keyword.length}`);
        }
      }
      expect(occurrences(keywords, haystack)).toEqual(expected.sort());
    }),
  );
});
