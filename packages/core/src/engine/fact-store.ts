import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Remembers facts by the content they were drawn from, from run to run. */
export interface FactStore {
  get(key: string, contentId: string): unknown;
  set(key: string, contentId: string, facts: unknown): void;
  /** Writes what is new. */
  save(): void;
}

/** Facts of one key: those known by content id, and whether any is new. */
interface Shelf {
  readonly facts: Map<string, unknown>;
  dirty: boolean;
}

/** Above this many facts of one key the store starts afresh, so that it cannot grow for ever. */
const mostFacts = 100_000;

/**
 * A store in a directory, a file a key. It is a cache and nothing else: what cannot be read is drawn again, what cannot be
 * written is drawn again next time.
 */
export function diskFactStore(directory: string): FactStore {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (key: string): Shelf => {
    const known = shelves.get(key);
    if (known) return known;
    const shelf = { facts: readShelf(fileOf(directory, key)), dirty: false };
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    get: (key, id) => shelfOf(key).facts.get(id),
    set(key, id, facts) {
      const shelf = shelfOf(key);
      if (shelf.facts.size >= mostFacts) shelf.facts.clear();
      shelf.facts.set(id, facts);
      shelf.dirty = true;
    },
    save() {
      for (const [key, shelf] of shelves) if (shelf.dirty) writeShelf(directory, key, shelf.facts);
    },
  };
}

const fileOf = (directory: string, key: string) => join(directory, `${key.replace(/[^\w.-]/g, "_")}.json`);

function readShelf(file: string): Map<string, unknown> {
  try {
    const data: unknown = JSON.parse(readFileSync(file, "utf8"));
    return new Map(typeof data === "object" && data !== null ? Object.entries(data) : []);
  } catch {
    // Absent, torn or of another version: all of these mean an empty cache.
    return new Map();
  }
}

function writeShelf(directory: string, key: string, facts: ReadonlyMap<string, unknown>): void {
  const file = fileOf(directory, key);
  try {
    mkdirSync(directory, { recursive: true });
    // Written beside and moved, so that a run at the same time reads the old file or the new one, never half of it.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(Object.fromEntries(facts)));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only or full disk costs time in the next run and nothing else.
  }
}
