import type { Form } from "./leftovers.ts";

/** What a program writes where it has no value. */
const words = ["undefined", "NaN", "None", "null"] as const;

/**
 * The forms in which a missing value shows where a figure, a name or an address belongs: `$NaN`, `undefined %`, `Hello None`,
 * `href="/jobs/undefined"`, `<td>NaN</td>`. A page about programming has the words in its prose, where none of these stands.
 */
export const valueForms: readonly Form[] = words.flatMap((word): Form[] => [
  // "CHF undefined" and "EUR NaN"; not "EURNaN", "CHF nullable"
  { hint: word, kind: "missing", pattern: new RegExp(String.raw`(?<=\b(?:CHF|EUR|USD|GBP)\s)${word}\b`, "g") },
  // "$NaN", "€ undefined" and "NaN %"; not "$nullable"
  { hint: word, kind: "missing", pattern: new RegExp(String.raw`(?<=[$€£¥]\s?)${word}\b|\b${word}(?=\s?[%€£¥](?![\w%]))`, "g") },
  // "Hello undefined" and "Dear None,"; not "Hello None-the-less"
  {
    hint: word,
    kind: "missing",
    pattern: new RegExp(String.raw`(?<=\b(?:Hi|Hello|Hey|Dear|Welcome|Welcome back),?\s)${word}(?=\s*[,.!<])`, "g"),
  },
  // "/jobs/undefined", "?id=null" and "undefined" alone; not "/docs/null.html", "/Global_Objects/NaN"
  {
    hint: word,
    kind: "address",
    pattern: new RegExp(String.raw`(?<=["'/=])(?<!Global_Objects/)${word}(?=["'/&?#])`, "g"),
  },
  // ">NaN<": all that an element says
  { hint: word, kind: "figure", pattern: new RegExp(String.raw`(?<=>\s{0,40})${word}(?=\s{0,40}<)`, "g") },
]);
