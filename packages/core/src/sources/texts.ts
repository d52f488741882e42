import type { Change, ChangedFile, Content, Snapshot } from "../change.ts";
import { maxTextBytes } from "../change.ts";
import { sourceFile } from "../source-file.ts";
import { largeContent } from "./pieces.ts";
import { streamOf } from "./stream.ts";

/** Files in memory, by path. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

/** The two sides of a change that exists only in memory; without `before` all of `after` is looked at. */
export interface TextsSides {
  readonly before?: Texts;
  readonly after: Texts;
}

/** A change made of texts in memory: what stdin and the rules' pages are checked as. */
export function texts(sides: TextsSides): Change {
  const before = sides.before && contentsOf(sides.before);
  const after = contentsOf(sides.after);
  return {
    files: streamOf(filesOf(before ?? new Map(), after)),
    carried: streamOf([]),
    after: snapshotOf(after),
    before: before && snapshotOf(before),
    gates: before ? "new" : "all",
    commits: 0,
    skipped: [],
    close: () => Promise.resolve(),
  };
}

type Contents = ReadonlyMap<string, Content>;

function contentsOf(files: Texts): Contents {
  return new Map(Object.entries(files).map(([path, content]) => [path, contentOf(path, content)]));
}

function contentOf(path: string, content: string | Uint8Array): Content {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  if (bytes.length <= maxTextBytes) return { file: sourceFile(path, bytes) };
  return largeContent(path, bytes.length, () => Promise.resolve((start, end) => bytes.subarray(start, end)));
}

function* filesOf(before: Contents, after: Contents): Generator<ChangedFile> {
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old && now && isSame(old, now)) continue;
    yield { path, commit: null, before: () => Promise.resolve(old), after: () => Promise.resolve(now) };
  }
}

function isSame(old: Content, now: Content): boolean {
  return "file" in old && "file" in now && Buffer.compare(old.file.bytes, now.file.bytes) === 0;
}

function snapshotOf(contents: Contents): Snapshot {
  const paths = [...contents.keys()].sort();
  return {
    paths: () => Promise.resolve(paths),
    read: (path) => Promise.resolve(contents.get(path)),
    contentId: () => Promise.resolve(undefined),
  };
}
