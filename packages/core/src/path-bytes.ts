import { isUtf8 } from "node:buffer";

/** Bytes 0x80 to 0xFF that are not valid UTF-8 stand in a path as these lone surrogates, so that no path loses a byte. */
const escapeBase = 0xdc00;

/** A stand-in for a byte: matches in "caf\uDCE9", not in "café" and not within a pair such as "😀". */
const escapes = /[\uDC80-\uDCFF]/u;

/** A path as git or the disk holds it, as a string that `pathBytes` turns back into the same bytes. */
export function pathOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString("utf8");
  let path = "";
  for (let at = 0; at < buffer.length;) {
    const length = characterLength(buffer, at);
    path += length === 0 ? String.fromCharCode(escapeBase + (buffer[at] ?? 0)) : buffer.toString("utf8", at, at + length);
    at += Math.max(length, 1);
  }
  return path;
}

/** The bytes of a path made by `pathOf`. */
export function pathBytes(path: string): Buffer {
  if (!escapes.test(path)) return Buffer.from(path, "utf8");
  const parts = Array.from(path, (character) => {
    const code = character.charCodeAt(0);
    return isEscape(character) ? Buffer.of(code - escapeBase) : Buffer.from(character, "utf8");
  });
  return Buffer.concat(parts);
}

/** A path as people see it: control characters and bytes that are not UTF-8 as `\n`, `\x1b`, `\xff`. */
export function shownPath(path: string): string {
  let shown = "";
  for (const character of path) shown += isEscape(character) || isControl(character) ? escaped(character) : character;
  return shown;
}

/** How many bytes the valid UTF-8 character at this place has; 0 where there is none. */
function characterLength(buffer: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= buffer.length; length++) {
    if (isUtf8(buffer.subarray(at, at + length))) return length;
  }
  return 0;
}

function isEscape(character: string): boolean {
  return escapes.test(character);
}

function isControl(character: string): boolean {
  return character < " " || (character >= "\x7f" && character < "\xa0");
}

function escaped(character: string): string {
  const named = new Map([
    ["\n", "\\n"],
    ["\r", "\\r"],
    ["\t", "\\t"],
  ]).get(character);
  return named ?? `\\x${(character.charCodeAt(0) & 0xff).toString(16).padStart(2, "0")}`;
}
