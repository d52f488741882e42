import { setImmediate } from "node:timers/promises";

/** Adds up the time that a rule or a language takes, by its id. */
export type Stopwatch = <Value>(id: string, work: () => Value) => Value;

const longestBreathMs = 50;

/**
 * Lets the event loop turn now and then: files may be read and checked without it, and an interrupt waits for its turn. Undefined
 * where it is not yet time.
 */
export function breather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < longestBreathMs) return undefined;
    return setImmediate().then(() => {
      last = performance.now();
    });
  };
}

/** Adds what each piece of work took to the milliseconds of its id. */
export function stopwatch(timing: Record<string, number>): Stopwatch {
  return (id, work) => {
    const start = performance.now();
    try {
      return work();
    } finally {
      timing[id] = (timing[id] ?? 0) + performance.now() - start;
    }
  };
}
