import { mappedView, type Piece, type View } from "../scan/view.ts";

/** Part of a view with some stretches replaced: by the character that they stand for, or by nothing. */
export function rewritten(
  view: View,
  start: number,
  end: number,
  changes: Iterable<{ readonly at: number; readonly length: number; readonly text: string }>,
  wrapping: string,
): View {
  const pieces: Piece[] = [];
  let text = "";
  let copied = start;
  const copyTo = (limit: number) => {
    if (limit <= copied) return;
    pieces.push({ at: text.length, length: limit - copied, outerAt: copied, outerLength: limit - copied });
    text += view.text.slice(copied, limit);
    copied = limit;
  };
  for (const { at, length, text: replacement } of changes) {
    copyTo(at);
    if (replacement !== "") pieces.push({ at: text.length, length: replacement.length, outerAt: at, outerLength: length });
    text += replacement;
    copied = at + length;
  }
  copyTo(end);
  return mappedView(view, text, pieces, wrapping);
}
