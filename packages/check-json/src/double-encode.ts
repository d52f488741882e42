import { repositoryRule, type Repository } from "@failcheck/core";
import { isCode, mayDeclare, mayWrite } from "./candidates.ts";

/** Finds strings of JSON that are given to columns which serialise by themselves, across files. */
export const doubleEncode = repositoryRule({
  id: "json/double-encode",
  title: "A JSON column is given the object, not a string that already holds JSON.",
  incidents: ["Z-json"],
  concerns: isCode,
  mentions: () => ["json", "dumps", "stringify"],
  async *check(repository: Repository) {
    const code = repository.paths.filter((path) => isCode(path) && !repository.ignores(path));
    const changed = code.filter((path) => repository.changed.has(path));
    const seeds: string[] = [];
    for (const path of changed) {
      const text = (await repository.read(path))?.text ?? "";
      // where all is looked at, a model is read when something writes to it
      if (mayWrite(text) || (changed.length < code.length && mayDeclare(text))) seeds.push(path);
    }
    if (seeds.length === 0) return;
    const { findings } = await import("./link/findings.ts");
    yield* findings(repository, seeds);
  },
});
