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

const letters = byteSet(/[a-z]/);
const blanks = byteSet(/[ \r\n]/);

/**
 * The seeds of wallets that stand in the text without a name. Every 46th byte is looked at: no seed hides between two of them,
 * and most texts are done with there, by a word that is none of the list. Offsets stand for words: nothing is made of them before
 * there are enough.
 */
export function seedsIn({ bytes }: View): readonly Candidate[] {
  const found: Candidate[] = [];
  let done = 0;
  for (let probe = shortest - 1; probe < bytes.length; probe += shortest - 1) {
    const word = listedAt(bytes, probe, done);
    if (word < 0) continue;
    const first = firstOfStretch(bytes, word, done);
    const last = lastOfStretch(bytes, word);
    done = endOfListed(bytes, last);
    const seed = done - first < shortest ? undefined : seedAmong(wordsBetween(bytes, first, last));
    if (seed) found.push(seed);
    probe = done;
  }
  return found;
}

/** Where the listed word begins that holds the byte or follows the blanks there; -1 where none does. */
function listedAt(bytes: Uint8Array, at: number, from: number): number {
  const byte = bytes[at] ?? 0;
  let start = at;
  if (letters[byte] === 1) while (start > from && at - start < 9 && letters[bytes[start - 1] ?? 0] === 1) start -= 1;
  else if (blanks[byte] === 1) while (blanks[bytes[start] ?? 0] === 1 && start - at < mostBlanks) start += 1;
  else return -1;
  const end = endOfListed(bytes, start);
  // Names of programs touch other signs on both sides.
  return end > start && (blanks[bytes[end] ?? 0] === 1 || blanks[bytes[start - 1] ?? 0] === 1) ? start : -1;
}

function lastOfStretch(bytes: Uint8Array, word: number): number {
  let last = word;
  for (let next = wordAfter(bytes, word); next >= 0; next = wordAfter(bytes, last)) last = next;
  return last;
}

function firstOfStretch(bytes: Uint8Array, word: number, from: number): number {
  let first = word;
  for (let before = wordBefore(bytes, word, from); before >= 0; before = wordBefore(bytes, first, from)) first = before;
  return first;
}

/** Where the listed word after this one begins, with no more than one end of a line between them; -1 where none does. */
function wordAfter(bytes: Uint8Array, word: number): number {
  const end = endOfListed(bytes, word);
  let start = end;
  let lines = 0;
  while (blanks[bytes[start] ?? 0] === 1 && start - end < mostBlanks) if (bytes[start++] === 10) lines += 1;
  return lines <= 1 && endOfListed(bytes, start) > start ? start : -1;
}

function wordBefore(bytes: Uint8Array, word: number, from: number): number {
  let end = word;
  let lines = 0;
  while (end > from && blanks[bytes[end - 1] ?? 0] === 1 && word - end < mostBlanks) if (bytes[--end] === 10) lines += 1;
  let start = end;
  while (start > from && end - start < 9 && letters[bytes[start - 1] ?? 0] === 1) start -= 1;
  return lines <= 1 && start < end && endOfListed(bytes, start) === end ? start : -1;
}

/** Where the listed word that begins here ends; here where none does. */
function endOfListed(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end - start < 9 && letters[bytes[end] ?? 0] === 1) end += 1;
  return end - start >= 3 && end - start <= 8 && isListed(bytes, start, end) ? end : start;
}

function wordsBetween(bytes: Uint8Array, first: number, last: number): readonly Word[] {
  const words: Word[] = [];
  for (let start = first; start >= 0 && start <= last; start = wordAfter(bytes, start))
    words.push({ text: Buffer.from(bytes.subarray(start, endOfListed(bytes, start))).toString("latin1"), at: start });
  return words;
}

interface Word {
  readonly text: string;
  readonly at: number;
}

/** The seed at the end of a stretch of listed words, with no more than three in front that speak of it. */
function seedAmong(stretch: readonly Word[]): Candidate | undefined {
  for (const length of seedLengths) {
    if (stretch.length < length || stretch.length > length + mostInFront) continue;
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
