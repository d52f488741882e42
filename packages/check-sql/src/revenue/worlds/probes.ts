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
  /** Every text that the statement speaks of is among them. */
  readonly whole: boolean;
}

const usual = ["cancelled", "scheduled", "completed - cancelled", "completed_pending", "paid", "canceled", "Cancelled", "", "zz"];

/** As many texts as a statement may speak of, each of which is tried. */
const maxTexts = 1000;
/** Beyond this many probes, what lies near a text is not tried any more. */
const maxProbes = 220;
/** A longer text is data, and is not held against patterns. */
const longest = 5000;

/** Makes the probes out of the texts of a statement and the values that the configuration accepts. */
export function makeUniverse(
  texts: Iterable<string>,
  accepted: readonly string[],
  accepts: (status: string) => boolean,
): Universe {
  const spoken = [...new Set(texts)];
  const short = spoken.filter((text) => text.length <= longest);
  const values = new Set<string | null>([null, ...usual, ...accepted, ...accepted.flatMap(neighbours)]);
  const most = values.size + maxTexts;
  // What is written comes first: with many texts what lies near them may be left out, but none of them.
  const whole = fill(values, short, most) && fill(values, short.flatMap(partsOf), most) && short.length === spoken.length;
  for (const text of short) if (values.size < maxProbes) fill(values, neighbours(text), most);
  const list = [null, ...values];
  let good: Mask = 1n;
  list.forEach((value, index) => {
    if (index > nullProbe && value !== null && accepts(value)) good |= 1n << BigInt(index);
  });
  return { values: list, rows: (1n << BigInt(list.length)) - 2n, good, whole };
}

/** Adds texts, as far as there is room; gives false where there is not. */
function fill(values: Set<string | null>, texts: Iterable<string>, most: number): boolean {
  for (const text of texts) {
    if (values.size >= most && !values.has(text)) return false;
    values.add(text);
  }
  return true;
}

/** Texts that a pattern or a list stands for. */
function partsOf(text: string): string[] {
  const words = wordsOf(text);
  const samples = text.includes("%") || text.includes("_") ? samplesOf(text) : [];
  return words.length > 1 ? [...samples, ...words] : samples;
}

function neighbours(text: string): string[] {
  if (text.length > 100) return [];
  const title = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return [text.toLowerCase(), text.toUpperCase(), title, `${text}x`, `x${text}`, ` ${text} `, text.slice(0, -1)];
}

/** A word in a pattern or a list: matches `completed` in `^(completed|done)$` and `{completed,done}`. */
const word = /[\p{L}\p{N}_ -]{1,60}/gu;

function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
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
