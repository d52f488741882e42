import type { HtmlPage } from "@failcheck/languages";
import type { Blamed } from "./blamed-reading.ts";

/** Names of files that hold one half of a page: the other half closes what they open. */
const halfName =
  /(?:^|[/_.-])(?:head|header|foot|footer|top|bottom|start|begin|end|open|close|opening|closing|prefix|suffix|before|after|pre|post|wrapper|layout|prologue|epilogue|intro|outro)(?:[_.-][^/]*)?$/i;
const partFolder =
  /(?:^|\/)(?:partials?|includes?|_includes|_partials|fragments?|snippets|parts|template-parts|shared|common)\//i;

/** Programs as much as pages: what a branch leaves open, a function may close. */
const isProgram = /\.(?:php|phtml)$/i;

/**
 * Whether the page may be one of two halves: not a whole page, wrong at its outer ends only, and a template or named like a half.
 * The file alone cannot show that such a half is wrong.
 */
export function mayBeHalf(page: HtmlPage, path: string, { nesting, when }: Blamed): boolean {
  if (page.dialect !== "html" || isWhole(page)) return false;
  // it comes out even under other conditions, so nothing outside of it is needed for that
  if (when !== undefined && !halfName.test(path) && !isProgram.test(path)) return false;
  const ends = nesting.unclosed.every(({ by }) => by === undefined) || nesting.unclosed.length === 0;
  if (!ends) return false;
  return page.templateTags.length > 0 || halfName.test(path) || partFolder.test(path);
}

/** A page with both ends, or the child of a layout, has no other half. */
function isWhole(page: HtmlPage): boolean {
  const starts = page.tags.some(({ name, kind }) => kind === "start" && (name === "html" || name === "body"));
  const ends = page.tags.some(({ name, kind }) => kind === "end" && (name === "html" || name === "body"));
  return (starts && ends) || page.templateTags.some(({ role, word }) => role === "include" && word === "extends");
}
