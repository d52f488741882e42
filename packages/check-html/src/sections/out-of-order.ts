/** An increasing run, by the place of its last entry. */
interface Run {
  readonly length: number;
  readonly end: number;
}

const noRun: Run = { length: 0, end: -1 };

/** The fewest entries that must move for the rest to stand in order: those outside the longest increasing run. */
export function outOfOrder<Entry extends { readonly index: number }>(entries: readonly Entry[]): Entry[] {
  let size = 0;
  for (const { index } of entries) size = Math.max(size, index + 1);
  const runs = new Array<Run>(size + 1).fill(noRun);
  const before: number[] = [];
  let longest = noRun;
  entries.forEach(({ index }, end) => {
    const { length, end: from } = longestBelow(runs, index);
    before.push(from);
    const run = { length: length + 1, end };
    if (run.length > longest.length) longest = run;
    add(runs, index, run);
  });
  const kept = new Set<number>();
  for (let at = longest.end; at >= 0; at = before[at] ?? -1) kept.add(at);
  return entries.filter((_, at) => !kept.has(at));
}

/** The longest run that ends below an index, the earliest of equal ones; `runs` is a Fenwick tree of maxima. */
function longestBelow(runs: readonly Run[], index: number): Run {
  let found = noRun;
  for (let at = index; at > 0; at -= at & -at) {
    const run = runs[at] ?? noRun;
    if (run.length > found.length || (run.length === found.length && run.end < found.end)) found = run;
  }
  return found;
}

function add(runs: Run[], index: number, run: Run): void {
  for (let at = index + 1; at < runs.length; at += at & -at) {
    if (run.length > (runs[at]?.length ?? 0)) runs[at] = run;
  }
}
