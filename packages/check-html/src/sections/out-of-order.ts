/** The fewest entries that must move for the rest to stand in order: those outside the longest increasing run. */
export function outOfOrder<Entry extends { readonly index: number }>(entries: readonly Entry[]): Entry[] {
  const best = entries.map(() => ({ length: 1, from: -1 }));
  entries.forEach((entry, at) => {
    for (let earlier = 0; earlier < at; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1;
      const here = best[at];
      if ((entries[earlier]?.index ?? Infinity) < entry.index && here !== undefined && length > here.length)
        best[at] = { length, from: earlier };
    }
  });
  const kept = new Set<number>();
  let end = best.findIndex(({ length }) => length === Math.max(...best.map((other) => other.length)));
  while (end >= 0) {
    kept.add(end);
    end = best[end]?.from ?? -1;
  }
  return entries.filter((_, at) => !kept.has(at));
}
