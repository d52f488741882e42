/**
 * Whether `text` is LIKE `pattern`; undefined where the pattern is malformed. Only the last `%` before a mismatch takes one
 * letter more, which is enough, and runs in the product of both lengths at most.
 */
export function isLike(text: string, pattern: string, escape: string): boolean | undefined {
  const parts = likeParts(pattern, escape);
  if (parts === undefined) return undefined;
  let at = 0;
  let next = 0;
  let retry: { readonly part: number; text: number } | undefined;
  while (at < text.length) {
    const part = parts[next];
    if (part?.kind === "any") {
      next += 1;
      retry = { part: next, text: at };
    } else if (part?.kind === "one" || part?.letter === text.charAt(at)) {
      next += 1;
      at += 1;
    } else if (retry === undefined) return false;
    else {
      retry.text += 1;
      at = retry.text;
      next = retry.part;
    }
  }
  return parts.slice(next).every(({ kind }) => kind === "any");
}

type Part = { readonly kind: "any" } | { readonly kind: "one" } | { readonly kind: "letter"; readonly letter: string };

function likeParts(pattern: string, escape: string): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const here = pattern.charAt(at);
    if (here === escape && escape !== "") {
      at += 1;
      if (at === pattern.length) return undefined;
      parts.push({ kind: "letter", letter: pattern.charAt(at) });
    } else if (here === "%") parts.push({ kind: "any" });
    else if (here === "_") parts.push({ kind: "one" });
    else parts.push({ kind: "letter", letter: here });
  }
  return parts;
}

/** What a pattern's wildcards may stand for, so that each way a pattern can match is tried with a text. */
export function samplesOf(pattern: string): string[] {
  const plain = (filler: string): string => pattern.replaceAll("%", filler).replaceAll("_", "x");
  return [plain(""), plain("x"), plain(" - cancelled"), plain("completed"), plain("cancelled")];
}

/** A pattern that JavaScript and PostgreSQL read alike: matches `^(completed|done)$`, not `(?<=x)` or `\m`. */
const plainPattern = /^(?:[\w\s|()^$.*+?,:=!@#%&;'"<>/~[\]{}-]|\\[dws.()$^|*+?[\]{}\\-]){0,200}$/;

/** Nested repetition, which could take exponential time: matches `(a+)+`, not `(a+)b`. */
const nested = /[*+}][^()]{0,200}\)[*+{]/;

/** Whether a POSIX pattern matches; undefined where it is not one that JavaScript reads alike. */
export function matchesPattern(text: string, pattern: string, insensitive: boolean): boolean | undefined {
  if (!plainPattern.test(pattern) || nested.test(pattern) || pattern.includes("(?")) return undefined;
  try {
    return new RegExp(pattern, insensitive ? "i" : "").test(text);
  } catch {
    // The pattern is malformed, so the server would refuse it too.
    return undefined;
  }
}

/** What SIMILAR TO has and LIKE has not: matches `a+`, not `a|b%`. */
const beyondLike = /[()[\]{}*+?]/;

/** SIMILAR TO, as far as it is LIKE with alternatives: `completed|done`, `(completed|done)`, `complete%`. */
export function isSimilar(text: string, pattern: string): boolean | undefined {
  const bare = pattern.startsWith("(") && pattern.endsWith(")") ? pattern.slice(1, -1) : pattern;
  if (beyondLike.test(bare)) return undefined;
  return bare.split("|").some((part) => isLike(text, part, "\\") === true);
}
