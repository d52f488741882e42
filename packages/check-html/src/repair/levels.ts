import type { Bracket } from "./brackets.ts";
import type { Pair } from "./pairs.ts";

/** Which elements want one depth, or one parent, and how loudly one that stands elsewhere speaks against its place. */
export interface Levels {
  /** The kinds that an element is of. */
  of(open: Bracket): readonly Level[];
}

export interface Level {
  /** The number of the kind. */
  readonly kind: number;
  /** What speaks against one at another depth than the one before it. */
  readonly depth: number;
  /** What speaks against one in another parent. */
  readonly parent: number;
}

/** No kind speaks louder than this. */
const loudest = 4.5;
const none: readonly Level[] = [];

/**
 * Learns from the pairs of a page which of its elements stand at one depth: boxes that comments of one form announce, that the
 * page's contents name, that begin with a heading of one level, that look alike, or that are indented alike.
 */
export function levels(all: readonly Bracket[], pairs: readonly Pair[], listed: ReadonlySet<number>, faults: number): Levels {
  const places = placesOf(pairs);
  const seen = new Map<string, Seen>();
  const kindsOf = new Map<Bracket, readonly string[]>();
  const margin = Math.min(...all.filter(({ first, hard }) => first && hard).map(({ indent }) => indent));
  for (const open of all) {
    if (!open.opens || !open.hard) continue;
    const kinds = kindsIn(all, open, listed.has(open.index), margin);
    kindsOf.set(open, kinds);
    const place = places.get(open);
    if (place === undefined) continue;
    for (const kind of kinds) seen.set(kind, next(seen.get(kind), place));
  }
  const weights = new Map<string, Level>();
  for (const [kind, { times, deeper, elsewhere }] of seen) {
    const depth = weightOf(times, deeper - faults);
    const parent = weightOf(times, elsewhere - faults);
    if (depth > 0 || parent > 0) weights.set(kind, { kind: weights.size, depth: Math.max(depth, parent), parent });
  }
  const found = new Map<Bracket, readonly Level[]>();
  for (const [open, kinds] of kindsOf)
    found.set(
      open,
      kinds.flatMap((kind) => weights.get(kind) ?? []),
    );
  return { of: (open) => found.get(open) ?? none };
}

interface Place {
  readonly depth: number;
  readonly parent: Bracket | undefined;
}

/** How often one of a kind followed another, and how often it stood at another depth, or in another parent. */
interface Seen {
  readonly last: Place;
  readonly times: number;
  readonly deeper: number;
  readonly elsewhere: number;
}

function next(seen: Seen | undefined, last: Place): Seen {
  if (seen === undefined) return { last, times: 0, deeper: 0, elsewhere: 0 };
  return {
    last,
    times: seen.times + 1,
    deeper: seen.deeper + (last.depth === seen.last.depth ? 0 : 1),
    elsewhere: seen.elsewhere + (last.parent === seen.last.parent ? 0 : 1),
  };
}

/** How rare it is, as a logarithm; each fault of the page may have caused one more than there were. */
function weightOf(times: number, seen: number): number {
  if (times === 0) return 0;
  const odd = Math.max(0, seen);
  const weight = Math.min(loudest, Math.log((times - odd + 1) / (odd + 0.5)));
  return weight > 0.5 ? weight : 0;
}

function placesOf(pairs: readonly Pair[]): ReadonlyMap<Bracket, Place> {
  const places = new Map<Bracket, Place>();
  for (const { open, parent } of [...pairs].sort((a, b) => a.open.index - b.open.index))
    places.set(open, { parent, depth: parent === undefined ? 0 : (places.get(parent)?.depth ?? 0) + 1 });
  return places;
}

function kindsIn(all: readonly Bracket[], open: Bracket, isListed: boolean, margin: number): string[] {
  const { announced, first, indent, looks, index } = open;
  const column = first ? String(indent) : "";
  const inner = all[index + 1];
  const found: string[] = [];
  if (announced !== "") found.push(`${announced} ${column}`);
  if (isListed) found.push(`# ${column}`);
  if (looks.full !== looks.name || looks.name !== "div") found.push(`${looks.full} ${column}`, `${looks.short} ${column}`);
  if (inner?.opens === true && /^h[1-6]$/.test(inner.tag.name)) found.push(`${inner.tag.name} ${column}`);
  if (first && indent > margin) found.push(`| ${column}`);
  return found;
}

/** By kind: how deep the last element of it stands, and in what, as one number. */
export type Places = readonly number[];

/** There are fewer brackets than half of this. */
const manyParents = 1 << 24;

/** Holds the place of an element against that of its like: the places with its own, and what speaks against it. */
export function placedAmong(levels: readonly Level[], places: Places, depth: number, parent: number) {
  const here = depth * manyParents + parent;
  let against = 0;
  let found: number[] | undefined;
  for (const level of levels) {
    const last = places[level.kind];
    if (last === here) continue;
    found ??= [...places];
    found[level.kind] = here;
    if (last !== undefined) against = Math.max(against, Math.round(last / manyParents) === depth ? level.parent : level.depth);
  }
  return { places: found ?? places, against };
}
