import { maxBytes, type Content, type FilePiece } from "../change.ts";
import { sourceFile } from "../source-file.ts";

const pieceBytes = 4 * 1024 * 1024;

/** Neighbouring pieces share so many bytes, more than any secret has, so that a cut hides none. */
const sharedBytes = 32 * 1024;

/** Reads some of the bytes of a content. */
export type ReadBytes = (start: number, end: number) => Uint8Array;

/** What is said of a content that is too large for most rules: those over everything get it in pieces, up to a bound. */
export function largeContent(path: string, size: number, open: () => Promise<ReadBytes>): Content {
  if (size > maxBytes) return { skipped: "over 100 MiB" };
  return {
    skipped: "over 5 MiB",
    async *pieces() {
      yield* piecesOf(path, size, await open());
    },
  };
}

function* piecesOf(path: string, size: number, read: ReadBytes): Generator<FilePiece> {
  let line = 0;
  let column = 0;
  for (let at = 0; at < size;) {
    const bytes = read(at, Math.min(size, at + pieceBytes));
    yield { file: sourceFile(path, bytes), line, column };
    if (bytes.length === 0 || at + bytes.length >= size) return;
    const passed = bytes.subarray(0, nextStart(bytes));
    const lastBreak = passed.lastIndexOf(10);
    if (lastBreak >= 0) column = 0;
    column += sourceFile(path, passed.subarray(lastBreak + 1)).text.length;
    for (const byte of passed) if (byte === 10) line += 1;
    at += passed.length;
  }
}

/** Where the next piece begins: some way before the end of this one, at the beginning of a line where there is one. */
function nextStart(bytes: Uint8Array): number {
  const from = Math.max(1, bytes.length - sharedBytes);
  const lineBreak = bytes.indexOf(10, from);
  return lineBreak < 0 || lineBreak + 1 >= bytes.length ? from : lineBreak + 1;
}
