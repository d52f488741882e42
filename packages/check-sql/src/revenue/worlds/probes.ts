import { samplesOf } from "../expressions/text-match.ts";

/** A set of probes, one bit each. */
export type Mask = bigint;

/** The row that an outer join did not find: all its columns are NULL. Harmless, since its revenue is NULL too. */
export const absent = 0;
const nullProbe = 1;

/** The statuses that a query is tried with. Every text it speaks of is among them, with its neighbours. */
export interface Universe {
  /** Index 0 is the absent row, index 1 NULL. */
  readonly values: readonly (string | null)[];
  /** Every probe but the absent row. */
  readonly rows: Mask;
  /** The probes that may be counted: what `require` accepts, and the absent row. */
  readonly good: Mask;
}

const usual = ["cancelled", "scheduled", "completed - cancelled", "completed_pending", "paid", "canceled", "Cancelled", "", "zz"];
const maxProbes = 220;

/** Makes the probes out of the texts of a statement and the values that the configuration accepts. */
export function makeUniverse(
  texts: Iterable<string>,
  accepted: readonly string[],
  accepts: (status: string) => boolean,
): Universe {
  const values = new Set<string | null>([null]);
  for (const text of [...usual, ...accepted, ...accepted.flatMap(neighbours)]) values.add(text);
  for (const text of texts) {
    if (values.size > maxProbes) break;
    for (const value of neighbours(text)) values.add(value);
  }
  const list = [null, ...values];
  let good: Mask = 1n;
  list.forEach((value, index) => {
    if (index > nullProbe && value !== null && accepts(value)) good |= 1n << BigInt(index);
  });
  return { values: list, rows: (1n << BigInt(list.length)) - 2n, good };
}

function neighbours(text: string): string[] {
  if (text.length > 100) return [];
  const title = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const near = [text, text.toLowerCase(), text.toUpperCase(), title, `${text}x`, `x${text}`, ` ${text} `, text.slice(0, -1)];
  if (text.includes("%") || text.includes("_")) near.push(...samplesOf(text));
  if (wordsOf(text).length > 1) near.push(...wordsOf(text));
  return near;
}

/** A word in a pattern or a list: matches `completed` in `^(completed|done)$` and `{completed,done}`. */
const word = /[\p{L}\p{N}_ -]{1,60}/gu;

function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).slice(0, 12);
}

/** The indexes of a mask. */
export function* probesOf(mask: Mask): Generator<number> {
  let index = 0;
  for (let rest = mask; rest > 0n; rest >>= 1n) {
    if (rest & 1n) yield index;
    index += 1;
  }
}

/** The probes for which the question is answered with yes. */
export function filterMask(mask: Mask, keeps: (probe: number) => boolean): Mask {
  let kept: Mask = 0n;
  for (const probe of probesOf(mask)) if (keeps(probe)) kept |= 1n << BigInt(probe);
  return kept;
}
