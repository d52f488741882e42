/** The folder of a path, without a slash at its end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path without its ending: `docs/a.md` gives `docs/a`; a leading dot is no ending. */
export function withoutEnding(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") + 1 ? path.slice(0, dot) : path;
}

/** `relative` as seen from `folder`, with `.` and `..` resolved; undefined where it leaves the repository. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** How a document in `folder` names `path`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** Folders of test data and of other people's files: matches `a/testdata/b.md`, `tests/x/data/b.md`; nothing in `docs/data/b.md`. */
const foreign =
  /(?:^|\/)(?:testdata|test-data|fixtures?|__fixtures__|__snapshots__|snapshots|vendor|third_party|node_modules|tests?\/(?:.{1,200}\/)?data)\//;

/** Whether a document lies where it claims nothing about this repository. */
export function isForeign(path: string): boolean {
  return foreign.test(path);
}
