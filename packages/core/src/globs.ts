import { CannotCheck } from "./cannot-check.ts";

/** Says whether a path matches one of some patterns. */
export type PathMatcher = (path: string) => boolean;

const mostStars = 3;
const mostGlobstars = 6;

/**
 * Why a glob is not used, to stand behind "the glob …": a matcher tries the ways to share a path among its stars, and their number
 * grows with each of them.
 */
export function globProblem(glob: string): string | undefined {
  if (glob === "") return "is empty, and so matches nothing";
  const parts = glob.split("/");
  if (parts.some((part) => starsOf(part) > mostStars))
    return `has more than ${mostStars} stars between two slashes, which can take hours`;
  if (parts.filter((part) => part.includes("**")).length > mostGlobstars)
    return `has more than ${mostGlobstars} times **, which can take hours`;
  return undefined;
}

/** The runs of stars, and what else repeats, in the part of a glob between two slashes. */
function starsOf(part: string): number {
  return (part.match(/\*+(?!\()|[*+]\(/g) ?? []).length;
}

/** Compiles globs; the library loads only where there is a pattern. Dot files match like others. */
export async function globs(patterns: readonly string[]): Promise<PathMatcher> {
  if (patterns.length === 0) return () => false;
  for (const pattern of patterns) {
    const problem = globProblem(pattern);
    if (problem !== undefined) throw new CannotCheck(`The glob ${JSON.stringify(shortened(pattern))} ${problem}.`);
  }
  const { default: picomatch } = await import("picomatch");
  return picomatch([...patterns], { dot: true });
}

const shownCharacters = 60;

function shortened(text: string): string {
  return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`;
}
