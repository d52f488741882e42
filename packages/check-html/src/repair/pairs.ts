import type { Bracket } from "./brackets.ts";
import type { Fault } from "./search.ts";

/** An element as paired: its brackets, what holds it, and the element before it in the same holder. */
export interface Pair {
  readonly open: Bracket;
  readonly close: Bracket;
  readonly parent: Bracket | undefined;
  readonly before: Bracket | undefined;
}

interface Open {
  readonly index: number;
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
  const top: Open = { index: -1, before: undefined, last: undefined };
  const stack: Open[] = [];
  const pairs: Pair[] = [];
  all.forEach((bracket, index) => {
    const ended = endings.get(index);
    if (ended !== undefined) {
      for (let at = stack.length - 1; at >= 0; at--) if (ended.has(stack[at]?.index ?? -1)) stack.splice(at, 1);
    }
    if (bracket.opens) {
      const holder = stack.at(-1) ?? top;
      stack.push({ index, before: holder.last, last: undefined });
      holder.last = bracket;
    } else if (!strays.has(index)) close(all, stack, bracket, pairs);
  });
  return pairs;
}

function close(all: readonly Bracket[], stack: Open[], bracket: Bracket, pairs: Pair[]): void {
  for (let at = stack.length - 1; at >= 0; at--) {
    const found = stack[at];
    const open = all[found?.index ?? -1];
    if (open?.tag.name !== bracket.tag.name) continue;
    pairs.push({ open, close: bracket, parent: all[stack[at - 1]?.index ?? -1], before: found?.before });
    stack.length = at;
    return;
  }
}
