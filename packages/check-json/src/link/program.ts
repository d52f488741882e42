import type { Repository } from "@failcheck/core";
import { python, typescript } from "@failcheck/languages";
import { isPacked } from "../candidates.ts";
import type { FileFacts } from "../facts.ts";
import { moduleFinder, type FindModule } from "./modules.ts";

/** The repository's files as facts, each read when something leads to it. */
export interface Program {
  facts(path: string): Promise<FileFacts | undefined>;
  readonly find: FindModule;
  /** Why files could not be read, once all else is looked at. */
  readonly unread: Error[];
  /** For what is looked up by another way than a name: statements that create tables, settings. */
  readonly repository: Repository;
}

/** Names the facts and their version, so that older ones are not taken for these. */
const key = "json-columns@14";

/** Opens the repository for linking. */
export function openProgram(repository: Repository): Program {
  const read = new Map<string, Promise<FileFacts | undefined>>();
  const unread: Error[] = [];
  return {
    unread,
    repository,
    find: moduleFinder(repository.paths, (path) => repository.has(path)),
    facts(path) {
      const known = read.get(path);
      if (known) return known;
      // what a missing object declares is not known, and the rest is still looked at
      const facts = factsOf(repository, path).catch((reason: unknown) => {
        unread.push(reason instanceof Error ? reason : new Error(String(reason)));
        return undefined;
      });
      read.set(path, facts);
      return facts;
    },
  };
}

async function factsOf(repository: Repository, path: string): Promise<FileFacts | undefined> {
  if (python.matches(path)) {
    return repository.facts(key, path, async (_, parse) => {
      const { pythonFacts } = await import("../python/extract.ts");
      return pythonFacts(await parse(python));
    });
  }
  if (!typescript.matches(path)) return undefined;
  return repository.facts(key, path, async (file, parse) => {
    if (isPacked(file)) return nothing;
    const { typescriptFacts } = await import("../typescript/extract.ts");
    return typescriptFacts(await parse(typescript));
  });
}

const nothing: FileFacts = {
  imports: [],
  names: {},
  classes: {},
  functions: {},
  writes: [],
  calls: [],
  settings: [],
  guards: [],
};
