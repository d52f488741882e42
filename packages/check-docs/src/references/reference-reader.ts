import type { PathMatcher, Range, Repository } from "@failcheck/core";
import { isMarkdown, markdown } from "@failcheck/languages";
import type { FileNames } from "../file-names.ts";
import { anchorsOf, type Anchors } from "./anchors.ts";
import { plainSlugs } from "./plain-slugs.ts";
import type { SiteKind } from "./sites.ts";

/** What the judges of references ask; each answer is made once. */
export interface ReferenceReader {
  readonly names: FileNames;
  readonly siteOf: (path: string) => SiteKind;
  /** What a build makes, and what the configuration leaves out. */
  readonly excepted: PathMatcher;
  /** The paths that end in this one: `core/src/a.ts` for `packages/core/src/a.ts`. */
  readonly endingIn: (path: string) => readonly string[];
  /** The anchors of a document; undefined where it is no Markdown. */
  readonly anchors: (path: string) => Promise<Anchors | undefined>;
  /** Some of the anchors of a document, found without parsing it. */
  readonly plainAnchors: (path: string) => Promise<ReadonlySet<string>>;
  /** How many lines a file has; undefined where it is no text. */
  readonly lineCount: (path: string) => Promise<number | undefined>;
  /** The path whose name differs in case only. */
  readonly inOtherCase: (path: string) => string | undefined;
}

/** A reference that leads nowhere. */
export interface Dangling {
  readonly at: Range;
  readonly message: string;
  readonly help: string;
}

/** Makes a reader for one revision. */
export function referenceReader(
  repository: Repository,
  known: Pick<ReferenceReader, "names" | "siteOf" | "excepted">,
): ReferenceReader {
  const anchors = new Map<string, Promise<Anchors | undefined>>();
  const plain = new Map<string, Promise<ReadonlySet<string>>>();
  const counts = new Map<string, Promise<number | undefined>>();
  const byName = once(() => index(repository.paths, lastPart));
  const lower = once(() => new Map(repository.paths.map((path) => [path.toLowerCase(), path])));
  return {
    ...known,
    endingIn: (path) => (byName().get(lastPart(path)) ?? []).filter((other) => other === path || other.endsWith(`/${path}`)),
    anchors: (path) => remembered(anchors, path, () => readAnchors(repository, path, known.siteOf(path) !== "files")),
    plainAnchors: (path) => remembered(plain, path, () => readPlainAnchors(repository, path)),
    lineCount: (path) => remembered(counts, path, () => readLineCount(repository, path)),
    inOtherCase: (path) => lower().get(path.toLowerCase()),
  };
}

async function readAnchors(repository: Repository, path: string, lenient: boolean): Promise<Anchors | undefined> {
  if (!isMarkdown(path)) return undefined;
  const file = await repository.read(path);
  const tree = file?.kind === "file" ? await repository.tree(markdown, path) : undefined;
  return file && tree && anchorsOf(tree, file.text, lenient);
}

async function readPlainAnchors(repository: Repository, path: string): Promise<ReadonlySet<string>> {
  const file = isMarkdown(path) ? await repository.read(path) : undefined;
  return plainSlugs(file?.kind === "file" ? file.text : "");
}

async function readLineCount(repository: Repository, path: string): Promise<number | undefined> {
  const file = await repository.read(path);
  if (file?.kind !== "file") return undefined;
  const { text } = file;
  let lines = text === "" || text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function index(paths: readonly string[], keyOf: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const list = found.get(keyOf(path));
    if (list) list.push(path);
    else found.set(keyOf(path), [path]);
  }
  return found;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function remembered<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
