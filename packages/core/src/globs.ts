/** Says whether a path matches one of some patterns. */
export type PathMatcher = (path: string) => boolean;

/** Compiles globs; the library loads only where there is a pattern. Dot files match like others. */
export async function globs(patterns: readonly string[]): Promise<PathMatcher> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import("picomatch");
  return picomatch([...patterns], { dot: true });
}
