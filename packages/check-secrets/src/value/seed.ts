import { seedWords } from "./seed-words.ts";

let places: ReadonlyMap<string, number> | undefined;

/** Where each word stands in the list, by its first four letters. */
function placesOfWords(): ReadonlyMap<string, number> {
  places ??= new Map(
    Array.from({ length: seedWords.length / 4 }, (_, place) => [seedWords.slice(4 * place, 4 * place + 4), place]),
  );
  return places;
}

/** The place of the word in the list of BIP 39; undefined where it is none of them. */
export function placeOfWord(word: string): number | undefined {
  return placesOfWords().get(word.slice(0, 4).padEnd(4));
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
