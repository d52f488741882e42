import { fileRule } from "@failcheck/core";
import { bytes } from "@failcheck/languages";
import * as v from "valibot";
import { common, incidentsOf, kind, pathsOf } from "./kind.ts";
import { literalPattern, safePattern } from "./pattern.ts";

const schema = v.pipe(
  v.strictObject({
    ...common,
    kind: v.literal("secret"),
    /** How the secret begins; the characters of a token follow. */
    prefix: v.optional(v.pipe(v.string(), v.minLength(2, "must have two characters at least"))),
    /** Or a regular expression of the whole; the first of its groups that matches is the secret where it has one. */
    pattern: v.optional(v.string()),
    /** Whether upper and lower case are alike in the pattern. */
    ignoreCase: v.optional(v.boolean(), false),
    /** Bits a character below which a match is no secret. */
    entropy: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8)), 0),
    /** Words of which one must stand within 100 characters before the match. */
    keywords: v.optional(v.array(v.pipe(v.string(), v.nonEmpty("must not be empty"))), []),
  }),
  v.check(({ prefix, pattern }) => (prefix === undefined) !== (pattern === undefined), "needs either a prefix or a pattern"),
);

/** How far before a match its keyword may stand, in characters. */
const reach = 100;

/** `kind: secret`: a token of the project's own, found like the known ones and masked everywhere. */
export const secret = kind(schema, async ({ id, paths, prefix, pattern, ignoreCase, entropy, keywords, ...entry }) => {
  const matches = await pathsOf(paths);
  const token =
    prefix === undefined
      ? await safePattern(id, pattern ?? "", ignoreCase ? "gdui" : "gdu", { anySize: true })
      : new RegExp(tokenAfter(prefix), "gdu");
  const words = keywords.map((word) => word.toLowerCase());
  return fileRule({
    id,
    title: `No secret of the kind ${id} leaves the machine.`,
    incidents: incidentsOf(entry),
    secret: true,
    reads: { ...bytes, matches },
    *check(file) {
      for (const found of file.text.matchAll(token)) {
        const at = found.indices?.slice(1).find((group) => group !== undefined) ?? found.indices?.[0];
        if (!at || at[0] === at[1]) continue;
        const near = file.text.slice(Math.max(0, found.index - reach), at[1]).toLowerCase();
        if (words.length > 0 && !words.some((word) => near.includes(word))) continue;
        if (entropyOf(file.text.slice(at[0], at[1])) < entropy) continue;
        yield {
          at,
          message: `a secret of the kind ${id}`,
          help: "rotate it where it left this machine, then read it from the environment",
        };
      }
    },
  });
});

/** Matches `acme_` with at least eight characters of a token behind it; not `acme_` within a longer word. */
const tokenAfter = (prefix: string): string => `(?<![A-Za-z0-9_])${literalPattern(prefix)}[A-Za-z0-9_+/=.-]{8,300}`;

/** Shannon's entropy of the characters, in bits a character (Shannon 1948, §6). */
function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
