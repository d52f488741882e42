import type { Bracket } from "./brackets.ts";
import type { Fault } from "./search.ts";

/** An element as paired: its brackets and what holds it. */
export type Pair = readonly [open: Bracket, close: Bracket, parent: Bracket | undefined];

/** Pairs the brackets by the nearest open one of the same name; the faults given are taken as read. */
export function pairUp(all: readonly Bracket[], faults: readonly Fault[] = []): Pair[] {
  const strays = new Set(faults.flatMap((fault) => (fault.kind === "stray" ? [fault.close] : [])));
  const endings = new Map<number, Set<number>>();
  for (const fault of faults) {
    if (fault.kind === "unclosed") endings.set(fault.before, (endings.get(fault.before) ?? new Set()).add(fault.open));
  }
  const stack: number[] = [];
  const pairs: Pair[] = [];
  all.forEach((bracket, index) => {
    const ended = endings.get(index);
    if (ended !== undefined) for (let at = stack.length - 1; at >= 0; at--) if (ended.has(stack[at] ?? -1)) stack.splice(at, 1);
    if (bracket.opens) stack.push(index);
    else if (!strays.has(index)) close(all, stack, bracket, pairs);
  });
  return pairs;
}

function close(all: readonly Bracket[], stack: number[], bracket: Bracket, pairs: Pair[]): void {
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = all[stack[at] ?? -1];
    if (open?.tag.name !== bracket.tag.name) continue;
    pairs.push([open, bracket, all[stack[at - 1] ?? -1]]);
    stack.length = at;
    return;
  }
}
