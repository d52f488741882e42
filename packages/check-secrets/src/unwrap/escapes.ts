import type { View } from "../scan/view.ts";
import { rewritten } from "./rewrite.ts";

/** One escaped character: `%3A`, `\\x3a`, `\\u003a`, `\\u{3a}`, `\\072`, `&#58;`, `&#x3a;`; not `%zz`. */
const escape =
  /%([0-9a-f]{2})|\\x([0-9a-f]{2})|\\u(?:00([0-9a-f]{2})|\{0{0,4}([0-9a-f]{2})\})|\\([01][0-7]{2})|&#x([0-9a-f]{2});|&#(\d{2,3});|&(quot|amp|lt|gt|apos);/gi;

const named: Readonly<Record<string, number>> = { quot: 34, amp: 38, lt: 60, gt: 62, apos: 39 };

const reach = 1000;

/** The text round the escape at `at` with all its escapes resolved, up to white space or a quote on both sides. */
export function unescaped(view: View, at: number): { readonly view: View; readonly end: number } {
  const { text } = view;
  let start = at;
  while (start > 0 && at - start < reach && !/[\s"'`]/.test(text.charAt(start - 1))) start -= 1;
  const end = at + (/^[^\s"'`]*/.exec(text.slice(at, at + reach))?.[0].length ?? 0);
  const changes = [...text.slice(start, end).matchAll(escape)].map((found) => ({
    at: start + found.index,
    length: found[0].length,
    text: characterOf(found),
  }));
  return { view: rewritten(view, start, end, changes, "escapes"), end };
}

function characterOf(found: RegExpExecArray): string {
  const [, percent, x, u, braced, octal, hexadecimal, decimal, name] = found;
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const digits = percent ?? x ?? u ?? braced ?? hexadecimal;
  if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
  return String.fromCharCode(decimal !== undefined ? Number(decimal) & 255 : (named[(name ?? "").toLowerCase()] ?? 32));
}
