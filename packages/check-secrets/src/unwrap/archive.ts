import { type View, wrappedView } from "../scan/view.ts";

const mostBytes = 16 * 1024 * 1024;
const mostMembers = 2000;
/** A commit without archives does not wait for zlib to load. */
const zlib = () => process.getBuiltinModule("node:zlib");
const limits = () => ({ maxOutputLength: mostBytes, finishFlush: zlib().constants.Z_SYNC_FLUSH });

/** What a gzip file or the members of a zip file hold, up to 16 MiB of each. Their secrets have no place in the file's own text. */
export function* members(view: View): Generator<View> {
  const { bytes } = view;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const content = inflate(() => zlib().gunzipSync(bytes, limits()));
    if (content) yield wrappedView(view, content, 0, 0, "gzip");
  } else if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    yield* zipMembers(view);
  }
}

/** Goes from local header to local header by the central directory, which knows the sizes. */
function* zipMembers(view: View): Generator<View> {
  const buffer = Buffer.from(view.bytes.buffer, view.bytes.byteOffset, view.bytes.byteLength);
  let at = directoryOf(buffer);
  for (let count = 0; at >= 0 && at + 46 <= buffer.length && count < mostMembers; count++) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) return;
    const member = memberAt(buffer, at);
    // What is stored as it is has been read with the file's own bytes; only an archive within it has not.
    const content = member && (buffer.readUInt16LE(at + 10) !== 0 || isArchive(member)) ? member : undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength);
    if (content) yield wrappedView(view, content, 0, 0, `the archive's ${name}`);
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
}

/** Where the central directory begins: its end stands last in the file. A member that is a zip file has one of its own, further up. */
function directoryOf(buffer: Buffer): number {
  const end = buffer.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const said = end >= 0 && end + 20 <= buffer.length ? buffer.readUInt32LE(end + 16) : -1;
  const isThere = said >= 0 && said + 4 <= buffer.length && buffer.readUInt32LE(said) === 0x02014b50;
  return isThere ? said : buffer.indexOf("PK\u0001\u0002", 0, "latin1");
}

function isArchive([first, second]: Uint8Array): boolean {
  return (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b);
}

function memberAt(buffer: Buffer, at: number): Uint8Array | undefined {
  const method = buffer.readUInt16LE(at + 10);
  const packed = buffer.readUInt32LE(at + 20);
  const header = buffer.readUInt32LE(at + 42);
  if (header + 30 > buffer.length) return undefined;
  const start = header + 30 + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data;
  return method === 8 ? inflate(() => zlib().inflateRawSync(data, limits())) : undefined;
}

function inflate(run: () => Uint8Array): Uint8Array | undefined {
  try {
    return run();
  } catch {
    // Broken or too large: there is nothing to look into, and the file's own bytes are scanned all the same.
    return undefined;
  }
}
