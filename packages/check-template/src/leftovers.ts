import type { Range } from "@failcheck/core";
import { valueForms } from "./values.ts";

/** Something in a page that looks as if a template engine should have replaced it. */
export interface Leftover {
  readonly at: Range;
  /** Text alone is not enough: the place must promise a figure or an address. */
  readonly kind: "tag" | "token" | "link" | "missing" | "address" | "figure";
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

/** A name, or a path of names with calls: `user.name`, `t('title')`; not `and`, `1`. */
const namePath = String.raw`[A-Za-z_$@][\w$-]*`;

const forms: readonly Form[] = [
  {
    hint: "{{",
    kind: "tag",
    pattern: /\{\{\{?(?:[<>][ \t]{0,20}|\s{0,100})[^{}<>\s][^{}\n]{0,500}(?:\r?\n[ \t]{0,100})?\}\}\}?/g,
    keeps: isExpression,
  },
  { hint: "{%", kind: "tag", pattern: /\{%[-+]?\s*[A-Za-z_]\w*\b[^{}\n]{0,500}?[-+]?%\}/g },
  { hint: "<%", kind: "tag", pattern: /<%[^%][^\n]{0,500}?%>/g },
  { hint: "<?", kind: "tag", pattern: /<\?(?:php\b|=)(?:[^?]|\?(?!>)){0,2000}(?:\?>)?/gi },
  { hint: "${", kind: "tag", pattern: /\$\{\s*[A-Za-z_$][^{}\n]{0,200}\}/g, keeps: isPlaceholder },
  { hint: "[[", kind: "tag", pattern: /\[\[[^[\]\n]{1,200}\]\]/g, keeps: isDoubleBracket },
  { hint: "#{", kind: "tag", pattern: /#\{\s*@{0,2}[a-z_][^{}\n]{0,200}\}/g },
  {
    hint: "__",
    kind: "token",
    pattern: /(?<![\w-])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![\w-])/g,
    keeps: (match) => !compilers.test(match[0]),
  },
  { hint: "%%", kind: "token", pattern: /(?<![\w%])%%[A-Za-z][\w.-]{0,60}%%(?![\w%])/g },
  { hint: "%%", kind: "token", pattern: /(?<=[A-Za-z])%%[A-Z][A-Z0-9_]{1,60}%%(?![\w%])/g },
  { hint: "%7B%7B", kind: "link", pattern: /%7B%7B[^"'<>\s]{1,300}?%7D%7D/gi },
  { hint: "%7B%25", kind: "link", pattern: /%7B%25[^"'<>\s]{1,300}?%25%7D/gi },
  { hint: "%3C%25", kind: "link", pattern: /%3C%25[^"'<>\s]{1,300}?%25%3E/gi },
  { hint: "$%7B", kind: "link", pattern: /\$%7B[^"'<>\s]{1,300}?%7D/gi },
  { hint: "%24%7B", kind: "link", pattern: /%24%7B[^"'<>\s]{1,300}?%7D/gi },
  { hint: "[object ", kind: "tag", pattern: /\[object [A-Z][A-Za-z]*\]/g },
  ...valueForms,
];

/** What C, PHP and Python themselves call by such names, and what documentation therefore spells out. */
const compilers =
  /^__(?:FILE|LINE|DATE|TIME|TIMESTAMP|FUNCTION|FUNC|METHOD|CLASS|DIR|NAMESPACE|TRAIT|STDC|VERSION|GNUC|COUNTER|END|DATA|PYVENV_LAUNCHER|VA_ARGS|VA_OPT)__$/;

/** Finds everything that looks like a left-over tag, in the order of the page. */
export function leftovers(text: string): Leftover[] {
  const found: Leftover[] = [];
  for (const { hint, pattern, kind, keeps } of forms) {
    if (!text.includes(hint) && !(kind === "link" && text.includes(hint.toLowerCase()))) continue;
    for (const match of text.matchAll(pattern)) {
      const at = [match.index, match.index + match[0].length] as const;
      if (keeps?.(match, text) === false) continue;
      found.push({ at, kind, help: isValue(kind, match[0]) ? computed : rendered });
    }
  }
  found.sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  let end = 0;
  return found.filter(({ at }) => {
    const isNew = at[0] >= end;
    if (isNew) end = at[1];
    return isNew;
  });
}

const isValue = (kind: Leftover["kind"], text: string): boolean =>
  kind === "missing" || kind === "address" || kind === "figure" || text.startsWith("[object");

/** Something to be computed stands between the braces, and no formula does. */
function isExpression(match: RegExpExecArray, text: string): boolean {
  const inner = match[0].replace(/^\{+|\}+$/g, "").trim();
  if (!/\p{L}/u.test(inner) || /^(?:and|or|to|as|with|,)$/i.test(inner)) return false;
  return !/[\\^_]/.test(text[match.index - 1] ?? "") && !inner.includes("\\");
}

/** `${name}` and `${user.name}`, but not the shell's `${HOME}` or `${x:-y}`. */
function isPlaceholder(match: RegExpExecArray): boolean {
  const inner = match[0].slice(2, -1).trim();
  return !/^[A-Z][A-Z0-9_]*$/.test(inner) && !/^\w+[:#%/]/.test(inner);
}

const doubleBracket = new RegExp(
  String.raw`^\[\[(?:\s+${namePath}(?:\.${namePath})*\s+|\s*${namePath}(?:\.${namePath})+\s*|\s*${namePath}(?:\.${namePath})*\s*(?:\||\().*)\]\]$`,
);

/** `[[ name ]]`, `[[user.name]]`, `[[price|currency]]`; not a wiki's `[[Page]]` or the shell's `[[ -f x ]]`. */
function isDoubleBracket(match: RegExpExecArray): boolean {
  return doubleBracket.test(match[0]);
}
