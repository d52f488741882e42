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

/** A view of which each byte has a known place in the outer one; `places` has one more entry, for the end. */
export function mappedView(outer: View, bytes: Uint8Array, places: ArrayLike<number>, wrapping: string): View {
  const origin: View["origin"] = (start, end) => outer.origin(places[start] ?? 0, (places[end - 1] ?? 0) + 1);
  return view(bytes, origin, join(outer, wrapping), outer.depth + 1);
}

function join(outer: View, wrapping: string): string {
  return outer.wrapping === "" ? wrapping : `${outer.wrapping}, ${wrapping}`;
}

function view(bytes: Uint8Array, origin: View["origin"], wrapping: string, depth: number): View {
  let text: string | undefined;
  return {
    bytes,
    origin,
    wrapping,
    depth,
    get text() {
      text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
      return text;
    },
  };
}
