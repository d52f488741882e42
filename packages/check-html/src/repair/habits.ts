import type { Bracket } from "./brackets.ts";
import { counter, type Counter } from "./counter.ts";
import type { Pair } from "./pairs.ts";

/** How strongly the page's own layout speaks for something; below zero speaks against it. */
export interface Habits {
  pair(open: Bracket, close: Bracket): number;
  /** `last` is how far the child before it in the same parent is indented. */
  child(parent: Bracket | undefined, last: number | undefined, child: Bracket): number;
  /** The same, by indentation alone. */
  layout(parent: Bracket | undefined, last: number | undefined, child: Bracket): number;
  /** That an end tag is missing right before this bracket. */
  gap(next: Bracket): number;
}

/** No single sign says more than this, so that one odd line cannot outvote the rest. */
const loudest = 5;
const bounded = (weight: number, most = loudest): number => Math.max(-most, Math.min(most, weight));

/** Learns from the pairs of a page (a few wrong ones among them do no harm) what its right pairs look like. */
export function habits(all: readonly Bracket[], pairs: readonly Pair[]): Habits {
  const layout = layoutHabits(all, pairs);
  const kin = kinship(pairs);
  const span = spans(pairs);
  const gapShare = gaps(all);
  return {
    pair: (open, close) => labelled(open, close) + layout.pair(open, close) + span(open, close),
    child: (parent, last, child) => layout.child(parent, last, child) + kin(parent, child),
    layout: layout.child,
    gap: (next) => (next.afterGap ? bounded(Math.log(0.6 / gapShare(next)), 2.5) : 0),
  };
}

function layoutHabits(all: readonly Bracket[], pairs: readonly Pair[]): Pick<Habits, "pair" | "child"> {
  const opens = all.filter((bracket) => bracket.opens);
  const aligned = [0, 1, 2, 3].map((kind) => (kind === 3 ? { same: 3.8, of: 4 } : { same: 1, of: 2 }));
  const steps = counter([2, 2, 4, 4]);
  const siblings = counter([0, 0, 0]);
  for (const { open, close, parent, before } of pairs) {
    const table = aligned[place(open, close)];
    if (table !== undefined && open.line !== close.line) {
      table.of++;
      if (open.indent === close.indent) table.same++;
    }
    if (!open.first) continue;
    if (before?.first === true) siblings.add(open.indent - before.indent);
    else if (parent?.first === true) steps.add(open.indent - parent.indent);
  }
  const chance = collision(
    opens,
    all.filter((bracket) => !bracket.opens),
  );
  const anyStep = counter([]);
  opens.forEach((open, at) => {
    for (const other of opens.slice(Math.max(0, at - 12), at))
      if (open.first && other.first) anyStep.add(open.indent - other.indent);
  });
  const step = (seen: Counter, by: number): number => bounded(Math.log(seen.share(by) / anyStep.share(by)));
  return {
    pair: (open, close) => alignment(aligned[place(open, close)], open, close, chance),
    child: (parent, last, child) => {
      if (!child.first) return 0;
      if (last !== undefined) return step(siblings, child.indent - last);
      return parent?.first === true ? step(steps, child.indent - parent.indent) : 0;
    },
  };
}

const place = (open: Bracket, close: Bracket): number => (open.first ? 1 : 0) + (close.first ? 2 : 0);

function alignment(seen: { same: number; of: number } | undefined, open: Bracket, close: Bracket, chance: number): number {
  if (seen === undefined || open.line === close.line) return 0;
  const share = Math.min(0.995, seen.same / seen.of);
  return bounded(open.indent === close.indent ? Math.log(share / chance) : Math.log((1 - share) / (1 - chance)));
}

/** How likely a start tag and an end tag that do not belong together are indented alike. */
function collision(opens: readonly Bracket[], closes: readonly Bracket[]): number {
  const counts = new Map<number, number>();
  for (const { indent } of closes) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let hits = 2;
  for (const { indent } of opens) hits += counts.get(indent) ?? 0;
  return Math.min(0.99, Math.max(0.02, hits / (opens.length * closes.length + 6)));
}

/** How usual an element of these looks is inside one of those, compared with anywhere; the pair asked about does not count itself. */
function kinship(pairs: readonly Pair[]): (parent: Bracket | undefined, child: Bracket) => number {
  const together = new Map<string, number>();
  const parents = new Map<string, number>();
  const children = new Map<string, number>();
  const trained = new Map<Bracket, Bracket | undefined>();
  const more = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { open, parent } of pairs) {
    const holder = parent?.looks ?? "";
    more(together, `${holder}>${open.looks}`);
    more(parents, holder);
    more(children, open.looks);
    trained.set(open, parent);
  }
  const total = pairs.length + 1;
  return (parent, child) => {
    const holder = parent?.looks ?? "";
    const self = trained.has(child) && trained.get(child) === parent ? 1 : 0;
    const anywhere = ((children.get(child.looks) ?? 0) + 0.5) / total;
    const seen = (together.get(`${holder}>${child.looks}`) ?? 0) - self;
    const here = (seen + anywhere) / ((parents.get(holder) ?? 0) - self + 1);
    return bounded(Math.log(here / anywhere), 2.5) * 0.7;
  };
}

/** How usual it is for an element of these looks to end on the line on which it begins. */
function spans(pairs: readonly Pair[]): (open: Bracket, close: Bracket) => number {
  const seen = new Map<string, { same: number; of: number }>();
  let same = 1;
  for (const { open, close } of pairs) {
    const counts = seen.get(open.looks) ?? { same: 0, of: 0 };
    seen.set(open.looks, counts);
    counts.of++;
    if (open.line !== close.line) continue;
    counts.same++;
    same++;
  }
  const overall = Math.min(0.95, same / (pairs.length + 2));
  return (open, close) => {
    const counts = seen.get(open.looks) ?? { same: 0, of: 0 };
    const share = (counts.same + overall) / (counts.of + 1);
    return bounded(open.line === close.line ? Math.log(share / overall) : Math.log((1 - share + 0.01) / (1 - overall + 0.01)), 2);
  };
}

/** How often an empty line stands before a start tag, and before an end tag. */
function gaps(all: readonly Bracket[]): (next: Bracket) => number {
  const share = (opens: boolean): number => {
    const alike = all.filter((bracket) => bracket.opens === opens);
    return (alike.filter(({ afterGap }) => afterGap).length + 0.5) / (alike.length + 2);
  };
  const [starts, ends] = [share(true), share(false)];
  return ({ opens }) => (opens ? starts : ends);
}

/** A closing comment that names the start tag's class or id speaks for it, one that names another against it. */
function labelled(open: Bracket, close: Bracket): number {
  if (close.label === "") return 0;
  const words = close.label.toLowerCase().split(/[^\w-]+/);
  const looks = open.looks.toLowerCase().split(".");
  return words.some((word) => word.length > 1 && looks.includes(word)) ? 2 : -1;
}
