import type { Repository, SourceFile } from "@failcheck/core";
import { headStart, notebookSql, pythonSql, sql, typescriptSql } from "@failcheck/languages/sql";
import type { Dialect, ModelTable, SqlTree } from "@failcheck/languages/sql";
import type { Definer } from "../revenue/scopes/catalog.ts";
import { derivedNames, outlineKey, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";

/** A file whose SQL is to be judged, with what the rest of the repository says about the names in it. */
export interface JudgedFile {
  readonly path: string;
  readonly file: SourceFile;
  readonly tree: SqlTree;
  /** The files that define views and tables, the one that counts last. */
  readonly definers: readonly Definer[];
  /** Tables of which CREATE TABLE does not name every column. */
  readonly altered: ReadonlySet<string>;
  /** What classes and constants of the program stand for, here and elsewhere. */
  readonly models: ReadonlyMap<string, ModelTable>;
}

/** What is looked for: the tables by name, all other names follow from the repository. */
export interface Wanted {
  readonly tables: readonly string[];
  readonly dialect: Dialect;
  /** Loads what a judgement needs beside the parser. */
  readonly load: () => Promise<unknown>;
}

const languages = [sql, pythonSql, typescriptSql, notebookSql];

/** Whether a file of this name may hold SQL. */
export function holdsSql(path: string): boolean {
  return languages.some((language) => language.matches(path));
}

/** Words without which a file reads nothing from a view or through a model: the rest need no look at the repository. */
export const readingWords = ["select", "query(", ".objects"];

interface Named {
  readonly path: string;
  readonly file: SourceFile;
}

/**
 * The files to judge: those of the change that speak of a table, or of a view or model of one, and where the change defines a
 * view, table or model, all that speak of that. No parser is loaded where there are none.
 */
export async function judgedFiles(repository: Repository, wanted: Wanted): Promise<JudgedFile[]> {
  const { tables } = wanted;
  const holders = repository.paths.filter((path) => holdsSql(path) && !repository.ignores(path));
  const changed = await read(
    repository,
    holders.filter((path) => repository.changed.has(path)),
  );
  const first = changed.find(({ file }) => mentionOf(tables, [])(file.text));
  if (first !== undefined) startLoading(repository, first.path, wanted);
  const outlines = await outlinesOf(repository, holders);
  const { views, models } = derivedNames([...outlines.values()], tables);
  const speaks = mentionOf([...tables, ...views], [...models]);
  const seeds = changed.filter(({ file }) => speaks(file.text));
  const judged = [...seeds, ...(await affected(repository, holders, namesOf(seeds, outlines, new Set([...tables, ...views]))))];
  if (judged.length === 0) return [];
  const context = await contextOf(repository, outlines, new Set([...tables, ...views]), judged);
  const found: JudgedFile[] = [];
  for (const { path, file } of judged) {
    const tree = await treeOf(repository, path);
    if (tree === undefined) continue;
    const models = new Map([...(context.models.get(familyOf(path)) ?? []), ...tree.models]);
    found.push({ path, file, tree, ...context, models });
  }
  return found;
}

async function outlinesOf(repository: Repository, paths: readonly string[]): Promise<Map<string, Outline>> {
  const found = new Map<string, Outline>();
  for (const path of paths) {
    const outline = await repository.facts(outlineKey, path, outlineOf);
    if (outline !== undefined) found.set(path, outline);
  }
  return found;
}

/** All of this is needed soon, and loads while the repository is looked through. Whoever needs it asks again, and is told what fails. */
function startLoading(repository: Repository, path: string, { dialect, load }: Wanted): void {
  for (const started of [headStart(dialect), treeOf(repository, path), load()]) started.catch(() => undefined);
}

async function read(repository: Repository, paths: readonly string[]): Promise<Named[]> {
  const found: Named[] = [];
  for (const path of paths) {
    const file = await repository.read(path);
    if (file !== undefined && isText(file)) found.push({ path, file });
  }
  return found;
}

function isText(file: SourceFile): boolean {
  return file.kind === "file" && !file.text.includes("\0");
}

/** Whether a text speaks of one of these names; names of the program keep their case. */
function mentionOf(names: readonly string[], exact: readonly string[]): (text: string) => boolean {
  return (text) => {
    const lower = text.toLowerCase();
    return names.some((name) => lower.includes(name)) || exact.some((name) => text.includes(name));
  };
}

/** What changed files define that others may read revenue through. */
function namesOf(seeds: readonly Named[], outlines: ReadonlyMap<string, Outline>, relevant: ReadonlySet<string>): string[] {
  const definitions = seeds.flatMap(({ path }) => outlines.get(path)?.definitions ?? []);
  return definitions.flatMap(({ kind, name }) => (kind === "model" || relevant.has(name) ? [name.toLowerCase()] : []));
}

/** Unchanged files that speak of these names. */
async function affected(repository: Repository, holders: readonly string[], names: readonly string[]): Promise<Named[]> {
  if (names.length === 0) return [];
  const others = holders.filter((path) => !repository.changed.has(path));
  const speaks = mentionOf(names, []);
  return (await read(repository, others)).filter(({ file }) => speaks(file.text));
}

/** What definitions tell to all files; of models, those of Python and those of scripts by themselves. */
interface Shared extends Pick<JudgedFile, "definers" | "altered"> {
  readonly models: ReadonlyMap<string, ReadonlyMap<string, ModelTable>>;
}

/** Programs of one kind can import each other's models. */
function familyOf(path: string): string {
  return pythonSql.matches(path) || notebookSql.matches(path) ? "python" : "script";
}

/** What the definitions say, of the names that the judged files speak of. */
async function contextOf(
  repository: Repository,
  outlines: ReadonlyMap<string, Outline>,
  relevant: ReadonlySet<string>,
  judged: readonly Named[],
): Promise<Shared> {
  const texts = judged.map(({ file }) => file.text.toLowerCase());
  const spoken = (name: string): boolean => relevant.has(name) || texts.some((text) => text.includes(name.toLowerCase()));
  const definers: Definer[] = [];
  const models = new Map<string, Map<string, ModelTable>>();
  for (const [path, { definitions }] of outlines) {
    if (!definitions.some(({ name }) => spoken(name))) continue;
    const tree = await treeOf(repository, path);
    if (tree === undefined) continue;
    definers.push({ tree, model: definitions.find(({ kind }) => kind === "dbt")?.name });
    const family = models.get(familyOf(path)) ?? new Map<string, ModelTable>();
    models.set(familyOf(path), family);
    for (const [name, model] of tree.models) family.set(name, model);
  }
  return { definers, models, altered: new Set([...outlines.values()].flatMap(({ altered }) => altered)) };
}

async function treeOf(repository: Repository, path: string): Promise<SqlTree | undefined> {
  const language = languages.find((one) => one.matches(path));
  return language === undefined ? undefined : repository.tree(language, path);
}
