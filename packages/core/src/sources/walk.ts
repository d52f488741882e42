import { readdirSync } from "node:fs";
import type { Dirent } from "node:fs";
import type { Skipped } from "../change.ts";
import { pathOf } from "../path-bytes.ts";
import { diskPath, unreadable } from "./disk.ts";

/** Directories that hold what others wrote, or git's own files. */
const notWalked = new Set([".git", "node_modules"]);

/** The files and symlinks below a directory, where no git can list them; what is neither goes to `skipped`. */
export function* filesBelow(root: string, directory: string, skipped: Skipped[]): Generator<string> {
  for (const entry of listed(root, directory)) {
    const name = pathOf(entry.name);
    const path = directory === "" ? name : `${directory}/${name}`;
    if (entry.isDirectory()) {
      if (!notWalked.has(name)) yield* filesBelow(root, path, skipped);
      else if (name !== ".git") skipped.push({ path, reason: "installed packages" });
    } else if (entry.isFile() || entry.isSymbolicLink()) yield path;
    else skipped.push({ path, reason: "not a regular file" });
  }
}

function listed(root: string, directory: string): Dirent<Buffer>[] {
  try {
    const entries = readdirSync(diskPath(root, directory), { withFileTypes: true, encoding: "buffer" });
    return entries.sort((a, b) => Buffer.compare(a.name, b.name));
  } catch (error) {
    throw unreadable(directory, error);
  }
}
