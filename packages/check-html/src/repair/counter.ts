/** Counts values, and says which share of all one of them has; one never seen has a small share too. */
export interface Counter {
  add(value: number): void;
  share(value: number): number;
}

/** Starts with some values counted already, so that a short page has habits. */
export function counter(usual: readonly number[]): Counter {
  const counts = new Map<number, number>();
  let total = 0;
  const add = (value: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    total++;
  };
  usual.forEach(add);
  return { add, share: (value) => ((counts.get(value) ?? 0) + 0.2) / (total + 3) };
}
