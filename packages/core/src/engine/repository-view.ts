import type { Content, Snapshot } from "../change.ts";
import type { Language, SourceFile } from "../language.ts";
import type { PathMatcher } from "../globs.ts";
import type { FactStore } from "./fact-store.ts";
import type { Parsers } from "./parsers.ts";
import type { Extract, Repository } from "../repository.ts";

/** What a view needs beside the snapshot. */
export interface ViewOptions {
  readonly changed: ReadonlySet<string>;
  readonly ignores: PathMatcher;
  readonly parsers: Parsers;
  /** What the snapshot was before the change. */
  readonly before?: Snapshot | undefined;
  /** Where facts are remembered; opened when the first is asked for. */
  store(): Promise<FactStore | undefined>;
}

const fileOf = (content: Content | undefined): SourceFile | undefined =>
  content && "file" in content ? content.file : undefined;

/** A snapshot as rules see it: paths, text and trees, each tree parsed once. */
export async function repositoryView(snapshot: Snapshot, options: ViewOptions): Promise<Repository> {
  const { before } = options;
  const paths = await snapshot.paths();
  const known = new Set(paths);
  const kept: Kept = new Map();
  const read = async (path: string) => (known.has(path) ? fileOf(await snapshot.read(path)) : undefined);

  async function tree<Tree>(language: Language<Tree>, path: string): Promise<Tree | undefined> {
    const file = await read(path);
    return file && (await options.parsers(language))(file);
  }

  async function facts<Facts>(key: string, path: string, extract: Extract<Facts>): Promise<Facts | undefined> {
    const id = known.has(path) ? await snapshot.contentId(path) : undefined;
    const store = id === undefined ? undefined : await options.store();
    const stored = id === undefined ? undefined : store?.get(key, id);
    if (isFactsOf(stored, extract)) return stored;
    const file = await read(path);
    if (!file) return undefined;
    const found = await extract(file, async (language) => (await options.parsers(language))(file));
    if (id !== undefined) store?.set(key, id, found);
    return found;
  }

  return {
    paths,
    changed: options.changed,
    ignores: options.ignores,
    has: (path) => known.has(path),
    read,
    ...(before && { previous: async (path: string) => fileOf(await before.read(path)) }),
    tree: (language, path) => remembered(kept, language, path, () => tree(language, path)),
    facts: (key, path, extract) => remembered(kept, key, path, () => facts(key, path, extract)),
  };
}

/** A snapshot as rules over one file see it, made when the first asks for it. */
export function viewOnce(snapshot: Snapshot, before: Snapshot | undefined, parsers: Parsers): () => Promise<Repository> {
  const around = { changed: new Set<string>(), ignores: () => false, store: () => Promise.resolve(undefined), parsers, before };
  let view: Promise<Repository> | undefined;
  return () => (view ??= repositoryView(snapshot, around));
}

/** Trees by their language, facts by their key; of each, by the path. */
type Kept = Map<unknown, Map<string, Promise<unknown>>>;

function remembered<Value>(all: Kept, owner: unknown, key: string, make: () => Promise<Value>): Promise<Value> {
  const mine = all.get(owner) ?? new Map<string, Promise<unknown>>();
  all.set(owner, mine);
  const known = mine.get(key);
  if (isWhatMakes(known, make)) return known;
  const made = make();
  mine.set(key, made);
  return made;
}

/** The map's keys (a language or a key of facts, and a path) fix the value's type, which a Map cannot say. */
function isWhatMakes<Value>(known: Promise<unknown> | undefined, _make: () => Promise<Value>): known is Promise<Value> {
  return known !== undefined;
}

/** The store gives back what `extract` made of the same content under the same key. */
function isFactsOf<Facts>(stored: unknown, _extract: Extract<Facts>): stored is Facts {
  return stored !== undefined;
}
