/** What a walk asks where it may go on in several ways: one of these numbers, the same each time for the same key. */
export type Decide = (key: string, among: readonly number[]) => number;

interface Decision {
  readonly key: string;
  readonly among: readonly number[];
  at: number;
}

/**
 * Walks in every way that there is, with the first answers first; undefined where there are more than `most`. Only what a walk
 * comes by is decided, so that nothing is walked twice.
 */
export function everyWay<Walked>(walk: (decide: Decide) => Walked, most: number): Walked[] | undefined {
  const found: Walked[] = [];
  const decisions: Decision[] = [];
  do {
    const known = new Map(decisions.map(({ key, among, at }) => [key, among[at] ?? 0]));
    const walked = walk((key, among) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const [first = 0] = among;
      known.set(key, first);
      decisions.push({ key, among, at: 0 });
      return first;
    });
    found.push(walked);
    const further = decisions.filter(({ among, at }) => at + 1 < among.length).length;
    if (found.length + further > most) return undefined;
  } while (changeLast(decisions));
  return found;
}

/** Makes the last decision otherwise that can be, and forgets those behind it; says whether there was one. */
function changeLast(decisions: Decision[]): boolean {
  for (let last = decisions.at(-1); last !== undefined; last = decisions.at(-1)) {
    if (++last.at < last.among.length) return true;
    decisions.pop();
  }
  return false;
}
