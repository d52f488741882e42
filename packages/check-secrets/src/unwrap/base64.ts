import { type View, wrappedView } from "../scan/view.ts";

const shortest = 24;
const longest = 4 * 1024 * 1024;

/** 1 for the characters of base64 and base64url, 2 for hexadecimal digits, which are both. */
const classes = new Uint8Array(256);
/** What a character of base64 stands for. */
const values = new Uint8Array(256);
for (const [value, character] of Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_").entries()) {
  const code = character.charCodeAt(0);
  classes[code] = /[0-9a-fA-F]/.test(character) ? 2 : 1;
  values[code] = value < 64 ? value : value - 2;
}

/**
 * What base64 and hexadecimal runs decode to, where that is text or an archive. Looks from the last of 24 bytes back to the first
 * that belongs to no run, behind which the next 24 begin (Boyer and Moore, 1977): of most bytes that is all.
 */
export function decodedRuns(view: View): View[] {
  const { bytes } = view;
  const views: View[] = [];
  let done = 0;
  for (let last = shortest - 1; last < bytes.length;) {
    const start = startOfRun(bytes, last + 1, done);
    if (last + 1 - start < shortest) {
      last = start + shortest - 1;
      continue;
    }
    done = endOfRun(bytes, last);
    if (mayDecode(bytes, start)) {
      const run = wholeRun(bytes, start, done);
      done = run.end;
      const decoded = decode(run.bytes);
      if (decoded) views.push(wrappedView(view, decoded.bytes, start, run.end, decoded.wrapping));
    }
    last = done + shortest - 1;
  }
  return views;
}

/** The run with the lines that go on with it: text of 60 columns or more is broken over lines. */
function wholeRun(bytes: Uint8Array, start: number, firstEnd: number): { readonly bytes: Uint8Array; readonly end: number } {
  const parts = [bytes.subarray(start, firstEnd)];
  let end = firstEnd;
  for (let lineStart = start; end - lineStart >= 60;) {
    lineStart = afterBreak(bytes, end);
    if (lineStart === end) break;
    const lineEnd = endOfRun(bytes, lineStart);
    if (lineEnd - lineStart < 4) break;
    parts.push(bytes.subarray(lineStart, lineEnd));
    end = lineEnd;
    if (end - start > longest) break;
  }
  while (bytes[end] === 61 && end - start < longest) end += 1;
  return { bytes: parts.length === 1 ? bytes.subarray(start, firstEnd) : Buffer.concat(parts), end };
}

/** Where the next line's text begins, after `\n` written out or real, and indentation; the offset itself where none follows. */
function afterBreak(bytes: Uint8Array, from: number): number {
  let at = from;
  if (bytes[at] === 92 && bytes[at + 1] === 110) at += 2;
  else if (bytes[at] === 13 || bytes[at] === 10) at += 1;
  else return from;
  while (at - from < 60 && (bytes[at] === 10 || bytes[at] === 32 || bytes[at] === 9)) at += 1;
  return at;
}

function decode(run: Uint8Array): { readonly bytes: Uint8Array; readonly wrapping: string } | undefined {
  const isHex = run.length % 2 === 0 && run.length >= 32 && run.every((byte) => classes[byte] === 2);
  const encoding = isHex ? "hex" : "base64";
  const sample = Buffer.from(text(run.subarray(0, isHex ? 24 : 16)), encoding);
  if (!isPromising(sample)) return undefined;
  const whole = Buffer.from(text(run.subarray(0, longest)), encoding);
  if (isWide(sample)) return { bytes: whole.filter((byte) => byte !== 0), wrapping: `${encoding} of UTF-16` };
  return { bytes: whole, wrapping: isHex ? "hexadecimal" : "base64" };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Whether what the run begins with is text or an archive in base64 or hexadecimal; nearly all paths and names are done with here. */
function mayDecode(bytes: Uint8Array, start: number): boolean {
  const first = (valueAt(bytes, start) << 2) | (valueAt(bytes, start + 1) >> 4);
  // Text, UTF-16 among it, and the archives' marks.
  if ((isText(first) || first === 0x1f) && isPromising(fromBase64(bytes, start))) return true;
  for (let at = start; at < start + shortest; at++) if (classes[bytes[at] ?? 0] !== 2) return false;
  return isPromising(Buffer.from(text(bytes.subarray(start, start + shortest)), "hex"));
}

/** The first twelve bytes of a run of base64. */
function fromBase64(bytes: Uint8Array, start: number): Uint8Array {
  for (let group = 0; group < 4; group++) {
    const at = start + 4 * group;
    const bits =
      (valueAt(bytes, at) << 18) | (valueAt(bytes, at + 1) << 12) | (valueAt(bytes, at + 2) << 6) | valueAt(bytes, at + 3);
    beginning[3 * group] = bits >> 16;
    beginning[3 * group + 1] = bits >> 8;
    beginning[3 * group + 2] = bits;
  }
  return beginning;
}

/** One for all runs: a tree has tens of thousands of them. */
const beginning = new Uint8Array(12);

function valueAt(bytes: Uint8Array, at: number): number {
  return values[bytes[at] ?? 0] ?? 0;
}

function isPromising(sample: Uint8Array): boolean {
  return isPlain(sample) || isArchive(sample) || isWide(sample);
}

function isText(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

function isPlain(sample: Uint8Array): boolean {
  return sample.every(isText);
}

function isArchive(sample: Uint8Array): boolean {
  return (sample[0] === 0x1f && sample[1] === 0x8b) || (sample[0] === 0x50 && sample[1] === 0x4b && sample[2] === 3);
}

function isWide(sample: Uint8Array): boolean {
  return sample.length >= 8 && sample.every((byte, index) => (index % 2 === 1 ? byte === 0 : byte >= 32 && byte < 127));
}

function startOfRun(bytes: Uint8Array, from: number, least: number): number {
  let start = from;
  while (start > least && classes[bytes[start - 1] ?? 0] !== 0) start -= 1;
  return start;
}

function endOfRun(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && classes[bytes[end] ?? 0] !== 0) end += 1;
  return end;
}
