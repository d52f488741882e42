/** Whether a path matches a glob of `*`, `**` and `?`; the few that this rule's options hold need no more. */
export function matchesGlob(path: string, glob: string): boolean {
  const pattern = glob.replace(/[.+^${}()|[\]\\]|\*\*\/|\*\*|\*|\?/g, (part) => meanings.get(part) ?? `\\${part}`);
  return new RegExp(`^${pattern}$`).test(path);
}

const meanings: ReadonlyMap<string, string> = new Map([
  ["**/", "(?:.*/)?"],
  ["**", ".*"],
  ["*", "[^/]*"],
  ["?", "[^/]"],
]);
