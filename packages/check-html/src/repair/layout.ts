import type { Bracket } from "./brackets.ts";
import { counter, type Counter } from "./counter.ts";
import type { Pair } from "./pairs.ts";

/** How strongly the page's own indentation and line breaks speak for something; below zero speaks against it. */
export interface Layout {
  /** `all[close.index - 1]` tells whether all of the element stands on one line so far. */
  pair(open: Bracket, close: Bracket): number;
  /** `beside` is how far the child before it in the same parent is indented. */
  child(parent: Bracket | undefined, beside: number | undefined, child: Bracket): number;
  /** That the end tag of `open` is missing right before `next`. */
  lost(open: Bracket, next: Bracket): number;
}

/** No single sign says more than this, so that one odd line cannot outvote the rest. */
const loudest = 5;
/** What speaks against an end tag that is missing right behind its start tag. */
const nothingIn = -3;
/** What speaks against an end tag that is missing before something else on the line of its start tag. */
const endsInLine = -3;
/** What speaks against an end tag that is missing behind the end of the branch that its start tag stands in. */
const endsInOtherBranch = -6;
/** A logarithm within bounds. */
const bounded = (weight: number, most = loudest): number => Math.max(-most, Math.min(most, weight));

/** Learns from the pairs of a page (a few wrong ones among them do no harm) how it lays its elements out. */
export function layout(all: readonly Bracket[], pairs: readonly Pair[]): Layout {
  const opens = all.filter(({ opens: isOpen, leaf }) => isOpen && !leaf);
  const closes = all.filter((bracket) => !bracket.opens);
  const aligned = alignments(pairs, collision(opens, closes));
  const spans = lineHabits(all, pairs);
  const steps = counter([2, 2, 4, 4]);
  const siblings = counter([0, 0, 0]);
  for (const { open, parent, before } of pairs) {
    if (!open.first) continue;
    if (before?.first === true) siblings.add(open.indent - before.indent);
    else if (parent?.first === true) steps.add(open.indent - parent.indent);
  }
  const anyStep = counter([]);
  opens.forEach((open, at) => {
    for (const other of opens.slice(Math.max(0, at - 12), at))
      if (open.first && other.first) anyStep.add(open.indent - other.indent);
  });
  const step = (seen: Counter, by: number): number => bounded(Math.log(seen.share(by) / anyStep.share(by)));
  const gaps = gapHabits(all);
  const flat = isFlat(all);
  return {
    pair: (open, close) => aligned(open, close) + spans(open, close),
    child: (parent, beside, child) => {
      if (!child.first) return 0;
      if (beside !== undefined) return step(siblings, child.indent - beside);
      return parent?.first === true ? step(steps, child.indent - parent.indent) : 0;
    },
    lost: (open, next) =>
      gaps(open, next) +
      (holdsNothing(open, next, flat) ? nothingIn : 0) +
      (open.line === next.line ? endsInLine : 0) +
      ((all[next.index - 1]?.tag.at[0] ?? 0) >= open.until ? endsInOtherBranch : 0),
  };
}

/** Whether nearly all tags that stand first on their line are indented alike, so that indentation tells nothing. */
function isFlat(all: readonly Bracket[]): boolean {
  const indents = all.filter(({ first, hard }) => first && hard).map(({ indent }) => indent);
  const margin = Math.min(...indents);
  return indents.filter((indent) => indent > margin).length * 10 <= indents.length;
}

/** An end tag that is missing right behind its start tag would leave an empty element, where the layout does not say so. */
function holdsNothing(open: Bracket, next: Bracket, flat: boolean): boolean {
  return next.index === open.index + 1 && !next.afterText && (flat || (next.first && next.indent > open.indent));
}

const place = (open: Bracket, close: Bracket): number => (open.first ? 1 : 0) + (close.first ? 2 : 0);

/** Whether a start tag and its end tag are indented alike, compared with any two; what was learnt from the two does not count. */
function alignments(pairs: readonly Pair[], chance: number): (open: Bracket, close: Bracket) => number {
  const seen = [0, 1, 2, 3].map((kind) => (kind === 3 ? { same: 3.8, of: 4 } : { same: 1, of: 2 }));
  const learnt = new Map<number, number>();
  for (const { open, close } of pairs) {
    if (close === undefined || open.line === close.line) continue;
    learnt.set(open.index, close.index);
    const table = seen[place(open, close)];
    if (table === undefined) continue;
    table.of++;
    if (open.indent === close.indent) table.same++;
  }
  return (open, close) => {
    const table = seen[place(open, close)];
    if (table === undefined || open.line === close.line) return 0;
    const isAlike = open.indent === close.indent;
    const own = learnt.get(open.index) === close.index ? 1 : 0;
    const share = Math.min(0.995, (table.same - (isAlike ? own : 0)) / (table.of - own));
    return bounded(isAlike ? Math.log(share / chance) : Math.log((1 - share) / (1 - chance)));
  };
}

/** How likely a start tag and an end tag that do not belong together are indented alike. */
function collision(opens: readonly Bracket[], closes: readonly Bracket[]): number {
  const counts = new Map<number, number>();
  for (const { indent } of closes) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let hits = 2;
  for (const { indent } of opens) hits += counts.get(indent) ?? 0;
  return Math.min(0.99, Math.max(0.02, hits / (opens.length * closes.length + 6)));
}

type Ways = [onOneLine: number, onLaterLine: number, amidLaterLine: number];
const sum = ([a, b, c]: Readonly<Ways>): number => a + b + c;

/** Whether an element ends on the line on which it begins; and where it does not, whether its end tag stands first on its line. */
function lineHabits(all: readonly Bracket[], pairs: readonly Pair[]): (open: Bracket, close: Bracket) => number {
  const seen = new Map<string, Ways>();
  const overall: Ways = [1, 1, 1];
  for (const { open, close } of pairs) {
    if (close === undefined) continue;
    const way = wayOf(all, open, close);
    const counts: Ways = seen.get(open.looks.full) ?? [0, 0, 0];
    seen.set(open.looks.full, counts);
    counts[way]++;
    overall[way]++;
  }
  const total = sum(overall);
  return (open, close) => {
    const way = wayOf(all, open, close);
    const usual = overall[way] / total;
    const counts: Ways = seen.get(open.looks.full) ?? [0, 0, 0];
    const here = (counts[way] + usual) / (sum(counts) + 1);
    // an end tag in the middle of a line ends what began there, or is one too many
    return bounded(Math.log(here / usual), 2) + (way === 2 ? bounded(Math.log(usual * 3), 3.5) : 0);
  };
}

/** 0: on one line, 1: its end tag first on a later one, 2: its end tag in the middle of a later one. */
function wayOf(all: readonly Bracket[], open: Bracket, close: Bracket): 0 | 1 | 2 {
  if (open.line === close.line) return 0;
  if (close.first) return 1;
  // an element of one line that begins behind a tag of the line before is no such thing
  return all[close.index - 1]?.line === close.line && !close.afterText ? 2 : 1;
}

/** How often an empty or a blank line stands before a start tag, and before an end tag. */
function gapHabits(all: readonly Bracket[]): (open: Bracket, next: Bracket) => number {
  const counts = new Map<string, number>();
  const keyOf = ({ opens, gap }: Bracket): string => `${opens ? "<" : "/"}${gap}`;
  for (const bracket of all) counts.set(keyOf(bracket), (counts.get(keyOf(bracket)) ?? 0) + 1);
  const share = (next: Bracket): number => {
    const of = (gap: Bracket["gap"]): number => (counts.get(keyOf({ ...next, gap })) ?? 0) + (gap === "none" ? 1 : 0.3);
    return of(next.gap) / (of("none") + of("empty") + of("blank"));
  };
  return (open, next) => {
    const label = next.lostLabel === "" ? 0 : names(next.lostLabel, open) ? 4 : -1;
    if (next.gap === "none") return label;
    if (next.gap === "empty") return label + bounded(Math.log(0.25 / share(next)), 2);
    const fits = next.blank === open.indent ? 0.8 : 0.1;
    return label + bounded(Math.log((0.5 * fits) / (share(next) * 0.3)), 4);
  };
}

/** Whether a closing comment names the class or id of a start tag. */
export function names(label: string, open: Bracket): boolean {
  const words = label.toLowerCase().split(/[^\w-]+/);
  const looks = open.looks.full.toLowerCase().split(/[.#]/);
  return words.some((word) => word.length > 1 && looks.includes(word));
}
