import { pathOf } from "./path-bytes.ts";

/** One line of git's `--raw -z` output: a path on both sides, with mode and object id of each. */
export interface RawEntry {
  readonly path: string;
  readonly status: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** What a tree holds under a path. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
}

/** The mode of a submodule: its id is a commit of another repository. */
export const submoduleMode = "160000";
/** The mode of a symbolic link: its content is the target. */
export const symlinkMode = "120000";

const absentMode = "000000";

/** Reads `:<mode> <mode> <id> <id> <status>\0<path>\0…`, the form that quotes nothing. */
export function* rawEntries(output: Buffer): Generator<RawEntry> {
  const fields = nulSeparated(output);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    yield rawEntry(fields[at] ?? output, fields[at + 1] ?? output);
  }
}

/** One entry of its two fields, the description and the path. */
export function rawEntry(description: Buffer, path: Buffer): RawEntry {
  const [oldMode = "", newMode = "", oldId = "", newId = "", status = ""] = description.toString("latin1", 1).split(" ");
  return { path: pathOf(path), status, before: treeEntry(oldMode, oldId), after: treeEntry(newMode, newId) };
}

/** The fields of a NUL-separated output; the NUL after the last is optional. */
export function nulSeparated(output: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    fields.push(output.subarray(start, end < 0 ? output.length : end));
    start = end < 0 ? output.length : end + 1;
  }
  return fields;
}

function treeEntry(mode: string, id: string): TreeEntry | undefined {
  return mode === absentMode ? undefined : { mode, id };
}
