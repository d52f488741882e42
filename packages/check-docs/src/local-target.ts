import { folderOf, resolvePath } from "./paths.ts";

/** A scheme, or the start of a URL without one: matches `https:` and `//host`, not `a.md` or `C/d`. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Where a link within the repository leads. */
export interface LocalTarget {
  /** The file or folder; the linking document itself where the link is an anchor alone. */
  readonly path: string;
  /** What stands behind `#`, decoded; undefined where nothing does. */
  readonly anchor: string | undefined;
  /** Whether it is written as a folder, with a slash at its end. */
  readonly folder: boolean;
}

/** Reads a link as GitHub does: `/` is the root of the repository. Undefined where it leads out of it. */
export function localTarget(url: string, from: string): LocalTarget | undefined {
  if (elsewhere.test(url)) return undefined;
  const hash = url.indexOf("#");
  const [before = ""] = (hash < 0 ? url : url.slice(0, hash)).split("?");
  const anchor = hash < 0 ? undefined : decoded(url.slice(hash + 1));
  if (before === "") return { path: from, anchor, folder: false };
  const written = decoded(before);
  const path = resolvePath(written.startsWith("/") ? "" : folderOf(from), written);
  return path === undefined ? undefined : { path, anchor, folder: written.endsWith("/") || path === "" };
}

/** Percent codes resolved; a text that is no valid code stays as it is. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // `100%.md` is a name, not a broken code
    return text;
  }
}
