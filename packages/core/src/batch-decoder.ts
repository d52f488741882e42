/** An object as `git cat-file --batch` hands it out. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  /** Undefined where the object is larger than the reader wanted. */
  readonly bytes: Buffer | undefined;
}

/** What the decoder asks and tells: how large an object may be to be kept, and each answer in the order of the questions. */
export interface BatchReader {
  limit(): number;
  found(object: GitObject): void;
  missing(line: string): void;
}

interface Body {
  readonly object: GitObject;
  left: number;
}

/**
 * Decodes the stream of `git cat-file --batch`: `<id> <type> <size>\n<bytes>\n` or `<id> missing\n`. Bytes of an object
 * above the limit are dropped as they come, never held.
 */
export function batchDecoder(reader: BatchReader): (chunk: Buffer) => void {
  let header = Buffer.alloc(0);
  let body: Body | undefined;

  const readHeader = (chunk: Buffer, at: number): number => {
    const end = chunk.indexOf("\n", at);
    header = Buffer.concat([header, chunk.subarray(at, end < 0 ? chunk.length : end)]);
    if (end < 0) return chunk.length;
    const line = header.toString("latin1");
    header = Buffer.alloc(0);
    body = bodyOf(line, reader.limit());
    if (!body) reader.missing(line);
    return end + 1;
  };

  const readBody = (open: Body, chunk: Buffer, at: number): number => {
    const end = Math.min(chunk.length, at + open.left);
    const { bytes, size } = open.object;
    bytes?.set(chunk.subarray(at, Math.min(end, at + open.left - 1)), size + 1 - open.left);
    open.left -= end - at;
    if (open.left === 0) {
      body = undefined;
      reader.found(open.object);
    }
    return end;
  };

  return (chunk) => {
    for (let at = 0; at < chunk.length;) at = body ? readBody(body, chunk, at) : readHeader(chunk, at);
  };
}

/** The body that a header announces, with the newline that ends it; undefined where there is none. */
function bodyOf(line: string, limit: number): Body | undefined {
  const [id = "", type = "", digits = ""] = line.split(" ");
  const size = Number(digits);
  if (digits === "" || !Number.isSafeInteger(size)) return undefined;
  return { object: { id, type, size, bytes: size > limit ? undefined : Buffer.allocUnsafe(size) }, left: size + 1 };
}
