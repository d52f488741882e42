import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { allowanceFile, configFiles } from "@failcheck/core";

/** Remembers that a tree and a message were looked at and are clean; the hooks' shell code reads it. */
export function writeMarker(gitDirectory: string, marker: { tree: string; rules: string; message: string }): void {
  const end = marker.message === "" || marker.message.endsWith("\n") ? "" : "\n";
  remember(join(gitDirectory, "failcheck/ok"), `${marker.tree} ${marker.rules}\n${marker.message}${end}`);
}

/** Remembers contents that are clean under their paths, so that the picks of a rebase need no look. */
export function writeCleanList(gitDirectory: string, rules: string, contents: readonly string[]): void {
  remember(join(gitDirectory, "failcheck/clean"), `${[rules, ...contents].join("\n")}\n`);
}

/** Which contents a list of the same rules holds. */
export function cleanList(gitDirectory: string, rules: string): readonly string[] {
  try {
    const [first, ...contents] = readFileSync(join(gitDirectory, "failcheck/clean"), "utf8").trimEnd().split("\n");
    return first === rules ? contents : [];
  } catch {
    // No list, or one that cannot be read: then everything is looked at.
    return [];
  }
}

/** The files that decide about secrets, in the order in which their ids are remembered. */
export const policyFiles: readonly string[] = [...configFiles, allowanceFile];

/** Remembers that policy files, by their ids, were read and declare no secrets of their own; "" stands for one that is absent. */
export function rememberPolicy(gitDirectory: string, rules: string, ids: readonly string[]): void {
  remember(join(gitDirectory, "failcheck/policy"), `${ids.join(" ")} ${rules}\n`);
}

/** Whether that is remembered of policy files. */
export function knowsPolicy(gitDirectory: string, rules: string, ids: readonly string[]): boolean {
  try {
    return readFileSync(join(gitDirectory, "failcheck/policy"), "utf8") === `${ids.join(" ")} ${rules}\n`;
  } catch {
    // Not remembered: then they are read.
    return false;
  }
}

/** A content under its path as the shell code looks it up; undefined where git would write the path in quotes. */
export function cleanLine(id: string, path: string): string | undefined {
  return plainPath.test(path) ? `${id}\t${path}` : undefined;
}

/** A path that git shows as it is: `src/a file.ts`; not one with quotes, backslashes, control characters or other alphabets. */
const plainPath = /^[ !#-[\]-~]+$/;

/** The id that git gives a blob of these bytes, in the hash of another id. */
export function blobId(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Memory only makes the next look faster: where it cannot be written, that one does the work. */
function remember(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch {
    // A read-only or full disk: see above.
  }
}
