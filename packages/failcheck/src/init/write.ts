import { chmodSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { CannotCheck } from "@failcheck/core";
import type { Step } from "./plan.ts";

/** Refuses what would be written through a link or in place of something that is no file, before anything is written. */
export function demandPlain(root: string, { path }: Step): void {
  const entry = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (entry && !entry.isFile()) throw new CannotCheck(`${path} is no plain file, so nothing was written.`);
  let folder = dirname(join(root, path));
  while (lstatSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  const way = relative(realpathSync(root), realpathSync(folder));
  if (way.startsWith("..") || isAbsolute(way))
    throw new CannotCheck(`${path} lies outside of the repository, so nothing was written.`);
}

/** Writes one file. */
export function writeStep(root: string, { path, text, executable }: Step): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (executable) chmodSync(file, 0o755);
}

/** What a step would change, as a unified diff. */
export async function diffOf({ path, before, text }: Step): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  const from = before === undefined ? "/dev/null" : `a/${path}`;
  return createTwoFilesPatch(from, `b/${path}`, before ?? "", text, undefined, undefined, { context: 3 });
}
