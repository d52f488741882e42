import { bare } from "./meaning.ts";
import type { TemplateTag } from "./html.ts";

/** Matches `@if (a) {`, `} @else if (b) {`, `}`; not `me@example.org`, not `{{ a }}` (which is masked by then). */
const mark =
  /(\}\s{0,200})?(?<![\w@])@(if|else if|else|for|empty|switch|case|default|defer|placeholder|loading|error)\b\s{0,50}(\((?:[^()]|\((?:[^()]|\([^()]{0,300}\)){0,300}\)){0,300}\))?\s{0,50}\{|\}/g;

const middles: ReadonlySet<string> = new Set(["else if", "else", "empty", "placeholder", "loading", "error"]);

/** Matches `="{ a: b }"`; not `{ a }`. */
const value = /=\s{0,9}(?:"[^"]{0,5000}"|'[^']{0,5000}')/g;

/** The blocks of Angular's control flow, which have no delimiters of their own; what is in braces otherwise is masked already. */
export function angularBlocks(markup: string): TemplateTag[] {
  if (!/@(?:if|for|switch|defer)\b/.test(markup)) return [];
  const found: TemplateTag[] = [];
  const content = markup.replace(value, (text) => " ".repeat(text.length));
  for (const match of content.matchAll(mark)) {
    const word = match[2];
    const at = [match.index, match.index + match[0].length] as const;
    const tag = { at, opener: "@", inner: match[0] };
    const isMiddle = word !== undefined && match[1] !== undefined && middles.has(word);
    if (match[0].startsWith("}") && !isMiddle) found.push({ ...tag, role: "close", word: "}", condition: "" });
    if (word === undefined) continue;
    const role = isMiddle ? "middle" : "open";
    found.push({
      ...tag,
      role,
      word: words.get(word) ?? word,
      condition: bare(match[3] ?? ""),
    });
  }
  return found;
}

/** Cases that stand in a block of their own each. */
const words: ReadonlyMap<string, string> = new Map([
  ["case", "if"],
  ["default", "block"],
  ["switch", "block"],
]);
