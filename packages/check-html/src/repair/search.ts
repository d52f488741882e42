import type { Bracket } from "./brackets.ts";
import type { Habits } from "./habits.ts";

/** One tag that is missing or too much. */
export type Fault =
  | {
      readonly kind: "unclosed";
      readonly open: number;
      /** The bracket before which it must end; the number of brackets: the end. */ readonly before: number;
    }
  | { readonly kind: "stray"; readonly close: number };

/** A way to make the page whole. */
export interface Repair {
  readonly faults: readonly Fault[];
  readonly cost: number;
}

/** What a missing or superfluous tag costs, against the signs of layout. */
const price = 12;
/** What an end tag of a soft element costs that crosses a hard one. */
const crossing = 6;
/** How many states are kept, how many histories of one stack, and how much worse than the best one may be. */
const widest = 64;
const histories = 3;
const margin = price * 2 + 10;

interface Stack {
  readonly bracket: number;
  readonly below: Stack | undefined;
  readonly above: Map<number, Stack>;
}

interface Trail {
  readonly fault: Fault;
  readonly before: Trail | undefined;
}

interface State {
  readonly stack: Stack;
  readonly cost: number;
  /** What must still be paid, since the names left do not come out even. */
  readonly due: number;
  /** By name: how many more start tags than end tags are left, the open ones included. */
  readonly surplus: ReadonlyMap<string, number>;
  readonly trail: Trail | undefined;
}

/** Finds the cheapest repairs, best first. */
export function repairs(all: readonly Bracket[], habits: Habits): Repair[] {
  const root: Stack = { bracket: -1, below: undefined, above: new Map() };
  const surplus = new Map<string, number>();
  for (const { hard, opens, tag } of all) if (hard) surplus.set(tag.name, (surplus.get(tag.name) ?? 0) + (opens ? 1 : -1));
  let due = 0;
  for (const count of surplus.values()) due += Math.abs(count) * price;
  let states: State[] = [{ stack: root, cost: 0, due, surplus, trail: undefined }];
  const search: Search = { all, habits };
  all.forEach((bracket, index) => {
    const next: State[] = [];
    for (const state of states) {
      if (bracket.opens) opened(search, state, index, next);
      else closed(search, state, index, next);
    }
    states = best(next);
  });
  const done = best(states.map((state) => ended(search, state, all.length)));
  return done.map(({ cost, trail }) => ({ cost, faults: faultsOf(trail) }));
}

interface Search {
  readonly all: readonly Bracket[];
  readonly habits: Habits;
}

function faultsOf(trail: Trail | undefined): Fault[] {
  const faults: Fault[] = [];
  for (let at = trail; at !== undefined; at = at.before) faults.push(at.fault);
  return faults.reverse();
}

function best(states: State[]): State[] {
  states.sort((a, b) => a.cost + a.due - (b.cost + b.due));
  const cheapest = states[0];
  if (cheapest === undefined) return [];
  const limit = cheapest.cost + cheapest.due + margin;
  const kept: State[] = [];
  const seen = new Map<Stack, number>();
  for (const state of states) {
    if (state.cost + state.due > limit || kept.length >= widest) break;
    const count = seen.get(state.stack) ?? 0;
    if (count >= histories) continue;
    seen.set(state.stack, count + 1);
    kept.push(state);
  }
  return kept;
}

function push(below: Stack, bracket: number): Stack {
  let stack = below.above.get(bracket);
  if (stack === undefined) {
    stack = { bracket, below, above: new Map() };
    below.above.set(bracket, stack);
  }
  return stack;
}

/** The state after a fault, with what is due brought up to date. */
function paid(state: State, fault: Fault, name: string, by: number, stack: Stack): State {
  const count = state.surplus.get(name) ?? 0;
  const surplus = new Map(state.surplus).set(name, count + by);
  const due = state.due + (Math.abs(count + by) - Math.abs(count)) * price;
  return { stack, cost: state.cost + price, due, surplus, trail: { fault, before: state.trail } };
}

function opened({ all, habits }: Search, state: State, index: number, next: State[]): void {
  const bracket = all[index];
  if (bracket === undefined) return;
  let from = state;
  for (let tries = 0; tries < 8; tries++) {
    const parent = all[from.stack.bracket];
    const signs = parent === undefined ? 0 : habits.child(parent, bracket);
    next.push({ ...from, stack: push(from.stack, index), cost: from.cost - signs });
    const { below } = from.stack;
    if (parent === undefined || below === undefined || !parent.hard || !endsBefore(parent, bracket)) return;
    from = paid(from, { kind: "unclosed", open: from.stack.bracket, before: index }, parent.tag.name, -1, below);
  }
}

/** Whether an open element may have ended, without an end tag, before this start tag. */
function endsBefore(open: Bracket, next: Bracket): boolean {
  return next.hard && next.first && open.first && next.indent <= open.indent;
}

function closed(search: Search, state: State, index: number, next: State[]): void {
  const bracket = search.all[index];
  if (bracket === undefined) return;
  if (!bracket.hard) {
    closedSoftly(search, state, index, bracket, next);
    return;
  }
  matched(search, state, index, bracket, next);
  // last, so that of equal end tags in a row the last one is named
  next.push(paid(state, { kind: "stray", close: index }, bracket.tag.name, 1, state.stack));
}

/** Matches an end tag with the open elements of its name; what stands open inside them was never closed. */
function matched({ all, habits }: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  let from = state;
  for (let lost = 0; lost < 10;) {
    const { stack } = from;
    const open = all[stack.bracket];
    if (open === undefined || stack.below === undefined) return;
    if (open.hard && open.tag.name === bracket.tag.name) {
      next.push({ ...from, stack: stack.below, cost: from.cost - habits.pair(open, bracket) });
    }
    if (open.hard) {
      lost++;
      from = paid(from, { kind: "unclosed", open: stack.bracket, before: index }, open.tag.name, -1, stack.below);
    } else from = { ...from, stack: stack.below, cost: from.cost + crossing };
  }
}

/** The end tag of a soft element ends what stands open in it, or crosses it. */
function closedSoftly({ all }: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  let depth = 0;
  let stack: Stack | undefined = state.stack;
  while (stack !== undefined && stack.bracket !== bracket.partner && stack.bracket > bracket.partner) {
    stack = stack.below;
    depth++;
  }
  if (stack?.bracket !== bracket.partner || stack.below === undefined) {
    next.push(state);
    return;
  }
  let from = state;
  const above: number[] = [];
  for (let steps = 0; steps < depth; steps++) {
    const open = all[from.stack.bracket];
    if (open === undefined || from.stack.below === undefined) break;
    above.push(from.stack.bracket);
    from = open.hard
      ? paid(from, { kind: "unclosed", open: from.stack.bracket, before: index }, open.tag.name, -1, from.stack.below)
      : { ...from, stack: from.stack.below };
  }
  if (from.stack.below !== undefined) next.push({ ...from, stack: from.stack.below });
  if (above.length === 0) return;
  let rebuilt = stack.below;
  for (const open of above.reverse()) rebuilt = push(rebuilt, open);
  next.push({ ...state, stack: rebuilt, cost: state.cost + crossing });
}

function ended({ all }: Search, state: State, end: number): State {
  let from = state;
  for (;;) {
    const open = all[from.stack.bracket];
    if (open === undefined || from.stack.below === undefined) return from;
    from = open.hard
      ? paid(from, { kind: "unclosed", open: from.stack.bracket, before: end }, open.tag.name, -1, from.stack.below)
      : { ...from, stack: from.stack.below };
  }
}
