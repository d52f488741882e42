import { repositoryRule, type Repository } from "@failcheck/core";
import { isCode, mayDeclare, mayWrite } from "./candidates.ts";
import { importsWriter } from "./helpers.ts";

const none = (): undefined => undefined;

/** Finds strings of JSON that are given to columns which serialise by themselves, across files. */
export const doubleEncode = repositoryRule({
  id: "json/double-encode",
  title: "A JSON column is given the object, not a string that already holds JSON.",
  incidents: ["Z-json"],
  concerns: isCode,
  // a column, a serialiser and a literal are called JSON; a helper that makes strings of it is imported
  mentions: () => ["json", "import", "require("],
  async *check(repository: Repository) {
    const code = repository.paths.filter((path) => isCode(path) && !repository.ignores(path));
    const changed = code.filter((path) => repository.changed.has(path));
    // where all is looked at, a model is read when something writes to it, and a helper leads to whoever calls it
    const isPart = changed.length < code.length;
    const find = isPart
      ? (await import("./link/modules.ts")).moduleFinder(repository.paths, (path) => repository.has(path))
      : none;
    const seeds: string[] = [];
    for (const path of changed) {
      const file = await repository.read(path);
      const declares = isPart && file !== undefined && mayDeclare(file.text);
      if (mayWrite(file) || declares || (isPart && (await importsWriter(repository, find, path)))) seeds.push(path);
    }
    if (seeds.length === 0) return;
    const { findings } = await import("./link/findings.ts");
    yield* findings(repository, seeds);
  },
});
