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
  const file = join(import.meta.dirname, "hook.cjs");
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

/**
 * Moves a hook aside that is not ours, to be run by the stub that takes its place. A hook runner that was run again has put its
 * hook over the stub: that hook then takes the place of the one that was kept before. Says what it did.
 */
export function keepChained(file: string): readonly string[] {
  removeDisplaced(file);
  if (isStub(file) !== false) return [];
  const chained = file + chainedSuffix;
  const lines = [`  the hook that stood there is ${chained} now, and goes on running`];
  if (existsSync(chained) && !isSame(file, chained)) {
    renameSync(chained, file + replacedSuffix);
    lines.push(`  the one kept before is ${file}${replacedSuffix}, and runs no longer: remove it if it is old`);
  }
  renameSync(file, chained);
  return lines;
}

/** Takes a stub away and puts back what stood there; says whether there was one. */
export function removeStub(file: string): boolean {
  const displaced = removeDisplaced(file);
  const chained = file + chainedSuffix;
  const ours = isStub(file);
  if (ours === true) rmSync(file);
  if (ours !== false && existsSync(chained)) renameSync(chained, file);
  // A hook runner has put the same hook back by itself.
  if (ours === false && existsSync(chained) && isSame(file, chained)) rmSync(chained);
  return ours === true || displaced;
}

/** A hook that was kept for running, and that its runner has replaced. */
const replacedSuffix = ".failcheck-replaced";

/** lefthook and pre-commit move what stands in their way to these names; pre-commit goes on running it, and would run in circles. */
function removeDisplaced(file: string): boolean {
  const displaced = [`${file}.old`, `${file}.legacy`].filter((name) => isStub(name) === true);
  for (const name of displaced) rmSync(name);
  return displaced.length > 0;
}

function isSame(one: string, two: string): boolean {
  return readFileSync(one).equals(readFileSync(two));
}
