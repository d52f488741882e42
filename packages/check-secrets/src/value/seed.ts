import { seedWords } from "./seed-words.ts";

let places: ReadonlyMap<string, number> | undefined;

/** Where each word stands in the list, by its first four letters. */
function placesOfWords(): ReadonlyMap<string, number> {
  places ??= new Map(
    Array.from({ length: seedWords.length / 4 }, (_, place) => [seedWords.slice(4 * place, 4 * place + 4), place]),
  );
  return places;
}

function placeOfWord(word: string): number | undefined {
  return placesOfWords().get(word.slice(0, 4).padEnd(4));
}

let marks: Uint8Array | undefined;

/** A bit for each four letters that a word of the list begins with: asked for every few bytes of a text, without a string. */
function marksOfWords(): Uint8Array {
  if (marks !== undefined) return marks;
  marks = new Uint8Array(2 ** 17);
  for (const word of placesOfWords().keys()) {
    const mark = markOf(Buffer.from(word), 0, word.trimEnd().length);
    marks[mark >> 3] = (marks[mark >> 3] ?? 0) | (1 << (mark & 7));
  }
  return marks;
}

/** The first four letters as one number, five bits each; 0 stands for none. */
function markOf(bytes: Uint8Array, start: number, end: number): number {
  let mark = 0;
  for (let at = start; at < start + 4; at++) mark = (mark << 5) | (at < end ? (bytes[at] ?? 0) & 31 : 0);
  return mark;
}

/** Whether the lower-case letters between the two places begin as a word of the list of BIP 39 does. */
export function isListed(bytes: Uint8Array, start: number, end: number): boolean {
  const mark = markOf(bytes, start, end);
  return (((marks ?? marksOfWords())[mark >> 3] ?? 0) & (1 << (mark & 7))) !== 0;
}

/** How many words a seed has. */
export const seedLengths: readonly number[] = [24, 21, 18, 15, 12];

/** Whether the words are a seed: the last bits of the last word are the checksum of all others. */
export function isSeed(words: readonly string[]): boolean {
  if (!seedLengths.includes(words.length)) return false;
  let bits = "";
  for (const word of words) {
    const place = placeOfWord(word);
    if (place === undefined) return false;
    bits += place.toString(2).padStart(11, "0");
  }
  const checked = words.length / 3;
  const entropy = Buffer.from((bits.slice(0, -checked).match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const digest = process.getBuiltinModule("node:crypto").createHash("sha256").update(entropy).digest();
  return (digest[0] ?? 0).toString(2).padStart(8, "0").startsWith(bits.slice(-checked));
}
