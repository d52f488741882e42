import type { Looks } from "./looks.ts";

/** What stood next in a place: its looks, or the end of the element. */
export type Next = Looks | undefined;

/** How often which kind was seen in one parent: at all, and behind another kind in it. */
export type Own = Map<number, number>;

/** Counts of what follows in an element of certain looks, and behind another in it. */
export interface Sightings {
  add(parent: Looks | undefined, before: Looks | undefined, next: Next, own: Own): void;
  /** How much more usual `next` is there than anywhere, as a logarithm; what is the parent's own does not count. */
  weigh(parent: Looks | undefined, before: Looks | undefined, next: Next, own: ReadonlyMap<number, number>): number;
  /** The share of elements that look like this. */
  share(looks: Looks): number;
}

/** The loudest that one pair of neighbours speaks. */
const [least, most] = [-2, 3.5];
/** How many sightings it takes to believe what was seen in elements that share the name only. */
const vague = 40;
/** Ids of kinds stay below this. */
const wide = 131_072;
const add = (counts: Own, key: number): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
/** Where the kinds are counted that stand behind one kind, 0 for none. */
const behindIn = (before: number): number => (before + 1) * wide;
/** The total of a place, and the end of an element, among the kinds. */
const [total, ending] = [0, 1];
const anywhere = 0;
/** Kinds from here on are names. */
const firstName = 100_000;

/** Starts with nothing seen. */
export function sightings(): Sightings {
  const counts = new Map<number, number>();
  const names = new Map<string, number>();
  const places = new Map<string, number>();
  const behinds = new Map<number, number>();
  const holders = new Map<Looks | undefined, readonly number[]>();
  const count = (place: number, kind: number): number => counts.get(place * wide + kind) ?? 0;
  const more = (place: number, kind: number): void => {
    add(counts, place * wide + kind);
  };
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
      const behind = behindIn(before === undefined ? 0 : kindOf(before));
      for (const place of [0, behind]) for (const one of new Set([total, kind, name])) add(own, place + one);
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
      // what elements hold that only share the name tells little
      const doubt = holder === found[2] && holder !== found[1] ? vague : 2;
      const here = (count(holder, kind) - less + doubt * usual) / (count(holder, total) - mine.all + doubt);
      const behind = behindOf(found[0] ?? 0, before);
      const exact = (count(behind, kind) - lessBehind + 2 * here) / (count(behind, total) - mine.behind + 2);
      return Math.max(least, Math.min(most, Math.log(exact / usual)));
    },
    share: (looks) => count(anywhere, kindOf(looks)) / Math.max(1, count(anywhere, total)),
  };
}

/** How much of the counts is the parent's own. */
function ownOf(own: ReadonlyMap<number, number>, before: number, next: number, name: number) {
  const of = (key: number): number => own.get(key) ?? 0;
  const behind = behindIn(before);
  return {
    all: of(total),
    next: of(next),
    name: of(name),
    behind: of(behind + total),
    nextBehind: of(behind + next),
    nameBehind: of(behind + name),
  };
}
