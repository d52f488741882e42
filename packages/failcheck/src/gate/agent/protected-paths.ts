/** Places that hold the gate: git's hooks, refs and configuration, husky's folder, an agent's own settings. */
const places: readonly (readonly string[])[] = [
  [".git", "hooks"],
  [".git", "refs"],
  [".git", "config"],
  [".git", "packed-refs"],
  [".git", "HEAD"],
  [".git", "failcheck"],
  [".git", "modules"],
  [".husky"],
  [".claude", "settings.json"],
  [".claude", "settings.local.json"],
  [".cursor", "hooks.json"],
  [".github", "hooks"],
];

/** Whether a path lies in a place that holds the gate, or is a folder that holds such places. */
export function isProtected(path: string): boolean {
  const parts = path.split(/[/\\]+/).filter((part) => part !== "" && part !== ".");
  if (parts.at(-1) === ".git") return true;
  return places.some((place) => parts.some((_, start) => place.every((part, index) => parts[start + index] === part)));
}

/** Programs that change the files they name; `last` means only the last word is written to. */
const writers = new Map<string, "all" | "last">([
  ["rm", "all"],
  ["rmdir", "all"],
  ["unlink", "all"],
  ["mv", "all"],
  ["cp", "last"],
  ["ln", "last"],
  ["install", "last"],
  ["chmod", "all"],
  ["chown", "all"],
  ["tee", "all"],
  ["truncate", "all"],
  ["touch", "all"],
  ["shred", "all"],
  ["rsync", "last"],
  ["patch", "all"],
]);

/** Editors that write to what they name only when told to. */
const inPlace = new Map([
  ["sed", /^(?:-[a-zA-Z]{0,10}i|--in-place)/],
  ["perl", /^-[a-zA-Z]{0,10}i/],
]);

/** The protected path that a command writes to, where it names one. */
export function protectedTarget(name: string, args: readonly string[]): string | undefined {
  if (name === "dd")
    return args
      .filter((word) => word.startsWith("of="))
      .map((word) => word.slice(3))
      .find(isProtected);
  const option = inPlace.get(name);
  const writes = writers.get(name) ?? (option && args.some((word) => option.test(word)) ? "all" : undefined);
  if (!writes) return undefined;
  const named = args.filter((word) => !word.startsWith("-"));
  return (writes === "all" ? named : named.slice(-1)).find(isProtected);
}
