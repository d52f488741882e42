import { mappedView, type Piece, type View } from "../scan/view.ts";

const shortest = 8;

/** The texts of two bytes a character that a binary file holds, each on a line of its own; undefined where there are none. */
export function wideTexts(view: View): View | undefined {
  const { bytes } = view;
  if (!bytes.includes(0)) return undefined;
  const pieces: Piece[] = [];
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at++) {
    const zero = bytes.indexOf(0, at + 1);
    if (zero < 0) break;
    at = zero - 1;
    const end = endOfWide(bytes, at);
    if (end - at >= 2 * shortest) {
      const characters = Buffer.from(bytes.subarray(at, end)).toString("utf16le");
      for (let index = 0; index < characters.length; index++) {
        pieces.push({ at: text.length + index, length: 1, outerAt: at + 2 * index, outerLength: 2 });
      }
      text += `${characters}\n`;
    }
    if (end > at) at = end - 1;
  }
  return text === "" ? undefined : mappedView(view, text, pieces, "UTF-16");
}

function endOfWide(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end + 1 < bytes.length && bytes[end + 1] === 0 && isPrintable(bytes[end] ?? 0)) end += 2;
  return end;
}

function isPrintable(byte: number): boolean {
  return byte >= 32 && byte < 127;
}
