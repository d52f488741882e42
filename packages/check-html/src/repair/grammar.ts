import type { Bracket } from "./brackets.ts";
import type { Looks } from "./looks.ts";
import type { Pair } from "./pairs.ts";
import { type Next, type Own, sightings, type Sightings } from "./sightings.ts";

/**
 * How usual it is, on this page, for one element to follow another within a third; as logarithms, 0 for "as usual as anywhere".
 * What was learnt from an element itself is left out when it is asked about: a wrong pairing must not speak for itself.
 */
export interface Grammar {
  /** `child` stands in `parent`, behind `before`. */
  child(parent: Bracket | undefined, before: Bracket | undefined, child: Looks): number;
  /** `open` ends behind `last`. */
  end(open: Bracket, last: Bracket | undefined): number;
  /** An element of this name whose start tag is lost stands in `parent`, behind `before`, and `child` is the first in it. */
  between(name: string, parent: Bracket | undefined, before: Bracket | undefined, child: Looks): Between;
}

/** What a lost element may have looked like, and what speaks for it. */
export interface Between {
  readonly looks: Looks | undefined;
  readonly signs: number;
}

/** A question about what follows in a parent, behind something. */
type Ask<Answer> = (parent: Bracket | undefined, before: Looks | undefined, next: Next) => Answer;

const nothing: ReadonlyMap<number, number> = new Map();

/** Learns from pairs. */
export function grammar(pairs: readonly Pair[]): Grammar {
  const seen = sightings();
  const own = new Map<Bracket | undefined, Own>();
  const learn = (parent: Bracket | undefined, before: Bracket | undefined, next: Next): void => {
    const mine = own.get(parent) ?? new Map<number, number>();
    own.set(parent, mine);
    seen.add(parent?.looks, before?.looks, next, mine);
  };
  for (const { open, close, parent, before, last } of pairs) {
    learn(parent, before, open.looks);
    if (!open.leaf && close !== undefined) learn(open, last, undefined);
  }
  const known = remembered((parent, before, next) => seen.weigh(parent?.looks, before, next, own.get(parent) ?? nothing));
  const kinds = knownLooks(pairs);
  const betweens = new Map([...kinds].map(([name, looks]) => [name, between(looks, seen, known)]));
  return {
    child: (parent, before, child) => known(parent, before?.looks, child),
    end: (open, last) => known(open, last?.looks, undefined),
    between: (name, parent, before, child) =>
      betweens.get(name)?.(parent, before?.looks, child) ?? { looks: undefined, signs: -Infinity },
  };
}

/** Asks how well elements of any of these looks fit between a parent and a child, one of them being there. */
function between(candidates: readonly Looks[], seen: Sightings, known: Ask<number>): Ask<Between> {
  const shares = candidates.map((looks) => seen.share(looks));
  const first = remembered((_, looks, child) => (child === undefined ? 0 : seen.weigh(looks, undefined, child, nothing)));
  return remembered((parent, before, child) => {
    let sum = 0;
    let likeliest: Looks | undefined;
    let largest = 0;
    candidates.forEach((looks, at) => {
      const share = (shares[at] ?? 0) * Math.exp(known(parent, before, looks) + first(undefined, looks, child));
      sum += share;
      if (share <= largest) return;
      largest = share;
      likeliest = looks;
    });
    return { looks: likeliest, signs: Math.log(sum) };
  });
}

/** Remembers answers by the parent, and by the kinds of the other two. */
function remembered<Answer>(ask: Ask<Answer>): Ask<Answer> {
  const answers = new Map<Bracket | undefined, Map<number, Answer>>();
  return (parent, before, next) => {
    const mine = answers.get(parent) ?? new Map<number, Answer>();
    if (mine.size === 0) answers.set(parent, mine);
    const key = (before?.id ?? 0) * 65_536 + (next?.id ?? 0);
    let answer = mine.get(key);
    if (answer === undefined) mine.set(key, (answer = ask(parent, before, next)));
    return answer;
  };
}

/** By name: the looks of the elements that need an end tag, one of each kind. */
function knownLooks(pairs: readonly Pair[]): ReadonlyMap<string, readonly Looks[]> {
  const found = new Map<string, Map<number, Looks>>();
  for (const { open } of pairs) {
    if (!open.hard) continue;
    const looks = found.get(open.looks.name) ?? new Map<number, Looks>();
    found.set(open.looks.name, looks.set(open.looks.id, open.looks));
  }
  return new Map([...found].map(([name, looks]) => [name, [...looks.values()]]));
}
