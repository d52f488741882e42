import { createHash } from "node:crypto";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { seedWords } from "../value/seed-words.ts";
import { scan } from "./scan.ts";

const marked = (path: string, content: string) => {
  const file = sourceFile(path, Buffer.from(content));
  return scan(file).hits.map(({ at }) => file.text.slice(...at));
};

/** A seed of so many words, from bytes that count up from a start; its words are cut to the four letters that tell them apart. */
const seed = (words: number, start = 7) => {
  const entropy = Buffer.from(Array.from({ length: (words * 4) / 3 }, (_, index) => (start + 37 * index) & 255));
  const bitsOf = (bytes: Buffer) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const bits = bitsOf(entropy) + bitsOf(createHash("sha256").update(entropy).digest()).slice(0, words / 3);
  const places = bits.match(/.{11}/g) ?? [];
  return places
    .map((place) =>
      seedWords
        .slice(4 * Number.parseInt(place, 2))
        .slice(0, 4)
        .trim(),
    )
    .join(" ");
};

test.each([12, 15, 18, 21, 24])("a seed of %i words is one by its checksum, without a name", (words) => {
  const phrase = seed(words);
  expect(marked("notes.txt", `Keep this.\n\n${phrase}\n`)).toEqual([phrase]);
  expect(marked("wallet.js", `restore("${phrase}");`)).toEqual([phrase]);
  const lines = phrase.replaceAll(" ", "\n");
  expect(marked("paper", `${lines}\n`)).toEqual([lines]);
});

test("with one word changed the checksum breaks, and other words are no seed", () => {
  const words = seed(24).split(" ");
  const broken = [...words.slice(1), words[0] ?? ""].join(" ");
  expect(marked("notes.txt", broken)).toEqual([]);
  expect(marked("notes.txt", "the quick brown fox jumps over the lazy dog while nobody is looking at all")).toEqual([]);
});

test("the accounts that Hardhat publishes are no secret", () => {
  const phrase = `${"test ".repeat(11)}junk`;
  expect(marked("hardhat.config.ts", `mnemonic: "${phrase}"`)).toEqual([]);
});

test("each key of a list of accounts is found", () => {
  const keys = [1, 2, 3].map((start) => `0x${createHash("sha256").update(String(start)).digest("hex")}`);
  expect(marked("hardhat.config.ts", `accounts: [${keys.map((key) => `"${key}"`).join(", ")}],`)).toEqual(keys);
});
