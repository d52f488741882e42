import type { SourceFile } from "./language.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How far into a file the guesses about its encoding look. */
const sampleBytes = 8192;

/** One side of one file; the text is decoded when first asked for. */
export function sourceFile(path: string, bytes: Uint8Array, kind: SourceFile["kind"] = "file"): SourceFile {
  return new ReadFile(path, bytes, kind);
}

/** A class, because trees have thousands of files, and an accessor of an object literal is defined anew for each object. */
class ReadFile implements SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kind: SourceFile["kind"];
  #text: string | undefined;

  constructor(path: string, bytes: Uint8Array, kind: SourceFile["kind"]) {
    this.path = path;
    this.bytes = bytes;
    this.kind = kind;
  }

  get text(): string {
    this.#text ??= decode(this.bytes);
    return this.#text;
  }
}

/** Whether the bytes are no text in any encoding known here: they hold a NUL and are not UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, sampleBytes).includes(0) && encodingOf(bytes) === "utf-8";
}

const lfsPointer = Buffer.from("version https://git-lfs.github.com/spec/");

/** Whether the file only says where Git LFS keeps its content. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && Buffer.compare(bytes.subarray(0, lfsPointer.length), lfsPointer) === 0;
}

/** The text of the bytes without its byte order mark. What is not valid becomes U+FFFD: a rule can still read the rest. */
export function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return startsWith(bytes, 0xef, 0xbb, 0xbf) ? buffer.toString("utf8", 3) : buffer.toString("utf8");
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length & ~1));
  if (!sample.includes(0)) return "utf-8";
  const guess = nulsAreAt(sample, 1) ? "utf-16le" : nulsAreAt(sample, 0) ? "utf-16be" : "utf-8";
  return guess === "utf-8" || looksLikeText(new TextDecoder(guess).decode(sample)) ? guess : "utf-8";
}

/** UTF-16 of mostly Latin text has a NUL in every other byte: on one side many, on the other none. */
function nulsAreAt(sample: Uint8Array, side: 0 | 1): boolean {
  let nuls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 !== side) return false;
    nuls += 1;
  }
  return nuls * 4 >= sample.length / 2;
}

function looksLikeText(text: string): boolean {
  for (const character of text) {
    if (character < " " && !"\t\n\r\f".includes(character)) return false;
  }
  return true;
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
