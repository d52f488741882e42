import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotCheck } from "@failcheck/core";
import { version } from "../tool.ts";
import { stubMark } from "./stub-shell.ts";

/** The end of the name under which a hook is kept that stood in the way of a stub. */
export const chainedSuffix = ".failcheck-chained";

/** What the hooks start, beside this file: it hands over to the whole command where it must. */
export function commandFile(): string {
  const file = join(import.meta.dirname, "gate.cjs");
  if (!existsSync(file))
    throw new CannotCheck("failcheck is not built: hooks would have nothing to call. Run npm run build first.");
  return file;
}

/** Names the rules of a built command: its version and its content. */
export function rulesOf(command: string): string {
  const hash = createHash("sha256");
  const folder = dirname(command);
  for (const name of readdirSync(folder)
    .filter((file) => /\.c?js$/.test(file))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  return `${version}-${hash.digest("hex").slice(0, 16)}`;
}

/** Whether a file is one of ours; undefined where there is none. */
export function isStub(file: string): boolean | undefined {
  return existsSync(file) ? readFileSync(file, "latin1").includes(stubMark) : undefined;
}

/** Writes a stub in one step, so that git never runs half of one. */
export function writeStub(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text, { mode: 0o755 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new CannotCheck(`${file} could not be written (${error instanceof Error ? error.message : "unknown"}).`);
  }
}

/** Moves a hook aside that is not ours; it is run by the stub that takes its place. */
export function keepChained(file: string): boolean {
  if (isStub(file) !== false) return false;
  if (existsSync(file + chainedSuffix)) {
    throw new CannotCheck(
      `${file} and ${file}${chainedSuffix} are both there, and neither is failcheck's. Remove the one that is old.`,
    );
  }
  renameSync(file, file + chainedSuffix);
  return true;
}

/** Takes a stub away and puts back what stood there; says whether there was one. */
export function removeStub(file: string): boolean {
  if (isStub(file) !== true) return false;
  rmSync(file);
  if (existsSync(file + chainedSuffix)) renameSync(file + chainedSuffix, file);
  return true;
}
