import type { Range } from "@failcheck/core";
import { tagForms } from "./tag-forms.ts";
import { valueForms } from "./values.ts";

/** Something in a page that looks as if a template engine should have replaced it. */
export interface Leftover {
  readonly at: Range;
  /** Text alone is not enough: the place must promise a figure or an address. */
  readonly kind: "tag" | "token" | "link" | "missing" | "address" | "image" | "figure" | "word";
  readonly help: string;
}

/** A way in which a left-over looks. */
export interface Form {
  /** A text without which the form does not occur, looked for first. */
  readonly hint: string;
  readonly pattern: RegExp;
  readonly kind: Leftover["kind"];
  /** Whether what was matched is one after all. */
  readonly keeps?: (match: RegExpExecArray, text: string) => boolean;
}

const rendered = "render the template before it is published, or escape the tag where it is meant to be read";
const computed = "the value was missing when the page was made: give it a default, or leave the figure out";

const forms: readonly Form[] = [...tagForms, ...valueForms];

/** Finds everything that looks like a left-over tag, in the order of the page. */
export function leftovers(text: string): Leftover[] {
  const found: Leftover[] = [];
  const hints = hintsIn(text);
  for (const { hint, pattern, kind, keeps } of forms) {
    if (!hints.has(hint) && !(kind === "link" && text.includes(hint.toLowerCase()))) continue;
    for (const match of text.matchAll(pattern)) {
      const at = [match.index, match.index + match[0].length] as const;
      if (keeps?.(match, text) === false) continue;
      found.push({ at, kind, help: isValue(kind, match[0]) ? computed : rendered });
    }
  }
  // a tag comes before the value that stands in it, and before what a link says of the same place
  found.sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  return found;
}

const allHints: ReadonlySet<string> = new Set(forms.map(({ hint }) => hint));

/** The hints that a text holds: many forms share one, and each is searched for once. */
const hintsIn = (text: string): ReadonlySet<string> => new Set([...allHints].filter((hint) => text.includes(hint)));

const values: ReadonlySet<Leftover["kind"]> = new Set(["missing", "address", "image", "figure", "word"]);

const isValue = (kind: Leftover["kind"], text: string): boolean =>
  values.has(kind) || text.startsWith("[object") || text.startsWith("&lt;");
