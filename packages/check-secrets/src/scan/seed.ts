import { isDocumented } from "../value/documented.ts";
import { isSeed, placeOfWord, seedLengths } from "../value/seed.ts";
import { byteSet } from "./byte-set.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";
import type { View } from "./view.ts";

/** Twelve words of three letters, and the spaces between them: no shorter run is a seed. */
const shortest = 47;
const longest = 1200;

const inRun = byteSet(/[a-z \r\n]/);

/** The seeds of wallets that stand in the text without a name. Every 46th byte is looked at: no seed hides between two of them. */
export function* seedsIn({ bytes }: View): Generator<Candidate> {
  let done = 0;
  for (let probe = shortest - 1; probe < bytes.length; probe += shortest - 1) {
    if (probe < done || inRun[bytes[probe] ?? 0] !== 1) continue;
    let start = probe;
    while (start > done && probe - start < longest && inRun[bytes[start - 1] ?? 0] === 1) start -= 1;
    let end = probe;
    while (end < bytes.length && end - probe < longest && inRun[bytes[end] ?? 0] === 1) end += 1;
    done = end;
    if (end - start >= shortest) yield* seedsOf(Buffer.from(bytes.subarray(start, end)).toString("latin1"), start);
  }
}

interface Word {
  readonly text: string;
  readonly at: number;
}

/** The seeds among the words of the run: a stretch of listed words, with no more than three in front that speak of them. */
function* seedsOf(run: string, runStart: number): Generator<Candidate> {
  let stretch: Word[] = [];
  for (const found of [...run.matchAll(/[a-z]{1,40}|\n\s{0,40}\n|$/g)]) {
    if (/^[a-z]{3,8}$/.test(found[0]) && placeOfWord(found[0]) !== undefined) {
      stretch.push({ text: found[0], at: runStart + found.index });
      continue;
    }
    const seed = seedAmong(stretch);
    if (seed) yield seed;
    stretch = [];
  }
}

function seedAmong(stretch: readonly Word[]): Candidate | undefined {
  for (const length of seedLengths) {
    if (stretch.length < length || stretch.length > length + 3) continue;
    const words = stretch.slice(-length);
    const text = words.map((word) => word.text);
    // A stretch of a list of words is in the order of the alphabet.
    if (text.every((word, index) => index === 0 || word > (text[index - 1] ?? ""))) continue;
    // The vectors of standards and the wallets of test networks repeat themselves, or are known.
    if (new Set(text).size < length - 2 || isDocumented(text.join(" ")) || !isSeed(text)) continue;
    const first = words[0];
    const last = words.at(-1);
    if (first && last) return candidate(first.at, last.at + last.text.length, first.text);
  }
  return undefined;
}

function candidate(start: number, end: number, first: string): Candidate {
  return {
    defect: "assigned-credential",
    kind: "secret-key",
    title: "seed phrase of a wallet",
    start,
    end,
    shown: shownOf(first.padEnd(12)),
    why: "its words are those of wallets, and their checksum holds",
    sureness: 66,
  };
}
