import { globs, type Repository, type RepositoryReport } from "@failcheck/core";
import { isMarkdown, markdown } from "@failcheck/languages";
import { fileNames } from "../file-names.ts";
import { ignoredByGit } from "../gitignore.ts";
import { isForeign } from "../paths.ts";
import { danglingCode } from "./code-paths.ts";
import { danglingLinks } from "./links.ts";
import { lostNames } from "./lost-names.ts";
import { referenceReader, type ReferenceReader } from "./reference-reader.ts";
import { siteKinds } from "./sites.ts";
import { suspects } from "./suspects.ts";

/** What the rule's options say. */
export interface DanglingOptions {
  readonly except: readonly string[];
  readonly code: boolean;
}

/** Everything in the changed documents that leads nowhere. */
export async function* danglingReferences(
  repository: Repository,
  { except, code }: DanglingOptions,
): AsyncGenerator<RepositoryReport> {
  const documents = await documentsToRead(repository);
  if (documents.length === 0) return;
  const reader = await readerOf(repository, except);
  for (const path of documents) {
    const file = await repository.read(path);
    const places = file?.kind === "file" ? await suspects(file.text, path, reader, code) : [];
    if (places.length > 0) yield* dangling(path, places, repository, { reader, code });
  }
}

async function readerOf(repository: Repository, except: readonly string[]): Promise<ReferenceReader> {
  const [ignored, excepted] = [await ignoredByGit(repository), await globs(except)];
  return referenceReader(repository, {
    names: await fileNames(repository),
    siteOf: siteKinds(repository.paths),
    excepted: (path) => ignored(path) || excepted(path),
  });
}

interface Judging {
  readonly reader: ReferenceReader;
  readonly code: boolean;
}

/** What the sections round these places refer to. */
async function* dangling(
  path: string,
  places: readonly number[],
  repository: Repository,
  { reader, code }: Judging,
): AsyncGenerator<RepositoryReport> {
  const sections = (await repository.tree(markdown, path))?.sections() ?? [];
  const inOrder = [...places].sort((a, b) => a - b);
  let next = 0;
  for (const section of sections) {
    const first = next;
    while ((inOrder[next] ?? Infinity) < section.at[1]) next += 1;
    if (next === first) continue;
    const part = section.read();
    for (const report of await danglingLinks(part, path, reader)) yield { path, ...report };
    for (const report of code ? await danglingCode(part, path, reader) : []) yield { path, ...report };
  }
}

/** The documents that changed, and those that speak of what the change took away. */
async function documentsToRead(repository: Repository): Promise<readonly string[]> {
  const documents = repository.paths.filter((path) => isMarkdown(path) && !isForeign(path) && !repository.ignores(path));
  const others = documents.filter((path) => !repository.changed.has(path));
  const lost = others.length === 0 ? [] : [...(await lostNames(repository))];
  const words = lost.flatMap((name) => [name, encodeURI(name)]);
  const speaking = new Set<string>();
  for (const path of words.length === 0 ? [] : others) {
    const text = (await repository.read(path))?.text ?? "";
    if (words.some((word) => text.includes(word))) speaking.add(path);
  }
  return documents.filter((path) => repository.changed.has(path) || speaking.has(path));
}
