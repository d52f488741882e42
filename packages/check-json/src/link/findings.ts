import type { Repository, RepositoryReport } from "@failcheck/core";
import { isCode, isPacked, mayWrite } from "../candidates.ts";
import { importsWriter } from "../helpers.ts";
import type { FileFacts, Flat } from "../facts.ts";
import { hitsOf } from "./hits.ts";
import { openProgram, type Program } from "./program.ts";
import { reportOf } from "./report.ts";

/** What is wrong in these files, and in the files that use what they declare. */
export async function* findings(repository: Repository, seeds: readonly string[]): AsyncGenerator<RepositoryReport> {
  const program = openProgram(repository);
  const told = new Set<string>();
  const names: Names = { models: new Set(), helpers: new Set() };
  for (const path of seeds) {
    noteNames(names, await program.facts(path));
    yield* once(program, path, told);
  }
  for (const path of await users(program, names, new Set(seeds))) yield* once(program, path, told);
  const [reason] = program.unread;
  if (reason !== undefined) throw reason;
}

/** Names whose users are affected by a change to a file. */
interface Names {
  /** Classes, tables and column types: what matters are files that write. */
  readonly models: Set<string>;
  /** Functions that serialise: whoever calls them writes. */
  readonly helpers: Set<string>;
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

function noteNames(names: Names, facts: FileFacts | undefined): void {
  for (const [name, { columns, impl }] of Object.entries(facts?.classes ?? {})) {
    if (impl !== undefined || Object.keys(columns).length > 0) note(names.models, name);
  }
  for (const [name, { path, value }] of Object.entries(facts?.names ?? {})) {
    if (path?.includes("@") === true) note(names.models, name);
    if (makesStrings(value) && saysEnough(name)) note(names.helpers, name);
  }
  for (const { values } of Object.values(facts?.classes ?? {}))
    for (const name of Object.keys(values ?? {})) if (saysEnough(name)) note(names.helpers, name);
  for (const [name, { returns }] of Object.entries(facts?.functions ?? {})) if (makesStrings(returns)) note(names.helpers, name);
}

/** Whether a constant's name is one that other files do not use for something else: `EMPTY_JSON`, not `data`. */
const saysEnough = (name: string): boolean => /^[A-Z][A-Z\d_]{2,80}$/.test(name) || name.length > 9;

/** Whether a function returns a string of JSON, or an object with one in a field. */
function makesStrings(returns: Flat | undefined): boolean {
  const parts = [...Object.values(returns?.fields ?? {}), ...(returns?.elements ?? [])];
  return Boolean(returns?.sites) || parts.some(({ sites }) => sites);
}

/** The last name of a path, where it says enough to be looked for. */
function note(names: Set<string>, path: string): void {
  const name = /[\w$]+$/.exec(path)?.[0] ?? "";
  if (name.length > 2) names.add(name);
}

/** The other files that write to one of the models, or call one of the helpers. */
async function users({ repository, find }: Program, names: Names, known: ReadonlySet<string>): Promise<readonly string[]> {
  const found: string[] = [];
  if (names.models.size + names.helpers.size === 0) return found;
  for (const path of repository.paths) {
    if (known.has(path) || repository.ignores(path) || !isCode(path)) continue;
    const file = await repository.read(path);
    if (!file || isPacked(file)) continue;
    const mayGive = async () => mayWrite(file) || importsWriter(repository, find, path);
    if (mentions(file.text, names.helpers) || (mentions(file.text, names.models) && (await mayGive()))) found.push(path);
  }
  return found;
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const [word] of text.matchAll(/[\w$]+/g)) if (names.has(word)) return true;
  return false;
}
