import { elementTraits, type HtmlNesting, type HtmlPage, type HtmlTag } from "@failcheck/languages";
import { equalCuts } from "./equal-cuts.ts";
import { type LostTag, lostTags } from "./lost-tags.ts";
import { type Changed, survivors } from "./survivors.ts";

/**
 * Names the lost tags by what the change did: the pairs of the sound old page stay pairs, and what is left over without a
 * partner is at fault. Undefined where that does not explain the new page.
 */
export function lostByChange(
  before: HtmlPage,
  after: HtmlPage,
  tags: readonly HtmlTag[],
  nesting: HtmlNesting,
): LostTag[] | undefined {
  const { unclosed, stray } = before.nesting();
  if (unclosed.length > 0 || stray.length > 0) return undefined;
  const now = tags.filter(isBracket);
  const old = before.tags.filter(isBracket);
  const { kept, changed } = survivors(before, old, after, now);
  const { paired, widowed, partners } = pairsKept(before, kept);
  const lost = leftOver(now, paired);
  if (lost === undefined || hasChoice(lost, now, kept, widowed)) return lost && lostTags(after, tags, nesting, paired);
  return crossed(lost, now).map((one) => {
    const gone = widowed.get(one.tag);
    const cut = cutAround(before.source, after.source, changed, gone ?? one.tag, gone !== undefined);
    if (cut === undefined) return one;
    if (gone === undefined) return { ...one, rivals: equalCuts(after.source, cut, now, one.tag) };
    const alike = equalCuts(before.source, cut, old, gone);
    return { ...one, rivals: alike.flatMap((tag) => kept.get(partners.get(tag) ?? tag) ?? []) };
  });
}

/** An element left open, and an end tag of its name that comes before or behind the end tag of another, are one fault. */
function crossed(lost: readonly LostTag[], tags: readonly HtmlTag[]): LostTag[] {
  const found = [...lost];
  for (const open of lost.filter(({ kind }) => kind === "unclosed")) {
    for (const stray of lost.filter(({ kind, tag }) => kind === "stray" && tag.name === open.tag.name)) {
      const at = tags.indexOf(stray.tag);
      const [early, late] = open.before === tags[at - 1] ? [tags[at - 1], stray.tag] : [stray.tag, tags[at + 1]];
      if (early?.kind !== "end" || late?.kind !== "end" || early.name === late.name || !found.includes(stray)) continue;
      found.splice(found.indexOf(open), 1);
      found.splice(found.indexOf(stray), 1, { tag: early, kind: "early", late, before: undefined, rivals: [] });
      break;
    }
  }
  return found;
}

/** Whether there are new tags beside those that found no partner, so that others of them may be the ones without. */
function hasChoice(
  lost: readonly LostTag[],
  now: readonly HtmlTag[],
  kept: ReadonlyMap<HtmlTag, HtmlTag>,
  widowed: ReadonlyMap<HtmlTag, HtmlTag>,
): boolean {
  const alone = lost.filter(({ tag }) => !widowed.has(tag)).length;
  return alone > 0 && now.length - kept.size > alone;
}

/** The text around a tag that the change took away, or put there, and nothing else in its place. */
function cutAround(
  before: string,
  after: string,
  changed: readonly Changed[],
  { at }: HtmlTag,
  isGone: boolean,
): readonly [start: number, end: number] | undefined {
  const isThere = ([start, end]: readonly [number, number]): boolean => start <= at[0] && at[0] < end;
  const change = changed.find(({ old, now }) => isThere(isGone ? old : now));
  if (change === undefined) return undefined;
  let [[start, end], [from, to]] = [change.old, change.now];
  while (start < end && from < to && before[start] === after[from]) [start, from] = [start + 1, from + 1];
  while (start < end && from < to && before[end - 1] === after[to - 1]) [end, to] = [end - 1, to - 1];
  if (isGone) return from === to ? [start, end] : undefined;
  return start === end ? [from, to] : undefined;
}

const isBracket = (tag: HtmlTag): boolean => (tag.traits & elementTraits.mustClose) !== 0 && !tag.selfClosing;

/** What a change left of the old page's pairs. */
interface Kept {
  /** Both ways: the two tags, of the new page, of a pair that is still there. */
  readonly paired: ReadonlyMap<HtmlTag, HtmlTag>;
  /** By tag of the new page whose other half is gone: that half, on the old page. */
  readonly widowed: ReadonlyMap<HtmlTag, HtmlTag>;
  /** Both ways: the old page's pairs. */
  readonly partners: ReadonlyMap<HtmlTag, HtmlTag>;
}

function pairsKept(before: HtmlPage, kept: ReadonlyMap<HtmlTag, HtmlTag>): Kept {
  const paired = new Map<HtmlTag, HtmlTag>();
  const widowed = new Map<HtmlTag, HtmlTag>();
  const partners = new Map<HtmlTag, HtmlTag>();
  for (const { tag, end } of before.nesting().elements) {
    if (end === undefined) continue;
    partners.set(tag, end).set(end, tag);
    const [start, close] = [kept.get(tag), kept.get(end)];
    if (start !== undefined && close !== undefined) paired.set(start, close).set(close, start);
    else if (start !== undefined) widowed.set(start, end);
    else if (close !== undefined) widowed.set(close, tag);
  }
  return { paired, widowed, partners };
}

/** Pairs what the kept pairs leave over, never across one of them, and returns what finds no partner. */
function leftOver(tags: readonly HtmlTag[], paired: ReadonlyMap<HtmlTag, HtmlTag>): LostTag[] | undefined {
  const stack: HtmlTag[] = [];
  const lost: LostTag[] = [];
  for (const tag of tags) {
    const partner = paired.get(tag);
    const top = stack.at(-1);
    if (tag.kind === "start") stack.push(tag);
    else if (partner !== undefined) {
      for (let open = stack.pop(); open !== partner; open = stack.pop()) {
        if (open === undefined || paired.has(open)) return undefined;
        lost.push({ tag: open, kind: "unclosed", before: tag, rivals: [] });
      }
    } else if (top?.name === tag.name && !paired.has(top)) stack.pop();
    else lost.push({ tag, kind: "stray", before: undefined, rivals: [] });
  }
  for (const tag of stack.reverse()) lost.push({ tag, kind: "unclosed", before: undefined, rivals: [] });
  return lost.length > 0 ? lost : undefined;
}
