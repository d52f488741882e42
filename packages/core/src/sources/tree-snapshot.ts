import { isAscii } from "node:buffer";
import type { Snapshot } from "../change.ts";
import type { Git } from "../git.ts";
import { pathOf } from "../path-bytes.ts";
import { submoduleMode } from "../raw-diff.ts";
import type { RawEntry, TreeEntry } from "../raw-diff.ts";
import { blobContent } from "./blobs.ts";

/** A tree's files: one is found by walking down to it, all of them by one git process when first asked for. */
interface Tree {
  find(path: string): Promise<TreeEntry | undefined>;
  list(): Promise<ReadonlyMap<string, TreeEntry>>;
}

/** The tree of a revision; without one, a tree without files. */
export function treeSnapshot(git: Git, revision: string | undefined): Snapshot {
  return snapshotOf(git, revision === undefined ? emptyTree : committedTree(git, revision));
}

/** The tree of a revision with the entries of a comparison laid over it: the index, without listing the index. */
export function changedSnapshot(git: Git, revision: string | undefined, entries: readonly RawEntry[]): Snapshot {
  const base = revision === undefined ? emptyTree : committedTree(git, revision);
  const changed = new Map(entries.map((entry) => [entry.path, entry.after]));
  return snapshotOf(git, {
    find: async (path) => (changed.has(path) ? changed.get(path) : base.find(path)),
    list: async () => {
      const all = new Map(await base.list());
      for (const [path, entry] of changed) {
        if (entry) all.set(path, entry);
        else all.delete(path);
      }
      return all;
    },
  });
}

const emptyTree: Tree = { find: () => Promise.resolve(undefined), list: () => Promise.resolve(new Map()) };

function snapshotOf(git: Git, tree: Tree): Snapshot {
  let listed: Promise<ReadonlyMap<string, TreeEntry>> | undefined;
  const file = async (path: string): Promise<TreeEntry | undefined> => {
    const entry = listed ? (await listed).get(path) : await tree.find(path);
    return entry && entry.mode !== submoduleMode ? entry : undefined;
  };
  return {
    paths: async () => {
      const entries = await (listed ??= tree.list());
      return [...entries].flatMap(([path, { mode }]) => (mode === submoduleMode ? [] : [path])).sort();
    },
    read: async (path) => {
      const entry = await file(path);
      return entry && blobContent(git, path, entry);
    },
    contentId: async (path) => (await file(path))?.id,
  };
}

function committedTree(git: Git, revision: string): Tree {
  const read = new Map<string, Promise<Entries>>();
  const entriesOf = (name: string): Promise<Entries> => {
    const known = read.get(name) ?? treeEntries(git, name);
    read.set(name, known);
    return known;
  };
  return {
    find: async (path) => {
      const [first = "", ...rest] = path.split("/");
      let entry = (await entriesOf(`${revision}^{tree}`)).get(first);
      for (const name of rest) {
        if (entry?.mode !== treeMode) return undefined;
        entry = (await entriesOf(entry.id)).get(name);
      }
      return entry?.mode === treeMode ? undefined : entry;
    },
    list: async () => {
      const output = await git.run(["ls-tree", "-r", "-z", "--full-tree", revision]);
      return listedEntries(output);
    },
  };
}

type Entries = ReadonlyMap<string, TreeEntry>;

const treeMode = "40000";

/** Reads a tree object: `<mode> <name>\0<id in binary>`, again and again. */
async function treeEntries(git: Git, name: string): Promise<Entries> {
  const { id: ownId, bytes = Buffer.alloc(0) } = await git.read(name, Number.POSITIVE_INFINITY);
  const idLength = ownId.length / 2;
  const entries = new Map<string, TreeEntry>();
  for (let start = 0; start < bytes.length;) {
    const space = bytes.indexOf(" ", start);
    const end = bytes.indexOf(0, space);
    const id = bytes.toString("hex", end + 1, end + 1 + idLength);
    entries.set(pathOf(bytes.subarray(space + 1, end)), { mode: bytes.toString("latin1", start, space), id });
    start = end + 1 + idLength;
  }
  return entries;
}

/**
 * The lines of `git ls-tree -z`: `<mode> <type> <id>\t<path>`. They are cut from one text, a character a byte:
 * a buffer for each of thousands of lines would cost more than git took to list them.
 */
function listedEntries(output: Buffer): Entries {
  const text = output.toString("latin1");
  const plain = isAscii(output);
  const entries = new Map<string, TreeEntry>();
  for (let start = 0; start < text.length;) {
    const tab = text.indexOf("\t", start);
    const end = text.indexOf("\0", tab);
    const modeEnd = text.indexOf(" ", start);
    const idStart = text.indexOf(" ", modeEnd + 1) + 1;
    const path = plain ? text.slice(tab + 1, end) : pathOf(output.subarray(tab + 1, end));
    entries.set(path, { mode: text.slice(start, modeEnd), id: text.slice(idStart, tab) });
    start = end + 1;
  }
  return entries;
}
