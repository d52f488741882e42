import { closeSync, lstatSync, openSync, readFileSync, readlinkSync, readSync, statSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { CannotCheck } from "../cannot-check.ts";
import type { Content } from "../change.ts";
import { maxTextBytes } from "../change.ts";
import { pathBytes, shownPath } from "../path-bytes.ts";
import { sourceFile } from "../source-file.ts";
import { largeContent, type ReadBytes } from "./pieces.ts";

const plain = /^[ -~]+$/;

/** A path below `root` as the disk wants it: bytes, where the name is not UTF-8. */
export function diskPath(root: string, path: string): string | Buffer {
  // Nearly every path is of ASCII, and below its root.
  if (plain.test(path) && !path.startsWith("../")) return `${root}/${path}`;
  const bytes = pathBytes(path);
  return bytes.toString("utf8") === path ? join(root, path) : Buffer.concat([Buffer.from(`${root}/`), bytes]);
}

/** What stands under a path; undefined where nothing does. */
export function lookAt(root: string, path: string): Stats | undefined {
  try {
    return lstatSync(diskPath(root, path), { throwIfNoEntry: false });
  } catch (error) {
    // A directory of the path became a file: then nothing stands below it.
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw unreadable(path, error);
  }
}

/** Whether a symbolic link leads back to itself: what it stands for is nowhere. One that leads nowhere is read as what it says. */
export function isLoop(root: string, path: string): boolean {
  try {
    statSync(diskPath(root, path));
    return false;
  } catch (error) {
    return codeOf(error) === "ELOOP";
  }
}

/** The content of a file or symlink; undefined where there is none any more. */
export function diskContent(root: string, path: string, stats = lookAt(root, path)): Content | undefined {
  if (!stats) return undefined;
  if (stats.size > maxTextBytes) return largeContent(path, stats.size, () => Promise.resolve(readerOf(root, path)));
  try {
    const place = diskPath(root, path);
    if (!stats.isSymbolicLink()) return { file: sourceFile(path, readBytes(place, stats.size)) };
    return { file: sourceFile(path, readlinkSync(place, "buffer"), "symlink") };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Reads parts of a file, each by itself: a file that nobody reads to its end is not left open. */
function readerOf(root: string, path: string): ReadBytes {
  return (start, end) => {
    try {
      const file = openSync(diskPath(root, path), "r");
      try {
        const bytes = Buffer.allocUnsafeSlow(end - start);
        return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw unreadable(path, error);
    }
  };
}

const slabBytes = 1024 * 1024;
let slab = Buffer.alloc(0);

/** The bytes of a file. Small ones share a piece of memory: thousands of allocations cost more than the reading. */
function readBytes(place: string | Buffer, size: number): Uint8Array {
  if (size === 0 || size > slabBytes / 8) return readFileSync(place);
  if (slab.length <= size) slab = Buffer.allocUnsafeSlow(slabBytes);
  const file = openSync(place, "r");
  try {
    // One byte more than there should be, to notice a file that grew.
    const read = readSync(file, slab, 0, size + 1, 0);
    if (read > size) return readFileSync(place);
    const bytes = slab.subarray(0, read);
    slab = slab.subarray(read);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The error of a path that is there and cannot be read. */
export function unreadable(path: string, error: unknown): CannotCheck {
  return new CannotCheck(
    `${shownPath(path)} cannot be read (${codeOf(error)}). Check its permissions, or leave it out with "ignore:".`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
}
