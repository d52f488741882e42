import type { Bracket } from "./brackets.ts";
import type { Habits } from "./habits.ts";
import { atBottom, childOn, pushOn, type Stack } from "./stack.ts";

/** One tag that is missing or too much. */
export type Fault =
  | {
      readonly kind: "unclosed";
      readonly open: number;
      /** The bracket before which it must end; the number of brackets: the end. */
      readonly before: number;
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
const widest = 48;
const histories = 3;
const margin = price * 2 - 2;
/** How many open elements may have lost their ends at one place. */
const mostLost = 10;

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
  /** A start tag is supposed to be missing, and its end tag has not come yet. */
  readonly supposing: boolean;
}

interface Search {
  readonly all: readonly Bracket[];
  readonly habits: Habits;
  /** Dearer states than this are not worth making; it follows the best one. */
  limit: number;
}

/** Finds the cheapest repairs, best first. */
export function repairs(all: readonly Bracket[], habits: Habits): Repair[] {
  const surplus = new Map<string, number>();
  for (const { hard, opens, tag } of all) if (hard) surplus.set(tag.name, (surplus.get(tag.name) ?? 0) + (opens ? 1 : -1));
  let due = 0;
  for (const count of surplus.values()) due += Math.abs(count) * price;
  let states: State[] = [{ stack: atBottom(), cost: 0, due, surplus, trail: undefined, supposing: false }];
  const search: Search = { all, habits, limit: Infinity };
  all.forEach((bracket, index) => {
    const next: State[] = [];
    for (const state of states) {
      if (bracket.opens) opened(search, state, index, bracket, next);
      else if (bracket.hard) closed(search, state, index, bracket, next);
      else closedSoftly(search, state, index, bracket, next);
    }
    states = best(next, search);
  });
  search.limit = Infinity;
  const done = states.map((state) => unwound(search, state, all.length, () => false)).sort((a, b) => a.cost - b.cost);
  return done.filter(({ supposing }) => !supposing).map(({ cost, trail }) => ({ cost, faults: faultsOf(trail) }));
}

function faultsOf(trail: Trail | undefined): Fault[] {
  const faults: Fault[] = [];
  for (let at = trail; at !== undefined; at = at.before) faults.push(at.fault);
  return faults.reverse();
}

const worth = ({ cost, due }: State): number => cost + due;

function best(states: State[], search: Search): State[] {
  if (states.length === 1) return states;
  states.sort((a, b) => worth(a) - worth(b));
  const cheapest = states[0];
  if (cheapest === undefined) return [];
  search.limit = worth(cheapest) + margin;
  const kept: State[] = [];
  const seen = new Map<Stack, number>();
  for (const state of states) {
    if (worth(state) > search.limit || kept.length >= widest) break;
    const count = seen.get(state.stack) ?? 0;
    if (count >= histories) continue;
    seen.set(state.stack, count + 1);
    kept.push(state);
  }
  search.limit += 2 * price;
  return kept;
}

/** The state after a fault, with what is due brought up to date; undefined where that is not worth it. */
function paid({ limit }: Search, state: State, fault: Fault, name: string, stack: Stack, bonus: number): State | undefined {
  const by = fault.kind === "stray" ? 1 : -1;
  const count = state.surplus.get(name) ?? 0;
  const due = state.due + (Math.abs(count + by) - Math.abs(count)) * price;
  const cost = state.cost + price - bonus;
  if (cost + due > limit) return undefined;
  return {
    ...state,
    stack,
    cost,
    due,
    surplus: new Map(state.surplus).set(name, count + by),
    trail: { fault, before: state.trail },
  };
}

/** The state with the innermost open element ended before a bracket, without an end tag. */
function lostTop(search: Search, state: State, before: number): State | undefined {
  const { stack } = state;
  const open = search.all[stack.bracket];
  if (open === undefined || stack.below === undefined) return undefined;
  if (!open.hard) return { ...state, stack: stack.below };
  const next = search.all[before];
  const fault = { kind: "unclosed", open: stack.bracket, before } as const;
  return paid(search, state, fault, open.tag.name, stack.below, next === undefined ? 0 : search.habits.gap(next));
}

function opened(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  const { all, habits } = search;
  suppose(search, state, index, bracket, next);
  let from: State | undefined = state;
  for (let lost = 0; lost < mostLost && from !== undefined; lost++) {
    const { stack } = from;
    const parent = all[stack.bracket];
    const signs = habits.child(parent, stack.last, bracket);
    next.push({ ...from, stack: pushOn(childOn(stack, bracket), index), cost: from.cost - signs });
    if (parent?.hard !== true || !endsBefore(parent, bracket)) return;
    from = lostTop(search, from, index);
  }
}

/** Supposes that the start tag of an element is missing here, where an empty line or a sudden step to the right hints at it. */
function suppose({ all, habits }: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  if (state.supposing || !bracket.first) return;
  const { stack } = state;
  if (!bracket.afterGap && habits.child(all[stack.bracket], stack.last, bracket) > -1) return;
  if (![...state.surplus.values()].some((count) => count < 0)) return;
  const cost = state.cost - (bracket.afterGap ? habits.gap(bracket) / 2 : -0.5);
  next.push({ ...state, stack: pushOn(pushOn(stack, supposed(index)), index), cost, supposing: true });
}

/** The supposed element is closed by this end tag: seen from there, everything must be where it should. */
function closedSupposed(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  const { all, habits } = search;
  const { below } = state.stack;
  const child = all[supposed(state.stack.bracket)];
  if (below === undefined || child === undefined) return;
  const element: Bracket = { ...bracket, looks: bracket.tag.name };
  const signs = habits.layout(all[below.bracket], below.last, element) + habits.layout(element, undefined, child);
  const closed = paid(search, state, { kind: "stray", close: index }, bracket.tag.name, childOn(below, element), signs);
  if (closed !== undefined) next.push({ ...closed, supposing: false });
}

/** In a stack, a supposed element is told by the first one in it. */
const supposed = (index: number): number => -2 - index;

/** Whether an open element may have ended, without an end tag, before this start tag. */
function endsBefore(open: Bracket, next: Bracket): boolean {
  return next.hard && next.first && next.indent <= open.indent;
}

function closed(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  let from: State | undefined = state;
  for (let lost = 0; lost < mostLost && from !== undefined; lost++) {
    const stack: Stack = from.stack;
    const open = search.all[stack.bracket];
    if (stack.bracket <= supposed(0)) closedSupposed(search, from, index, bracket, next);
    if (open === undefined || stack.below === undefined) break;
    if (open.hard && open.tag.name === bracket.tag.name) {
      next.push({ ...from, stack: stack.below, cost: from.cost - search.habits.pair(open, bracket) });
    }
    const without = lostTop(search, from, index);
    from = without === undefined || open.hard ? without : { ...without, cost: without.cost + crossing };
  }
  // last, so that of equal end tags in a row the last one is named
  const stray = paid(search, state, { kind: "stray", close: index }, bracket.tag.name, state.stack, 0);
  if (stray !== undefined) next.push(stray);
}

/** The end tag of a soft element ends what stands open in it, or crosses it. */
function closedSoftly(search: Search, state: State, index: number, { partner }: Bracket, next: State[]): void {
  let at: Stack | undefined = state.stack;
  const above: Stack[] = [];
  while (at !== undefined && (at.bracket > partner || at.bracket <= supposed(partner))) {
    above.push(at);
    at = at.below;
  }
  if (at?.bracket !== partner || at.below === undefined) {
    next.push(state);
    return;
  }
  const ended = unwound(search, state, index, (stack) => stack.bracket === partner);
  if (ended.stack.below !== undefined && ended.stack.bracket === partner) next.push({ ...ended, stack: ended.stack.below });
  if (above.length === 0) return;
  let rebuilt = at.below;
  for (const stack of above.reverse()) rebuilt = pushOn(rebuilt, stack.bracket, stack.last);
  next.push({ ...state, stack: rebuilt, cost: state.cost + crossing });
}

/** The state with everything ended that stands open above a certain element. */
function unwound(search: Search, state: State, before: number, isThere: (stack: Stack) => boolean): State {
  let from = state;
  while (!isThere(from.stack)) {
    const without = lostTop(search, from, before);
    if (without === undefined) return from;
    from = without;
  }
  return from;
}
