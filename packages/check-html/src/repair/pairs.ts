import type { Bracket } from "./brackets.ts";
import type { Fault } from "./faults.ts";

/** An element as paired: its brackets, what holds it, and its neighbours. */
export interface Pair {
  readonly open: Bracket;
  /** Undefined for a leaf, and for an element whose end tag is lost. */
  readonly close: Bracket | undefined;
  readonly parent: Bracket | undefined;
  /** The element before it in the same parent. */
  readonly before: Bracket | undefined;
  /** The last element in it. */
  readonly last: Bracket | undefined;
}

interface Open {
  readonly bracket: Bracket | undefined;
  readonly before: Bracket | undefined;
  last: Bracket | undefined;
}

/** Pairs the brackets by the nearest open one of the same name; the faults given are taken as read. */
export function pairUp(all: readonly Bracket[], faults: readonly Fault[] = []): Pair[] {
  const strays = new Set(faults.flatMap((fault) => (fault.kind === "stray" ? [fault.close] : [])));
  const endings = new Map<number, Set<number>>();
  for (const fault of faults) {
    if (fault.kind === "unclosed") endings.set(fault.before, (endings.get(fault.before) ?? new Set()).add(fault.open));
  }
  const top: Open = { bracket: undefined, before: undefined, last: undefined };
  const stack: Open[] = [top];
  const pairs: Pair[] = [];
  for (const bracket of all) {
    const ended = endings.get(bracket.index);
    if (ended !== undefined) endLost(stack, ended, pairs);
    const holder = stack.at(-1) ?? top;
    if (bracket.opens) {
      if (bracket.leaf)
        pairs.push({ open: bracket, close: undefined, parent: holder.bracket, before: holder.last, last: undefined });
      else stack.push({ bracket, before: holder.last, last: undefined });
      holder.last = bracket;
    } else if (!strays.has(bracket.index)) close(stack, bracket, pairs);
  }
  return pairs;
}

function endLost(stack: Open[], ended: ReadonlySet<number>, pairs: Pair[]): void {
  for (let at = stack.length - 1; at > 0; at--) {
    const open = stack[at];
    if (open?.bracket === undefined || !ended.has(open.bracket.index)) continue;
    pairs.push({ ...open, open: open.bracket, close: undefined, parent: stack[at - 1]?.bracket });
    stack.splice(at, 1);
  }
}

function close(stack: Open[], bracket: Bracket, pairs: Pair[]): void {
  for (let at = stack.length - 1; at > 0; at--) {
    const found = stack[at];
    if (found?.bracket?.tag.name !== bracket.tag.name) continue;
    pairs.push({ ...found, open: found.bracket, close: bracket, parent: stack[at - 1]?.bracket });
    stack.length = at;
    return;
  }
}
