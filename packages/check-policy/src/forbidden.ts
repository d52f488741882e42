import { fileRule } from "@failcheck/core";
import { text } from "@failcheck/languages";
import * as v from "valibot";
import { common, incidentsOf, kind, pathsOf } from "./kind.ts";
import { literalPattern, safePattern } from "./pattern.ts";

const schema = v.pipe(
  v.strictObject({
    ...common,
    kind: v.literal("forbidden"),
    /** The text that may not appear, as a whole word where it begins or ends with a word character. */
    literal: v.optional(v.pipe(v.string(), v.nonEmpty("must not be empty"))),
    /** Or a regular expression. */
    pattern: v.optional(v.string()),
    /** What to write instead. */
    use: v.optional(v.string()),
  }),
  v.check(({ literal, pattern }) => (literal === undefined) !== (pattern === undefined), "needs either a literal or a pattern"),
);

/** `kind: forbidden`: a text that may not appear in some files (P-04, Z-S28, Z-S23c). */
export const forbidden = kind(schema, async ({ id, paths, literal, pattern, use, ...entry }) => {
  const matches = await pathsOf(paths);
  const wanted =
    literal === undefined ? await safePattern(id, pattern ?? "", "gu", { anySize: false }) : new RegExp(wholeWord(literal), "gu");
  return fileRule({
    id,
    title: `${literal ?? pattern ?? ""} does not appear.`,
    incidents: incidentsOf(entry),
    reads: { ...text, matches },
    *check(tree) {
      for (const found of tree.text.matchAll(wanted)) {
        if (found[0] === "") continue;
        yield {
          at: [found.index, found.index + found[0].length],
          message: `${found[0]} may not appear here`,
          ...(use === undefined ? {} : { help: `use ${use}` }),
        };
      }
    },
  });
});

/** Matches 8080 in `port: 8080`, and not in 18080. */
function wholeWord(literal: string): string {
  const before = /^\w/.test(literal) ? "(?<![\\w])" : "";
  const after = /\w$/.test(literal) ? "(?![\\w])" : "";
  return `${before}${literalPattern(literal)}${after}`;
}
