import type { Bracket } from "./brackets.ts";
import { type Fault, faultsOf, type Repair, type Trail } from "./faults.ts";
import type { Habits } from "./habits.ts";
import { placedAmong, type Places } from "./levels.ts";
import { soundElements } from "./sound-elements.ts";
import { atBottom, childOn, movedOn, pushOn, type Stack } from "./stack.ts";

/** What a missing or superfluous tag costs, against the signs of layout. */
const price = 12;
/** How much less each further one costs where it is missing at the same place: one cut explains them all. */
const together = 7;
/** What an end tag of a soft element costs that crosses a hard one. */
const crossing = 6;
/** How many states are kept, how many histories of one stack, and how much worse than the best one may be. */
const widest = 48;
/** The same on a page of many tags, where the time counts more: fewer still, as there are more tags. */
const narrower = 16;
const narrowest = 4;
const manyBrackets = 4000;
const tooManyBrackets = 20_000;
const histories = 8;
const margin = price * 2 - 2;
/** How much the cheapest state may gain on the others at one bracket. */
const leeway = 8;
const doubt = 2;
/** How many open elements may have lost their ends at one place. */
const mostLost = 10;

interface State {
  readonly stack: Stack;
  readonly cost: number;
  /** How many faults are still to come, since the names left do not come out even. */
  readonly left: number;
  /** By name: how many more start tags than end tags are left, the open ones included. */
  readonly surplus: readonly number[];
  readonly trail: Trail | undefined;
  /** The looks of an element whose start tag is supposed to be missing, and whose end tag has not come yet. */
  readonly supposing: Bracket | undefined;
  readonly places: Places;
}

interface Search {
  readonly all: readonly Bracket[];
  readonly habits: Habits;
  /** By name: its place among the sums of start and end tags. */
  readonly slots: ReadonlyMap<string, number>;
  readonly width: number;
  readonly histories: number;
  /** How many faults there are at least. */
  readonly least: number;
  /** Dearer states than this are not worth making; it follows the best one. */
  limit: number;
}

/** Finds the cheapest repairs, best first. */
export function repairs(all: readonly Bracket[], habits: Habits): Repair[] {
  const slots = new Map<string, number>();
  const surplus: number[] = [];
  for (const { hard, opens, tag } of all) {
    if (!hard) continue;
    const slot = slots.get(tag.name) ?? slots.size;
    slots.set(tag.name, slot);
    surplus[slot] = (surplus[slot] ?? 0) + (opens ? 1 : -1);
  }
  let least = 0;
  for (const count of surplus) least += Math.abs(count);
  let states: State[] = [
    { stack: atBottom(), cost: 0, left: least, surplus, trail: undefined, supposing: undefined, places: [] },
  ];
  const width = widthFor(all.length);
  const search: Search = { all, habits, slots, width, histories: Math.min(histories, width >> 2), least, limit: Infinity };
  const sound = all.length > manyBrackets ? soundElements(all) : new Map<number, number>();
  for (let index = 0; index < all.length; index++) {
    const bracket = all[index];
    if (bracket === undefined) break;
    const end = sound.get(index);
    const next: State[] = [];
    for (const state of states) step(search, state, bracket, next);
    states = best(end === undefined ? next : next.map((state) => ended(state, index)), search);
    index = end ?? index;
  }
  search.limit = Infinity;
  const done = states.map((state) => unwound(search, state, all.length, () => false)).sort((a, b) => a.cost - b.cost);
  return done.filter(({ supposing }) => supposing === undefined).map(({ cost, trail }) => ({ cost, faults: faultsOf(trail) }));
}

function widthFor(brackets: number): number {
  if (brackets <= manyBrackets) return widest;
  return Math.max(narrowest, Math.min(narrower, Math.floor((narrower * tooManyBrackets) / brackets)));
}

/** Makes the states that may follow a state at a bracket. */
function step(search: Search, state: State, bracket: Bracket, next: State[]): void {
  const { index } = bracket;
  if (bracket.leaf) leaf(search, state, bracket, next);
  else if (bracket.opens) opened(search, state, index, bracket, next);
  else if (bracket.settled) closedForSure(search, state, index, bracket, next);
  else if (bracket.hard) closed(search, state, index, bracket, next);
  else closedSoftly(search, state, index, bracket, next);
}

/** The state behind the element that begins with this bracket, and is not worth a look inside. */
function ended(state: State, index: number): State {
  const { bracket, below } = state.stack;
  return bracket === index && below !== undefined ? { ...state, stack: below } : state;
}

/** What is only supposed must still be shown, and is no better until then. */
const worth = ({ cost, left, supposing }: State): number => cost + dueFor(left) + (supposing === undefined ? 0 : doubt);

function best(states: State[], search: Search): State[] {
  states.sort((a, b) => worth(a) - worth(b));
  const cheapest = states[0];
  if (cheapest === undefined) return [];
  search.limit = worth(cheapest) + margin;
  const kept: State[] = [];
  const seen = new Map<Stack, number>();
  let supposing = 0;
  for (const state of states) {
    if (worth(state) > search.limit || kept.length >= search.width) break;
    const count = seen.get(state.stack) ?? 0;
    if (count >= search.histories) continue;
    if (state.supposing !== undefined && ++supposing > search.width / 2) continue;
    seen.set(state.stack, count + 1);
    kept.push(state);
  }
  search.limit += leeway;
  return kept;
}

/** What so many faults cost at least: as much as at one place. */
const dueFor = (left: number): number => (left === 0 ? 0 : together + left * (price - together));

/** Whether two faults that follow each other are at one place. */
function isTogether(last: Fault | undefined, fault: Fault): boolean {
  if (last?.kind === "unclosed") return fault.kind === "unclosed" && last.before === fault.before;
  return last !== undefined && fault.kind === "stray" && fault.close === last.close + 1;
}

/** The state after a fault, with what is left brought up to date; undefined where that is not worth it. */
function paid(
  { limit, slots, least }: Search,
  state: State,
  fault: Fault,
  name: string,
  stack: Stack,
  bonus: number,
): State | undefined {
  const by = fault.kind === "stray" ? 1 : -1;
  const slot = slots.get(name) ?? 0;
  const count = state.surplus[slot] ?? 0;
  const left = state.left + Math.abs(count + by) - Math.abs(count);
  const isCheaper = left < state.left && state.left < least && isTogether(state.trail?.fault, fault);
  const cost = state.cost + price - (isCheaper ? together : 0) - bonus;
  if (cost + dueFor(left) > limit) return undefined;
  const surplus = [...state.surplus];
  surplus[slot] = count + by;
  return { stack, cost, left, surplus, trail: { fault, before: state.trail }, supposing: state.supposing, places: state.places };
}

/** The state with the innermost open element ended before a bracket, without an end tag. */
function lostTop(search: Search, state: State, before: number): State | undefined {
  const { stack } = state;
  const open = search.all[stack.bracket];
  if (open === undefined || stack.below === undefined) return undefined;
  if (open.settled) return undefined;
  if (!open.hard) return { ...state, stack: stack.below };
  const next = search.all[before];
  const fault = { kind: "unclosed", open: stack.bracket, before } as const;
  return paid(search, state, fault, open.tag.name, stack.below, search.habits.lost(open, stack.last, next));
}

/** The innermost open element; one that is supposed is told by its looks. */
function topOf({ all }: Search, { stack, supposing }: State): Bracket | undefined {
  return stack.bracket <= supposed(0) ? supposing : all[stack.bracket];
}

function leaf(search: Search, state: State, bracket: Bracket, next: State[]): void {
  const { stack } = state;
  const signs = search.habits.child(topOf(search, state), stack.last, stack.beside, bracket);
  next.push({ ...state, stack: childOn(stack, bracket), cost: state.cost - signs });
  suppose(search, state, bracket, signs, next);
}

function opened(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  let from: State | undefined = state;
  for (let lost = 0; lost < mostLost && from !== undefined; lost++) {
    const { stack } = from;
    const parent = topOf(search, from);
    const signs = search.habits.child(parent, stack.last, stack.beside, bracket);
    next.push(placed(search, { ...from, stack: pushOn(childOn(stack, bracket), index), cost: from.cost - signs }, bracket));
    if (lost === 0) suppose(search, from, bracket, signs, next);
    if (parent?.hard !== true || stack.bracket < 0 || !endsBefore(parent, bracket)) return;
    from = lostTop(search, from, index);
  }
}

/** The state with the place of the element that was opened last held against that of its like. */
function placed({ habits }: Search, state: State, bracket: Bracket): State {
  const { below, depth } = state.stack;
  const { places, against } = placedAmong(habits.levels.of(bracket), state.places, depth, below?.bracket ?? -1);
  return places === state.places ? state : { ...state, places, cost: state.cost + against };
}

/** Supposes that the start tag of an element is missing here, where the neighbours, an empty line or a step to the right hint at it. */
function suppose(search: Search, state: State, bracket: Bracket, plain: number, next: State[]): void {
  if (state.supposing !== undefined) return;
  const { stack } = state;
  for (const [name, slot] of search.slots) {
    if ((state.surplus[slot] ?? 0) >= 0) continue;
    const between = search.habits.between(name, topOf(search, state), stack.last, bracket);
    if (between.looks === undefined) continue;
    const signs = between.signs + (bracket.gap === "none" ? 0 : bracket.gap === "blank" ? 1.5 : 0.7);
    if (signs < plain) continue;
    const { index } = bracket;
    const supposing: Bracket = { ...bracket, looks: between.looks, tag: { ...bracket.tag, name } };
    const within = { ...state, stack: childOn(pushOn(stack, supposed(index)), bracket), cost: state.cost - signs, supposing };
    next.push(bracket.leaf ? within : placed(search, { ...within, stack: pushOn(within.stack, index) }, bracket));
  }
}

/** The supposed element is closed by this end tag: seen from there, everything must be where it should. */
function closedSupposed(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  const { habits } = search;
  const { supposing, stack } = state;
  const { below } = stack;
  if (below === undefined || supposing?.tag.name !== bracket.tag.name) return;
  const parent = search.all[below.bracket];
  const signs = habits.supposed(parent, below.beside, supposing, bracket) + habits.lost(supposing, stack.last, undefined);
  const element: Bracket = { ...supposing, first: bracket.first, indent: bracket.indent };
  const closed = paid(search, state, { kind: "stray", close: index }, bracket.tag.name, childOn(below, element), signs);
  if (closed !== undefined) next.push({ ...closed, supposing: undefined });
}

/** In a stack, a supposed element is told by the first one in it. */
const supposed = (index: number): number => -2 - index;

/** Whether an open element may have ended, without an end tag, before this start tag. */
function endsBefore(open: Bracket, next: Bracket): boolean {
  return next.hard && (!next.first || next.indent <= open.indent);
}

function closed(search: Search, state: State, index: number, bracket: Bracket, next: State[]): void {
  let from: State | undefined = state;
  for (let lost = 0; lost < mostLost && from !== undefined; lost++) {
    const stack: Stack = from.stack;
    const open = search.all[stack.bracket];
    if (stack.bracket <= supposed(0)) closedSupposed(search, from, index, bracket, next);
    if (open === undefined || stack.below === undefined) break;
    if (open.hard && !open.settled && open.tag.name === bracket.tag.name) {
      next.push({ ...from, stack: stack.below, cost: from.cost - search.habits.pair(open, stack.last, bracket) });
    }
    const without = lostTop(search, from, index);
    from = without === undefined || open.hard ? without : { ...without, cost: without.cost + crossing };
  }
  // last, so that of equal end tags in a row the last one is named
  const signs = search.habits.stray(topOf(search, state), state.stack.beside, bracket);
  const stray = paid(search, state, { kind: "stray", close: index }, bracket.tag.name, state.stack, signs);
  if (stray !== undefined) next.push(stray);
}

/** The end tag of an element that is known for sure ends what stands open in it. */
function closedForSure(search: Search, state: State, index: number, { partner }: Bracket, next: State[]): void {
  const ended = unwound(search, state, index, (stack) => stack.bracket === partner);
  if (ended.stack.bracket === partner && ended.stack.below !== undefined) next.push({ ...ended, stack: ended.stack.below });
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
  for (const stack of above.reverse()) rebuilt = movedOn(rebuilt, stack);
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
