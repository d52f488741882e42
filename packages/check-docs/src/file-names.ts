import type { Repository } from "@failcheck/core";
import { text } from "@failcheck/languages";

/** What exists in the repository, asked by name. */
export interface FileNames {
  /** Two names that mean the same file have the same key: composed and decomposed accents, and case where that is wished. */
  readonly key: (path: string) => string;
  /** A file, a symlink, a folder, or something below a submodule or a symlink, which cannot be known here. */
  readonly exists: (path: string) => boolean;
  readonly isFile: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
}

/** Indexes the names of the repository once. */
export async function fileNames(repository: Repository, caseSensitive = true): Promise<FileNames> {
  const key = (path: string) => (caseSensitive ? path : path.toLowerCase()).normalize("NFC");
  const files = new Set<string>();
  const folders = new Set<string>([""]);
  for (const path of repository.paths) {
    const name = key(path);
    files.add(name);
    for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1)) {
      const folder = name.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const submodules = new Set((await submodulePaths(repository)).map(key));
  return {
    key,
    isFile: (path) => files.has(key(path)),
    isFolder: (path) => folders.has(key(path)),
    exists: (path) => {
      const name = key(path);
      if (files.has(name) || folders.has(name) || submodules.has(name)) return true;
      for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1)) {
        const above = name.slice(0, at);
        if (folders.has(above)) return false;
        if (files.has(above) || submodules.has(above)) return true;
      }
      return false;
    },
  };
}

/** A line of `.gitmodules` that places a submodule: matches `path = libs/a b`, not `url = x`. */
const submodulePath = /^[ \t]*path[ \t]*=[ \t]*(.*?)[ \t]*$/;

async function submodulePaths(repository: Repository): Promise<readonly string[]> {
  const tree = await repository.tree(text, ".gitmodules");
  return [...(tree?.lines ?? [])].flatMap((line) => submodulePath.exec(line.text)?.[1] ?? []);
}
