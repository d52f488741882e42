import type { View } from "../scan/view.ts";
import { rewritten } from "./rewrite.ts";

/** A string that ends and goes on in the next: `" + "`, `' \⏎ '`, `"." "`; a comma between them does not match. */
const joint = /(["'`])[ \t]{0,8}(?:[+.&][ \t]{0,8})?(?:\\?\r?\n[ \t]{0,60}(?:[+.&][ \t]{0,8})?)?[bBrRuUfF]?["'`]/g;

/** Where the strings at a joint are pieced together, and what comes of it. */
export interface Joined {
  readonly view: View;
  readonly end: number;
}

const reach = 700;

/** The text round the joint whose first quote is at `at`, with all joints taken out; undefined where it is none. */
export function joinedAt(view: View, at: number): Joined | undefined {
  const { text } = view;
  joint.lastIndex = 0;
  if (joint.exec(text.slice(at, at + 160))?.index !== 0) return undefined;
  const start = Math.max(0, at - reach);
  const end = Math.min(text.length, at + reach);
  const changes = [...text.slice(start, end).matchAll(joint)]
    // An empty string is no joint.
    .filter((found) => found[0].length > 2)
    .map((found) => ({ at: start + found.index, length: found[0].length, text: "" }));
  return { view: rewritten(view, start, end, changes, "a string in pieces"), end: end - reach / 2 };
}
