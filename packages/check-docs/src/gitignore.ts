import { globs, type PathMatcher, type Repository } from "@failcheck/core";
import { text } from "@failcheck/languages";
import { folderOf, nameOf } from "./paths.ts";

/** The patterns of a `.gitignore` line, for paths below `folder`. */
export function ignorePattern(line: string, folder: string): readonly string[] {
  const bare = line.replace(/^\//, "").replace(/\/$/, "");
  const anchored = line.slice(0, -1).includes("/");
  const pattern = [folder, anchored ? "" : "**", bare].filter((part) => part !== "").join("/");
  return [pattern, `${pattern}/**`];
}

/** Says which paths git would not keep: what is made by a build may be named and need not exist. */
export async function ignoredByGit(repository: Repository): Promise<PathMatcher> {
  const out: string[] = [];
  const back: string[] = [];
  for (const path of repository.paths) {
    if (nameOf(path) !== ".gitignore") continue;
    const tree = await repository.tree(text, path);
    for (const line of tree?.lines ?? []) {
      const pattern = line.text.trim();
      if (pattern === "" || pattern.startsWith("#")) continue;
      const kept = pattern.startsWith("!");
      (kept ? back : out).push(...ignorePattern(kept ? pattern.slice(1) : pattern, folderOf(path)));
    }
  }
  const [isOut, isBack] = [await globs(out), await globs(back)];
  return (path) => isOut(path) && !isBack(path);
}
