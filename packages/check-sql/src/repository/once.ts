import type { Repository } from "@failcheck/core";

const known = new WeakMap<Repository, Map<string, Promise<unknown>>>();

/** What several rules ask of one side of a repository with the same options is worked out once. */
export function once<Options, Value>(
  repository: Repository,
  what: string,
  options: Options,
  work: () => Promise<Value>,
): Promise<Value> {
  const here = known.get(repository) ?? new Map<string, Promise<unknown>>();
  known.set(repository, here);
  const key = `${what} ${JSON.stringify(options)}`;
  const before = here.get(key);
  if (isWhatWorkGives(before, work)) return before;
  const found = work();
  here.set(key, found);
  return found;
}

/** The key fixes the value's type, which a Map cannot say. */
function isWhatWorkGives<Value>(before: Promise<unknown> | undefined, _work: () => Promise<Value>): before is Promise<Value> {
  return before !== undefined;
}
