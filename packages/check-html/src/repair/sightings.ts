import type { Looks } from "./looks.ts";

/** What stood next in a place: its looks, or the end of the element. */
export type Next = Looks | undefined;

/** One element, or end, that was seen behind another. */
interface Seen {
  readonly before: number;
  readonly next: number;
  readonly name: number;
}

/** Counts of what follows in an element of certain looks, and behind another in it. */
export interface Sightings {
  add(parent: Looks | undefined, before: Looks | undefined, next: Next, own: Seen[]): void;
  /** How much more usual `next` is there than anywhere, as a logarithm; what is the parent's own does not count. */
  weigh(parent: Looks | undefined, before: Looks | undefined, next: Next, own: readonly Seen[]): number;
  /** The share of elements that look like this. */
  share(looks: Looks): number;
}

export type { Seen };

/** The loudest that one pair of neighbours speaks. */
const [least, most] = [-2, 3.5];
/** Ids of kinds stay below this. */
const wide = 65_536;
/** The total of a place, and the end of an element, among the kinds. */
const [total, ending] = [0, 1];
const anywhere = 0;
/** Kinds from here on are names. */
const firstName = 50_000;

/** Starts with nothing seen. */
export function sightings(): Sightings {
  const counts = new Map<number, number>();
  const names = new Map<string, number>();
  const places = new Map<string, number>();
  const behinds = new Map<number, number>();
  const holders = new Map<Looks | undefined, readonly number[]>();
  const count = (place: number, kind: number): number => counts.get(place * wide + kind) ?? 0;
  const more = (place: number, kind: number): void => void counts.set(place * wide + kind, count(place, kind) + 1);
  const idOf = <Key>(ids: Map<Key, number>, key: Key, first: number): number => {
    const id = ids.get(key) ?? ids.size + first;
    ids.set(key, id);
    return id;
  };
  const kindOf = (next: Next): number => (next === undefined ? ending : next.id + ending);
  const nameOf = (next: Next): number => (next === undefined ? ending : idOf(names, next.name, firstName));
  /** From the most exact place to the least. */
  const holdersOf = (parent: Looks | undefined): readonly number[] => {
    let found = holders.get(parent);
    if (found === undefined) {
      const { full, short, name } = parent ?? { full: "^", short: "^", name: "^" };
      found = [`f ${full}`, `s ${short}`, `n ${name}`].map((place) => 2 * idOf(places, place, 1));
      holders.set(parent, found);
    }
    return found;
  };
  const behindOf = (holder: number, before: Looks | undefined): number =>
    2 * idOf(behinds, holder * wide + (before === undefined ? 0 : kindOf(before)), 0) + 1;
  return {
    add(parent, before, next, own) {
      const found = holdersOf(parent);
      const [kind, name] = [kindOf(next), nameOf(next)];
      for (const place of [anywhere, ...found, behindOf(found[0] ?? 0, before)]) {
        more(place, total);
        more(place, kind);
        if (name !== kind) more(place, name);
      }
      own.push({ before: before === undefined ? 0 : kindOf(before), next: kind, name });
    },
    weigh(parent, before, next, own) {
      const found = holdersOf(parent);
      const mine = ownOf(own, before === undefined ? 0 : kindOf(before), kindOf(next), nameOf(next));
      const isRare = count(anywhere, kindOf(next)) - mine.next < 2;
      const [kind, less, lessBehind] = isRare
        ? [nameOf(next), mine.name, mine.nameBehind]
        : [kindOf(next), mine.next, mine.nextBehind];
      const usual = (count(anywhere, kind) - less + 0.5) / (count(anywhere, total) - mine.all + 3);
      const holder = found.find((place) => count(place, total) - mine.all >= 3) ?? found[0] ?? 0;
      const here = (count(holder, kind) - less + 2 * usual) / (count(holder, total) - mine.all + 2);
      const behind = behindOf(found[0] ?? 0, before);
      const exact = (count(behind, kind) - lessBehind + 2 * here) / (count(behind, total) - mine.behind + 2);
      return Math.max(least, Math.min(most, Math.log(exact / usual)));
    },
    share: (looks) => count(anywhere, kindOf(looks)) / Math.max(1, count(anywhere, total)),
  };
}

/** How much of the counts is the parent's own. */
function ownOf(own: readonly Seen[], before: number, next: number, name: number) {
  const mine = { all: own.length, next: 0, name: 0, behind: 0, nextBehind: 0, nameBehind: 0 };
  for (const seen of own) {
    const isBehind = seen.before === before;
    if (isBehind) mine.behind++;
    if (seen.next === next) {
      mine.next++;
      if (isBehind) mine.nextBehind++;
    }
    if (seen.name !== name) continue;
    mine.name++;
    if (isBehind) mine.nameBehind++;
  }
  return mine;
}
