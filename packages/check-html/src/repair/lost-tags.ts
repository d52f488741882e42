import type { HtmlNesting, HtmlPage, HtmlTag } from "@failcheck/languages";
import { type Bracket, brackets } from "./brackets.ts";
import { byIndentation } from "./by-indentation.ts";
import { equalCuts, wholeLine } from "./equal-cuts.ts";
import { equalEnds } from "./equal-ends.ts";
import { habits } from "./habits.ts";
import { pairUp } from "./pairs.ts";
import type { Fault, Repair } from "./faults.ts";
import { likeliest } from "./likeliest.ts";
import { repairs } from "./search.ts";
import { contents } from "../sections/contents.ts";

/** A tag that lost its other half. */
export interface LostTag {
  readonly tag: HtmlTag;
  readonly kind: "unclosed" | "stray" | "early";
  /** For an unclosed element: the tag before which it should have ended; undefined for the end of the page. */
  readonly before: HtmlTag | undefined;
  /** Of an end tag that comes too early: the one that should come first. */
  readonly late?: HtmlTag;
  /** Other tags that explain the page nearly as well, best first; empty where there is no doubt. */
  readonly rivals: readonly HtmlTag[];
  /** Other elements whose lost end would have left the very same text, so that one end tag mends any of them. */
  readonly equals?: readonly HtmlTag[];
}

/** How much worse another explanation may be and still be named. */
const nearly = 1.2;

/** A page with more faults than this, or more tags, is no page with a lost tag: the nearest explanation does. */
const mostFaults = 48;
const mostBrackets = 80_000;
/** A page with more tags than this is read once. */
const mostTwice = 4000;

/**
 * Names the tags that lost their other half: the cheapest explanation of a page that does not come out even, among those that
 * keep the given pairs.
 */
export function lostTags(
  page: HtmlPage,
  tags: readonly HtmlTag[],
  nesting: HtmlNesting,
  paired?: ReadonlyMap<HtmlTag, HtmlTag>,
): LostTag[] {
  const { unclosed, stray } = nesting;
  if (unclosed.length + stray.length > mostFaults * 4) return nearest(nesting);
  const all = brackets(page, tags, paired);
  if (all.length > mostBrackets) return nearest(nesting);
  const likely = explanations(page, all, nesting);
  const [cheapest] = likely;
  if (cheapest === undefined) return nearest(nesting);
  const near = likely.filter(({ cost }) => cost - cheapest.cost < nearly);
  // end tags that stand in the wrong order are one fault, not two
  const best = near.find((repair) => crossingsOf(all, repair).size > 0) ?? cheapest;
  const close = best.faults.length > 8 ? [] : near.filter((repair) => repair !== best);
  const crossings = crossingsOf(all, best);
  const equals = equalEnds(page, all, best);
  return best.faults.slice(0, mostFaults).flatMap((fault): LostTag[] => {
    const early = crossings.get(fault);
    if (early === undefined) return lost(page, all, fault, best, close).map((one) => ({ ...one, equals: equals(fault) }));
    return fault.kind === "stray" ? [] : [{ tag: early, kind: "early", before: undefined, rivals: [] }];
  });
}

/** The likeliest repairs, best first. */
function explanations(page: HtmlPage, all: readonly Bracket[], { unclosed, stray }: HtmlNesting): Repair[] {
  const plain = byIndentation(all);
  if (plain !== undefined) return [plain];
  const listed = listedIn(page, all);
  const faults = unclosed.length + stray.length;
  const first = repairs(all, habits(all, pairUp(all), listed, faults));
  // what the first repair teaches matters where there is little to learn from
  const again = all.length > mostTwice ? first : repairs(all, habits(all, pairUp(all, first[0]?.faults), listed, faults));
  return likeliest(all, again);
}

const crossingsOf = (all: readonly Bracket[], { faults }: Repair): ReadonlyMap<Fault, HtmlTag> =>
  new Map(faults.flatMap((fault) => crossing(all, fault, faults)));

/**
 * Two faults that are one end tag which comes too early: an element is ended by an end tag that its own follows at once, or its end
 * tag is one too many and it ends, without one, behind the next.
 */
function crossing(all: readonly Bracket[], fault: Fault, faults: readonly Fault[]): [Fault, HtmlTag][] {
  if (fault.kind === "stray") return [];
  const name = all[fault.open]?.tag.name;
  for (const at of [fault.before, fault.before - 2]) {
    const [early, late, own] = [all[at], all[at + 1], all[at === fault.before ? at + 1 : at]];
    const other = faults.find((one) => one.kind === "stray" && one.close === own?.index);
    if (other === undefined || early === undefined || early.opens || late?.opens !== false || own?.tag.name !== name) continue;
    if (early.tag.name === late.tag.name) continue;
    return [
      [fault, early.tag],
      [other, early.tag],
    ];
  }
  return [];
}

/**
 * What is wrong with the elements asked about where a repair blames others: `<div><ul></div></ul>`. Either a browser loses them,
 * or their end tag comes before that of an element inside.
 */
export function crossed(nesting: HtmlNesting, names: ReadonlySet<string>): LostTag[] {
  const lost = nearest(nesting).filter(({ tag }) => names.has(tag.name));
  if (lost.length > 0) return lost;
  const late = new Set(nesting.stray.map(({ name }) => name));
  const found = new Set<HtmlTag>();
  for (const { element, by } of nesting.unclosed) {
    if (by?.kind === "end" && names.has(by.name) && late.has(element.tag.name)) found.add(by);
  }
  return [...found].map((tag) => ({ tag, kind: "early", before: undefined, rivals: [] }));
}

/** The first faults as a browser meets them. */
function nearest({ unclosed, stray }: HtmlNesting): LostTag[] {
  const open = unclosed
    .slice(0, mostFaults)
    .map(({ element, by }): LostTag => ({ tag: element.tag, kind: "unclosed", before: by, rivals: [] }));
  return [...open, ...stray.slice(0, mostFaults).map((tag): LostTag => ({ tag, kind: "stray", before: undefined, rivals: [] }))];
}

function lost(page: HtmlPage, all: readonly Bracket[], fault: Fault, best: Repair, close: readonly Repair[]): LostTag[] {
  const tag = tagOf(all, fault);
  if (tag === undefined) return [];
  const named = new Set(best.faults.map((other) => tagOf(all, other)));
  const rivals = new Set<HtmlTag>();
  for (const repair of close) {
    if (repair.faults.length !== best.faults.length || repair.faults.some((other) => tagOf(all, other) === tag)) continue;
    for (const other of repair.faults) {
      const rival = tagOf(all, other);
      if (rival === undefined || other.kind !== fault.kind || named.has(rival)) continue;
      rivals.add(rival);
    }
  }
  if (fault.kind === "stray") for (const other of alike(page, all, tag)) rivals.add(other);
  const before = fault.kind === "unclosed" ? all[fault.before]?.tag : undefined;
  return [{ tag, kind: fault.kind, before, rivals: [...rivals] }];
}

/** Equal end tags in a row, of which it makes no difference which one goes. */
const alike = (page: HtmlPage, all: readonly Bracket[], tag: HtmlTag): readonly HtmlTag[] =>
  equalCuts(
    page.source,
    wholeLine(page.source, tag.at),
    all.map((bracket) => bracket.tag),
    tag,
  );

const tagOf = (all: readonly Bracket[], fault: Fault): HtmlTag | undefined =>
  all[fault.kind === "stray" ? fault.close : fault.open]?.tag;

/** The boxes that the page's contents name. */
function listedIn(page: HtmlPage, all: readonly Bracket[]): ReadonlySet<number> {
  const ids = new Set(contents(page));
  if (ids.size === 0) return new Set();
  const idOf = ({ tag }: Bracket): string => {
    const at = page.attributes(tag).find(({ name }) => name === "id")?.valueAt;
    return at === undefined ? "" : page.source.slice(...at).trim();
  };
  return new Set(all.filter((one) => one.opens && one.hard && ids.has(idOf(one))).map(({ index }) => index));
}
