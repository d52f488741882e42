import type { Range } from "@failcheck/core";
import type { HtmlElement, HtmlPlace, HtmlTag } from "./html.ts";

/** Says what stands at an offset. */
export function placeOf(
  offset: number,
  tags: readonly HtmlTag[],
  comments: readonly Range[],
  holders: readonly (HtmlElement | undefined)[],
): HtmlPlace {
  const comment = comments[lastBefore(offset, comments, (range) => range[0])];
  if (comment !== undefined && offset < comment[1]) return { in: "comment" };
  const index = lastBefore(offset, tags, (tag) => tag.at[0]);
  const tag = tags[index];
  const holder = holders[index];
  return tag !== undefined && offset < tag.at[1]
    ? { in: "tag", tag, holder: holder ?? holders[index - 1] }
    : { in: "content", holder };
}

/** The index of the last entry that starts at or before the offset; -1 where none does. */
function lastBefore<Entry>(offset: number, entries: readonly Entry[], startOf: (entry: Entry) => number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && startOf(entry) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
