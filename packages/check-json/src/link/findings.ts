import type { Repository, RepositoryReport } from "@failcheck/core";
import { python, typescript } from "@failcheck/languages";
import type { FileFacts } from "../facts.ts";
import { hitsOf } from "./hits.ts";
import { openProgram, type Program } from "./program.ts";
import { reportOf } from "./report.ts";

/** What is wrong in these files, and in the files that use what they declare. */
export async function* findings(repository: Repository, seeds: readonly string[]): AsyncGenerator<RepositoryReport> {
  const program = openProgram(repository);
  const told = new Set<string>();
  const names = new Set<string>();
  for (const path of seeds) {
    for (const name of declared(await program.facts(path))) names.add(name);
    yield* once(program, path, told);
  }
  for (const path of await users(repository, names, new Set(seeds))) yield* once(program, path, told);
}

async function* once(program: Program, path: string, told: Set<string>): AsyncGenerator<RepositoryReport> {
  for await (const hit of hitsOf(program, path)) {
    const report = reportOf(hit);
    const id = `${report.path} ${String(report.at[0])} ${String(report.at[1])}`;
    if (told.has(id)) continue;
    told.add(id);
    yield report;
  }
}

/** Names whose users are affected by a change to the file: models, types, helpers that serialise. */
function declared(facts: FileFacts | undefined): readonly string[] {
  if (!facts) return [];
  const models = Object.entries(facts.classes).filter(
    ([, { columns, impl }]) => impl !== undefined || Object.keys(columns).length > 0,
  );
  const helpers = Object.entries(facts.functions).filter(([, { returns }]) => returns?.sites);
  return [...models, ...helpers].flatMap(([name]) => /[\w$]+$/.exec(name)?.[0] ?? []).filter((name) => name.length > 2);
}

const isCode = (path: string): boolean => python.matches(path) || typescript.matches(path);

/** Files that name one of these and may serialise something. */
async function users(repository: Repository, names: ReadonlySet<string>, known: ReadonlySet<string>): Promise<readonly string[]> {
  if (names.size === 0) return [];
  const found: string[] = [];
  for (const path of repository.paths) {
    if (known.has(path) || repository.ignores(path) || !isCode(path)) continue;
    const text = (await repository.read(path))?.text ?? "";
    for (const [name] of text.matchAll(/[\w$]+/g)) {
      if (!names.has(name)) continue;
      found.push(path);
      break;
    }
  }
  return found;
}
