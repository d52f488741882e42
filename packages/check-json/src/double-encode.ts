import { repositoryRule, type Repository } from "@failcheck/core";
import { python, typescript } from "@failcheck/languages";

/** Every way to write a JSON column says one of these somewhere. */
const words = ["json", "dumps", "stringify"];

/** Finds strings of JSON that are given to columns which serialise by themselves, across files. */
export const doubleEncode = repositoryRule({
  id: "json/double-encode",
  title: "A JSON column is given the object, not a string that already holds JSON.",
  incidents: ["Z-json"],
  concerns: (path) => python.matches(path) || typescript.matches(path),
  mentions: () => words,
  async *check(repository: Repository) {
    const changed = repository.paths.filter(
      (path) => repository.changed.has(path) && !repository.ignores(path) && (python.matches(path) || typescript.matches(path)),
    );
    const seeds: string[] = [];
    for (const path of changed) if (await mentionsAny(repository, path, words)) seeds.push(path);
    if (seeds.length === 0) return;
    const { findings } = await import("./link/findings.ts");
    yield* findings(repository, seeds);
  },
});

async function mentionsAny(repository: Repository, path: string, texts: readonly string[]): Promise<boolean> {
  const text = (await repository.read(path))?.text.toLowerCase() ?? "";
  return texts.some((word) => text.includes(word));
}
