import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { applyEdits, CannotCheck, planFixes, sourceFile, type Finding, type Git, type Move } from "@failcheck/core";

/** How the findings of a run are to be repaired. */
export interface FixOptions {
  readonly root: string;
  readonly git: Git;
  /** Also make edits that may change meaning. */
  readonly unsafe: boolean;
  /** Show the edits and write nothing. */
  readonly show: boolean;
}

/** What was repaired, or what would be. */
export interface Fixed {
  readonly repaired: number;
  /** A unified diff, where it was only to be shown. */
  readonly diff: string;
}

/** Makes the fixes of these findings in the working tree. A file that could not be written back as it was is left alone. */
export async function makeFixes(findings: readonly Finding[], { root, git, unsafe, show }: FixOptions): Promise<Fixed> {
  const { edits, moves, repaired } = planFixes(findings, unsafe);
  const diffs: string[] = [];
  for (const [path, fileEdits] of edits) {
    const file = insideRoot(root, path);
    const bytes = readFileSync(file);
    const text = sourceFile(path, bytes).text;
    const mark = startsWithMark(bytes) ? "\ufeff" : "";
    if (!Buffer.from(mark + text).equals(bytes)) continue;
    const repairedText = applyEdits(text, fileEdits);
    if (show) diffs.push(await unifiedDiff(path, text, repairedText));
    else writeFileSync(file, mark + repairedText);
  }
  for (const move of moves) {
    if (show) diffs.push(`rename from ${move.from}\nrename to ${move.to}\n`);
    else await makeMove(move, root, git);
  }
  return { repaired, diff: diffs.join("") };
}

/** Git moves what it tracks, so that one `git restore` undoes the whole; what it does not track is only renamed. */
async function makeMove({ from, to }: Move, root: string, git: Git): Promise<void> {
  const source = join(insideRoot(root, dirname(from)), basename(from));
  const target = resolve(root, to);
  if (relative(root, target).startsWith("..")) throw new CannotCheck(`${to} lies outside of the repository: nothing was moved.`);
  if (existsSync(target)) throw new CannotCheck(`${to} exists already: ${from} was not moved.`);
  mkdirSync(dirname(target), { recursive: true });
  insideRoot(root, dirname(to));
  const { code } = await git.ask(["mv", "--", source, target]);
  if (code !== 0) renameSync(source, target);
}

const startsWithMark = (bytes: Buffer) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** A fix never writes through a link that leaves the repository. */
function insideRoot(root: string, path: string): string {
  const file = realpathSync(join(root, path));
  const way = relative(realpathSync(root), file);
  if (way.startsWith("..") || isAbsolute(way))
    throw new CannotCheck(`${path} lies outside of the repository: it was not repaired.`);
  return file;
}

async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
}
