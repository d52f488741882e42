import type { Range } from "@failcheck/core";
import { meaningOf } from "./value/name.ts";
import { isReference } from "./value/reference.ts";
import { isLongKey, isMachineMade, isPlaceholder, isStrongPassword } from "./value/value.ts";

/** How much of the line round a secret may be shown; nothing further away needs a veil. */
const reach = 240;

/** A word of a line, without the signs that stand round values: `«-keypass»`, `«s3cr3t»`; `a=b` is two. */
const word = /[^\s"'`,;=<>()[\]{}|&]{4,240}/g;

/** What stands between a name and its value: ` `, `=`, `": "`; not ` is `. */
const between = /^["'`]?[ \t]{0,4}(?:=>|[=:,])?[ \t]{0,4}["'`]?$/;

/**
 * The words beside a secret that may be secrets too, though no rule finds them: who sees a report must not read one off the line.
 * It takes less to be masked than to be reported, because nothing is lost by it.
 */
export function veilsBeside(text: string, [start, end]: Range): Range[] {
  const veils: Range[] = [];
  for (const [from, to] of [aroundStart(text, start), aroundEnd(text, end)]) {
    const line = text.slice(from, to);
    let nameEnd = -1;
    let isOption = false;
    for (const found of line.matchAll(word)) {
      const gap = line.slice(Math.max(0, nameEnd), found.index);
      const isNamed = nameEnd >= 0 && between.test(gap) && (isOption || /[=:]/.test(gap));
      const parts = found[0].includes(":") ? [found[0], ...partsOf(found[0])] : [found[0]];
      for (const part of parts) {
        const at = from + found.index + found[0].indexOf(part);
        if (mayBeSecret(part, isNamed)) veils.push([at, at + part.length]);
      }
      isOption = found[0].startsWith("-");
      nameEnd = meaningOf(found[0]) === undefined ? -1 : found.index + found[0].length;
    }
  }
  return veils;
}

/** The halves of `user:password`. */
function partsOf(pair: string): string[] {
  return pair.split(":").filter((part) => part.length >= 4);
}

function aroundStart(text: string, start: number): Range {
  return [Math.max(text.lastIndexOf("\n", start - 1) + 1, start - reach), start];
}

function aroundEnd(text: string, end: number): Range {
  const lineEnd = text.indexOf("\n", end);
  return [end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + reach)];
}

function mayBeSecret(value: string, isNamed: boolean): boolean {
  if (isPlaceholder(value) || isReference(value)) return false;
  if (isNamed && !value.startsWith("-")) return meaningOf(value) === undefined;
  return isStrongPassword(value) || isMachineMade(value) || isLongKey(value);
}
