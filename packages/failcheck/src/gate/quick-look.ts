import { readFileSync } from "node:fs";
import { sourceFile, type SourceFile } from "@failcheck/core";
import { scan } from "@failcheck/check-secrets/scan";
import { knowsPolicy, policyFiles, writeMarker } from "./marker.ts";
import { listedAll } from "./parsed-hook.ts";
import { situationOf } from "./situation.ts";

/** What the stub of prepare-commit-msg has found out by itself. */
export interface Commit {
  readonly gitDirectory: string;
  /** The tree that the index makes; empty where it makes none. */
  readonly tree: string;
  readonly rules: string;
  readonly messageFile: string;
}

/**
 * Whether a commit is plainly clean: nothing that it brings looks like a secret at all, so that no allowance and no setting can
 * matter. Then a marker is written. Whatever is not plain is the business of the whole check.
 *
 * `answers` is what `git cat-file --batch` said about HEAD's policy files, then about each new content (its header ends
 * with git's status and path), then about the line that ends the list.
 */
export function plainlyClean(answers: Buffer, commit: Commit): boolean {
  const { gitDirectory, tree, rules, messageFile } = commit;
  const contents = contentsIn(answers, (ids) => knowsPolicy(gitDirectory, rules, ids));
  if (contents === undefined || situationOf(gitDirectory) === "rebase") return false;
  const message = readFileSync(messageFile);
  const files = [...contents, sourceFile("commit message", message, "message")];
  if (files.some((file) => scan(file).hits.length > 0)) return false;
  if (tree !== "") writeMarker(gitDirectory, { tree, rules, message: message.toString("utf8") });
  return true;
}

/** The new contents; undefined where one is not there, or touches what decides about secrets. */
function contentsIn(answers: Buffer, isPlainPolicy: (ids: readonly string[]) => boolean): readonly SourceFile[] | undefined {
  const files: SourceFile[] = [];
  let at = 0;
  const line = (): string => {
    const end = answers.indexOf("\n", at);
    const text = answers.toString("utf8", at, end < 0 ? answers.length : end);
    at = end < 0 ? answers.length : end + 1;
    return text;
  };
  const body = (size: number): Buffer => {
    const bytes = answers.subarray(at, at + size);
    at += size + 1;
    return bytes;
  };
  const ids: string[] = [];
  for (const name of policyFiles) {
    const header = line();
    const known = header === `HEAD:${name} missing` ? { id: "", size: -1 } : headerOf(header);
    if (!known) return undefined;
    ids.push(known.id);
    if (known.size >= 0) body(known.size);
  }
  if (ids.some((id) => id !== "") && !isPlainPolicy(ids)) return undefined;
  while (at < answers.length) {
    const header = line();
    if (header === `${listedAll} missing`) return files;
    const { size, path } = headerOf(header) ?? { size: -1, path: "" };
    if (size < 0 || path.startsWith('"') || policyFiles.includes(path)) return undefined;
    files.push(sourceFile(path, body(size)));
  }
  return undefined;
}

/** `<id> blob <size> <status>\t<path>`; undefined where git has no such object, or none that is a file's. */
function headerOf(header: string): { readonly id: string; readonly size: number; readonly path: string } | undefined {
  const [id = "", type, size = ""] = header.split(" ", 3);
  if (type !== "blob") return undefined;
  return { id, size: Number(size), path: header.slice(header.indexOf("\t") + 1) };
}
