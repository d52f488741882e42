import type { HtmlPage, HtmlTag } from "@failcheck/languages";

/** Beyond this product of lengths the stretch between the first and the last change is too long to compare. */
const largest = 4_000_000;

/**
 * Maps tags of the old page to the same tags of the new one. What stands before the first and behind the last change keeps its
 * place; between them, tags are compared with their indentation, since one `</div>` reads like another.
 */
export function survivors(
  before: HtmlPage,
  old: readonly HtmlTag[],
  after: HtmlPage,
  now: readonly HtmlTag[],
): ReadonlyMap<HtmlTag, HtmlTag> | undefined {
  const [head, tail] = commonEnds(before.source, after.source);
  const kept = new Map<HtmlTag, HtmlTag>();
  const first = countWhile(old, now, (a, b) => a.at[0] === b.at[0] && a.at[1] <= head && b.at[1] <= head);
  const shift = after.source.length - before.source.length;
  const last = countWhile(old.slice(first).reverse(), now.slice(first).reverse(), (a, b) => {
    return b.at[0] - a.at[0] === shift && before.source.length - a.at[0] <= tail && after.source.length - b.at[0] <= tail;
  });
  for (let at = 0; at < first; at++) keep(kept, old[at], now[at]);
  for (let at = 1; at <= last; at++) keep(kept, old.at(-at), now.at(-at));
  const [oldMiddle, newMiddle] = [old.slice(first, old.length - last), now.slice(first, now.length - last)];
  if (oldMiddle.length * newMiddle.length > largest) return undefined;
  common(
    oldMiddle,
    newMiddle,
    (tag) => keyOf(before, tag),
    (tag) => keyOf(after, tag),
    kept,
  );
  return kept;
}

function keep(kept: Map<HtmlTag, HtmlTag>, old: HtmlTag | undefined, now: HtmlTag | undefined): void {
  if (old !== undefined && now !== undefined) kept.set(old, now);
}

function countWhile(a: readonly HtmlTag[], b: readonly HtmlTag[], same: (a: HtmlTag, b: HtmlTag) => boolean): number {
  let count = 0;
  for (; count < Math.min(a.length, b.length); count++) {
    const [x, y] = [a[count], b[count]];
    if (x === undefined || y === undefined || !same(x, y)) break;
  }
  return count;
}

/** How long the two texts are alike from the front, in whole lines, and from the back without overlapping that. */
function commonEnds(a: string, b: string): readonly [head: number, tail: number] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  head = a.lastIndexOf("\n", head - 1) + 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return [head, tail];
}

/** The tag's text and the white space that its line begins with. */
function keyOf(page: HtmlPage, tag: HtmlTag): string {
  const line = page.source.lastIndexOf("\n", tag.at[0] - 1) + 1;
  const indent = /^[ \t]*/.exec(page.source.slice(line, Math.min(tag.at[0], line + 200)))?.[0] ?? "";
  return `${indent}|${page.source.slice(...tag.at)}`;
}

/** Adds the longest common subsequence of two lists to `kept`. */
function common(
  old: readonly HtmlTag[],
  now: readonly HtmlTag[],
  oldKey: (tag: HtmlTag) => string,
  newKey: (tag: HtmlTag) => string,
  kept: Map<HtmlTag, HtmlTag>,
): void {
  const [a, b] = [old.map(oldKey), now.map(newKey)];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) keep(kept, old[i++], now[j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
}
