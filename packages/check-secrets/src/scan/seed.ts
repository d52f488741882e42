import { isDocumented } from "../value/documented.ts";
import { isListed, isSeed, seedLengths } from "../value/seed.ts";
import { byteSet } from "./byte-set.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";
import type { View } from "./view.ts";

/** Twelve words of three letters, and the spaces between them: no seed is shorter. */
const shortest = 47;
/** A word on a line of its own may be further in. */
const mostBlanks = 60;
const mostInFront = 3;
const mostWords = Math.max(...seedLengths) + mostInFront;

const letters = byteSet(/[a-z]/);
const blanks = byteSet(/[ \r\n]/);
const inSeed = byteSet(/[a-z \r\n]/);

/** A listed word in the text. */
interface Word {
  readonly start: number;
  readonly end: number;
}

/**
 * The seeds of wallets that stand in the text without a name. Every 46th byte is looked at: no seed hides between two of them,
 * and most texts are done with there, by a word that is none of the list.
 */
export function* seedsIn({ bytes }: View): Generator<Candidate> {
  let done = 0;
  for (let probe = shortest - 1; probe < bytes.length; probe += shortest - 1) {
    const byte = bytes[probe] ?? 0;
    if (inSeed[byte] !== 1) {
      probe += 1;
      continue;
    }
    let start = probe;
    if (letters[byte] === 1) while (start > done && probe - start < 9 && letters[bytes[start - 1] ?? 0] === 1) start -= 1;
    else while (blanks[bytes[start] ?? 0] === 1 && start - probe < mostBlanks) start += 1;
    const end = endOfListed(bytes, start);
    // Names of programs touch other signs on both sides.
    if (end === start || (blanks[bytes[end] ?? 0] !== 1 && blanks[bytes[start - 1] ?? 0] !== 1)) {
      probe = Math.max(probe, start);
      continue;
    }
    const stretch = stretchAround(bytes, { start, end });
    done = stretch.at(-1)?.end ?? end;
    probe = done;
    const seed = seedAmong(stretch, bytes);
    if (seed) yield seed;
  }
}

/** The listed words round this one that follow one another. */
function stretchAround(bytes: Uint8Array, word: Word): readonly Word[] {
  const after = [word];
  for (let next = wordAfter(bytes, word); next !== undefined; next = wordAfter(bytes, next)) after.push(next);
  const before: Word[] = [];
  for (let last = wordBefore(bytes, word); last !== undefined && before.length <= mostWords; last = wordBefore(bytes, last))
    before.push(last);
  return [...before.reverse(), ...after];
}

/** The listed word after this one, with no more than one end of a line between them. */
function wordAfter(bytes: Uint8Array, { end }: Word): Word | undefined {
  let start = end;
  let lines = 0;
  while (blanks[bytes[start] ?? 0] === 1 && start - end < mostBlanks) if (bytes[start++] === 10) lines += 1;
  return lines > 1 ? undefined : listedFrom(bytes, start);
}

function wordBefore(bytes: Uint8Array, { start }: Word): Word | undefined {
  let end = start;
  let lines = 0;
  while (end > 0 && blanks[bytes[end - 1] ?? 0] === 1 && start - end < mostBlanks) if (bytes[--end] === 10) lines += 1;
  if (lines > 1) return undefined;
  let at = end;
  while (at > 0 && end - at < 9 && letters[bytes[at - 1] ?? 0] === 1) at -= 1;
  return at === end ? undefined : listedFrom(bytes, at);
}

function listedFrom(bytes: Uint8Array, start: number): Word | undefined {
  const end = endOfListed(bytes, start);
  return end > start ? { start, end } : undefined;
}

/** Where the listed word that begins here ends; here where none does. */
function endOfListed(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end - start < 9 && letters[bytes[end] ?? 0] === 1) end += 1;
  return end - start >= 3 && end - start <= 8 && isListed(bytes, start, end) ? end : start;
}

/** The seed at the end of a stretch of listed words, with no more than three in front that speak of it. */
function seedAmong(stretch: readonly Word[], bytes: Uint8Array): Candidate | undefined {
  for (const length of seedLengths) {
    if (stretch.length < length || stretch.length > length + mostInFront) continue;
    const words = stretch.slice(-length);
    const text = words.map(({ start, end }) => Buffer.from(bytes.subarray(start, end)).toString("latin1"));
    // A stretch of a list of words is in the order of the alphabet.
    if (text.every((word, index) => index === 0 || word > (text[index - 1] ?? ""))) continue;
    // The vectors of standards and the wallets of test networks repeat themselves, or are known.
    if (new Set(text).size < length - 2 || isDocumented(text.join(" ")) || !isSeed(text)) continue;
    return candidate(words[0]?.start ?? 0, words.at(-1)?.end ?? 0, text[0] ?? "");
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
