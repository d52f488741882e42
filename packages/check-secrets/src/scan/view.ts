/** Bytes to be scanned: those of the file, or what comes out when a part of them is unwrapped. */
export interface View {
  readonly bytes: Uint8Array;
  /** The bytes as one character each, made when first asked for; offsets into it are offsets into the bytes. */
  readonly text: string;
  /** The part of the file that holds this part of the view. */
  origin(start: number, end: number): readonly [start: number, end: number];
  /** How it was wrapped, in words; empty for the file itself. */
  readonly wrapping: string;
  /** How often something was unwrapped to get here. */
  readonly depth: number;
}

/** The view of a file's own bytes. */
export function plainView(bytes: Uint8Array): View {
  return view(bytes, (start, end) => [start, end], "", 0);
}

/** A view of which every part stands for the whole of `start` to `end` of the outer one, as in base64. */
export function wrappedView(outer: View, bytes: Uint8Array, start: number, end: number, wrapping: string): View {
  return view(bytes, () => outer.origin(start, end), join(outer, wrapping), outer.depth + 1);
}

/** A piece of a view, and the piece of the outer one that it was made of. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly outerAt: number;
  readonly outerLength: number;
}

/** A view of which each piece has a known place in the outer one. */
export function mappedView(outer: View, text: string, pieces: readonly Piece[], wrapping: string): View {
  const origin: View["origin"] = (start, end) => {
    const first = pieceAt(pieces, start);
    const last = pieceAt(pieces, end - 1);
    if (first === undefined || last === undefined) return outer.origin(0, 0);
    const isWhole = last.length !== last.outerLength;
    return outer.origin(
      first.outerAt + (start - first.at),
      isWhole ? last.outerAt + last.outerLength : last.outerAt + (end - last.at),
    );
  };
  return view(Buffer.from(text, "latin1"), origin, join(outer, wrapping), outer.depth + 1);
}

/** The piece that holds the offset; pieces lie in order. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function join(outer: View, wrapping: string): string {
  return outer.wrapping === "" ? wrapping : `${outer.wrapping}, ${wrapping}`;
}

function view(bytes: Uint8Array, origin: View["origin"], wrapping: string, depth: number): View {
  return new BytesView(bytes, origin, wrapping, depth);
}

/** A class, because each file has a view, and an accessor of an object literal is defined anew for each object. */
class BytesView implements View {
  readonly bytes: Uint8Array;
  readonly origin: View["origin"];
  readonly wrapping: string;
  readonly depth: number;
  #text: string | undefined;

  constructor(bytes: Uint8Array, origin: View["origin"], wrapping: string, depth: number) {
    this.bytes = bytes;
    this.origin = origin;
    this.wrapping = wrapping;
    this.depth = depth;
  }

  get text(): string {
    this.#text ??= Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString("latin1");
    return this.#text;
  }
}
