import type { Bracket } from "./brackets.ts";

/** How strongly the page's own layout speaks for or against a pairing; below zero speaks against it. */
export interface Habits {
  pair(open: Bracket, close: Bracket): number;
  child(parent: Bracket, child: Bracket): number;
}

/** No single sign says more than this, so that one odd line cannot outvote the rest. */
const loudest = 5;

/** Learns from the pairs of a page (a few wrong ones among them do no harm) what its right pairs look like. */
export function habits(
  all: readonly Bracket[],
  pairs: readonly (readonly [open: Bracket, close: Bracket, parent: Bracket | undefined])[],
): Habits {
  const opens = all.filter((bracket) => bracket.opens);
  const closes = all.filter((bracket) => !bracket.opens);
  const aligned = [0, 1, 2, 3].map((kind) => (kind === 3 ? { same: 3.8, of: 4 } : { same: 1, of: 2 }));
  const steps = counter();
  for (const usual of [2, 2, 4, 4]) steps.add(usual);
  for (const [open, close, parent] of pairs) {
    const table = aligned[place(open, close)];
    if (table !== undefined && open.line !== close.line) {
      table.of++;
      if (open.indent === close.indent) table.same++;
    }
    if (parent?.first === true && open.first) steps.add(open.indent - parent.indent);
  }
  const chance = collision(opens, closes);
  const anyStep = counter();
  opens.forEach((open, at) => {
    for (const other of opens.slice(Math.max(0, at - 12), at))
      if (open.first && other.first) anyStep.add(open.indent - other.indent);
  });
  return {
    pair: (open, close) => labelled(open, close) + alignment(aligned[place(open, close)], open, close, chance),
    child: (parent, child) =>
      parent.first && child.first
        ? bounded(Math.log(steps.share(child.indent - parent.indent) / anyStep.share(child.indent - parent.indent)))
        : 0,
  };
}

const place = (open: Bracket, close: Bracket): number => (open.first ? 1 : 0) + (close.first ? 2 : 0);
const bounded = (weight: number): number => Math.max(-loudest, Math.min(loudest, weight));

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

/** A closing comment that names the start tag's class or id speaks for it, one that names another against it. */
function labelled(open: Bracket, close: Bracket): number {
  if (close.label === "") return 0;
  const words = close.label
    .toLowerCase()
    .split(/[^\w-]+/)
    .filter((word) => word.length > 1);
  const looks = open.looks.toLowerCase();
  return words.some((word) => looks.split(".").includes(word)) ? 2 : -1;
}

interface Counter {
  add(value: number): void;
  share(value: number): number;
}

function counter(): Counter {
  const counts = new Map<number, number>();
  let total = 0;
  return {
    add(value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      total++;
    },
    share: (value) => ((counts.get(value) ?? 0) + 0.2) / (total + 3),
  };
}
