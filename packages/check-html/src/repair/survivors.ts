import type { HtmlPage, HtmlTag } from "@failcheck/languages";
import { matches } from "./alignment.ts";
import { indentAt } from "./line-places.ts";
import { linesOf, stretches } from "./stretches.ts";

type Range = readonly [start: number, end: number];

/** A stretch of lines that differ: where they stand in the old text, and where in the new one. */
export interface Changed {
  readonly old: Range;
  readonly now: Range;
}

/** What a change left in place. */
export interface Survivors {
  /** By tag of the old page: the same tag of the new one. */
  readonly kept: ReadonlyMap<HtmlTag, HtmlTag>;
  readonly changed: readonly Changed[];
}

/** Maps tags of the old page to the same tags of the new one: lines first, and within the lines that differ, tags and words. */
export function survivors(before: HtmlPage, old: readonly HtmlTag[], after: HtmlPage, now: readonly HtmlTag[]): Survivors {
  const kept = new Map<HtmlTag, HtmlTag>();
  const [oldTags, nowTags] = [cursor(old), cursor(now)];
  const changed: Changed[] = [];
  for (const { old: oldAt, now: nowAt, same } of stretches(before.source, after.source)) {
    const [gone, come] = [oldTags(oldAt[1]), nowTags(nowAt[1])];
    if (same) gone.forEach((tag, at) => keep(kept, tag, come[at]));
    else {
      changed.push({ old: oldAt, now: nowAt });
      rewritten(before, gone, oldAt, after, come, nowAt, kept);
    }
  }
  return { kept, changed };
}

function keep(kept: Map<HtmlTag, HtmlTag>, old: HtmlTag | undefined, now: HtmlTag | undefined): void {
  if (old !== undefined && now?.name === old.name && now.kind === old.kind) kept.set(old, now);
}

/** Gives out the tags, in order, that begin before an offset. */
function cursor(tags: readonly HtmlTag[]): (end: number) => HtmlTag[] {
  let next = 0;
  return (end) => {
    const from = next;
    while ((tags[next]?.at[0] ?? end) < end) next++;
    return tags.slice(from, next);
  };
}

/** Compares the tags of two stretches, with the words between them; what was indented otherwise as a whole is the same. */
function rewritten(
  before: HtmlPage,
  old: readonly HtmlTag[],
  oldAt: Range,
  after: HtmlPage,
  now: readonly HtmlTag[],
  nowAt: Range,
  kept: Map<HtmlTag, HtmlTag>,
): void {
  if (old.length === 0 || now.length === 0) return;
  const [ours, theirs] = [
    units(before, old, oldAt, reindented(before.source, oldAt, after.source, nowAt)),
    units(after, now, nowAt, (indent) => indent),
  ];
  const same = matches(
    ours.map(({ key }) => key),
    theirs.map(({ key }) => key),
  );
  for (const [i, j] of same) keep(kept, ours[i]?.tag, theirs[j]?.tag);
}

/** A tag, or a run of text between tags. */
interface Unit {
  readonly key: string;
  readonly tag: HtmlTag | undefined;
}

function units(page: HtmlPage, tags: readonly HtmlTag[], [start, end]: Range, moved: (indent: number) => number): Unit[] {
  const found: Unit[] = [];
  const plain = (since: number, to: number): string => page.source.slice(since, to).replace(/\s+/g, " ").trim();
  let from = start;
  const text = (to: number): void => {
    const words = plain(from, to);
    if (words !== "") found.push({ key: words, tag: undefined });
  };
  const indentOf = indentsFrom(page.source, start);
  for (const tag of tags) {
    text(tag.at[0]);
    found.push({ key: `${moved(indentOf(tag.at[0]))}|${plain(...tag.at)}`, tag });
    from = tag.at[1];
  }
  text(end);
  return found;
}

/** Tells of ascending offsets, from the start of a line on, how far their line is indented. */
function indentsFrom(text: string, start: number): (offset: number) => number {
  let line = start;
  let next = text.indexOf("\n", start);
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf("\n", line)) line = next + 1;
    return indentAt(text, line, offset)[0];
  };
}

/** How far a stretch's lines are indented on the new side, by how far they were: what the lines tell that stand there once. */
function reindented(before: string, oldAt: Range, after: string, nowAt: Range): (indent: number) => number {
  const [old, now] = [indents(before, oldAt), indents(after, nowAt)];
  const seen = new Map<number, Map<number, number>>();
  const steps = new Map<number, number>();
  for (const [line, indent] of old) {
    const there = now.get(line);
    if (indent === undefined || there === undefined) continue;
    const counts = seen.get(indent) ?? new Map<number, number>();
    seen.set(indent, counts.set(there, (counts.get(there) ?? 0) + 1));
    steps.set(there - indent, (steps.get(there - indent) ?? 0) + 1);
  }
  const usual = commonest(steps) ?? 0;
  const known = new Map([...seen].map(([indent, counts]) => [indent, commonest(counts)]));
  return (indent) => known.get(indent) ?? indent + usual;
}

const commonest = (counts: ReadonlyMap<number, number>): number | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];

/** By its text: how far a line is indented; undefined for a text of several lines. */
function indents(text: string, [start, end]: Range): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const [from, to] of linesOf(text.slice(start, end))) {
    const line = text.slice(start + from, start + to).trim();
    found.set(line, found.has(line) || line === "" ? undefined : indentAt(text, start + from, start + to)[0]);
  }
  return found;
}
