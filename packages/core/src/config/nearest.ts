/** `; did you mean "x"?` where a known name is near enough to be a misspelling, and nothing otherwise. */
export async function didYouMean(name: string, known: readonly string[]): Promise<string> {
  const { closest, distance } = await import("fastest-levenshtein");
  if (known.length === 0) return "";
  const nearest = closest(name, [...known]);
  return distance(name, nearest) <= Math.max(2, Math.floor(nearest.length / 3)) ? `; did you mean "${nearest}"?` : "";
}
