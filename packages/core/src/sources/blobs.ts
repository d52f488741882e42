import type { Content } from "../change.ts";
import { maxBytes, maxTextBytes } from "../change.ts";
import { CannotCheck } from "../cannot-check.ts";
import type { Git } from "../git.ts";
import { shownPath } from "../path-bytes.ts";
import { symlinkMode } from "../raw-diff.ts";
import type { TreeEntry } from "../raw-diff.ts";
import { sourceFile } from "../source-file.ts";
import { largeContent, type ReadBytes } from "./pieces.ts";

/** What git holds under an entry of a tree or of the index. */
export async function blobContent(git: Git, path: string, entry: TreeEntry): Promise<Content> {
  const { bytes, type, size } = await git.read(entry.id, maxTextBytes).catch((error: unknown) => {
    throw error instanceof CannotCheck ? new CannotCheck(`${shownPath(path)} cannot be read. ${error.message}`) : error;
  });
  if (type !== "blob") throw new CannotCheck(`${shownPath(path)} is a ${type} where a file was expected. Run git fsck.`);
  if (!bytes) return largeContent(path, size, () => readerOf(git, entry.id));
  return { file: sourceFile(path, bytes, entry.mode === symlinkMode ? "symlink" : "file") };
}

async function readerOf(git: Git, id: string): Promise<ReadBytes> {
  const { bytes } = await git.read(id, maxBytes);
  return (start, end) => (bytes ?? Buffer.alloc(0)).subarray(start, end);
}
