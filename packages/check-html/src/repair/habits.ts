import { type Bracket, perhaps } from "./brackets.ts";
import { type Between, grammar } from "./grammar.ts";
import { layout, names } from "./layout.ts";
import { type Levels, levels } from "./levels.ts";
import type { Pair } from "./pairs.ts";

/** How strongly the page's own habits speak for something; below zero speaks against it. */
export interface Habits {
  /** The element ends, behind its last child, with this end tag. */
  pair(open: Bracket, last: Bracket | undefined, close: Bracket): number;
  /** `beside` is how far the child before it in the same parent is indented. */
  child(parent: Bracket | undefined, before: Bracket | undefined, beside: number | undefined, child: Bracket): number;
  /** That an end tag is missing right before this bracket. */
  lost(open: Bracket, last: Bracket | undefined, next: Bracket | undefined): number;
  /** The element, of this name, that may best be supposed between a parent and a child, and what speaks for it. */
  between(name: string, parent: Bracket | undefined, before: Bracket | undefined, child: Bracket): Between;
  /** Layout alone: of a supposed element, known by its first child and its end tag. */
  supposed(parent: Bracket | undefined, beside: number | undefined, child: Bracket, close: Bracket): number;
  /** Layout alone: of an end tag whose element is unknown, as far as it stands where an element in this parent would end. */
  stray(parent: Bracket | undefined, beside: number | undefined, close: Bracket): number;
  readonly levels: Levels;
}

/** How much the neighbours count beside the layout: what stands in an element, and behind what it ends. */
const [inside, atEnd] = [0.5, 0.8];

/** What speaks against an end tag that closes nothing, although its start tag stands right before it on the line: `<div>a</div>`. */
const endsAtOnce = -3;
const isAtOnce = (open: Bracket | undefined, close: Bracket): boolean =>
  open?.line === close.line && open.index === close.index - 1 && open.tag.name === close.tag.name;

/** Learns from the pairs of a page what its right pairs look like. */
export function habits(all: readonly Bracket[], pairs: readonly Pair[], listed: ReadonlySet<number>, faults: number): Habits {
  const lines = layout(all, pairs);
  const kin = grammar(pairs);
  return {
    levels: levels(all, pairs, listed, faults),
    pair: (open, last, close) => labelled(open, close) + lines.pair(open, close) + atEnd * kin.end(open, last),
    child: (parent, before, beside, child) =>
      lines.child(parent, beside, child) + inside * kin.child(parent, before, child.looks),
    lost: (open, last, next) => atEnd * kin.end(open, last) + (next === undefined ? 0 : lines.lost(open, next)),
    between(name, parent, before, child) {
      const { looks, signs } = kin.between(name, parent, before, child.looks);
      return { looks, signs: inside * signs };
    },
    stray: (parent, beside, close) =>
      Math.min(0, lines.child(parent, beside, close)) + (isAtOnce(parent, close) ? endsAtOnce : 0),
    supposed: (parent, beside, child, close) => lines.child(parent, beside, close) + lines.child(close, undefined, child),
  };
}

/** A closing comment that names the start tag's class or id speaks for it, one that names another against it. */
function labelled(open: Bracket, close: Bracket): number {
  if (close.label === "") return 0;
  if (names(close.label, open)) return 2;
  return close.label.startsWith(perhaps) ? 0 : -1;
}
