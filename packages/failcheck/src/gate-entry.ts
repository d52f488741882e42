/**
 * What an installed hook starts, bundled into one file: most commits are plainly clean, and for those the scanner is all that
 * loads. Everything else goes to the whole command.
 */
import { readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parsedHook } from "./gate/parsed-hook.ts";
import { plainlyClean } from "./gate/quick-look.ts";
import { selfTest } from "./gate/self-test.ts";

/** What the stub has asked git may be this long; beyond it, the whole check reads one content after the other. */
const mostBytes = 16 * 1024 * 1024;

/** Whether the hook has its answer; a look that fails has none, and the whole check says why. */
function answered(): boolean {
  const { name, nonce, args, ...commit } = parsedHook(process.argv.slice(3));
  const [messageFile] = args;
  if (name !== "prepare-commit-msg" || messageFile === undefined || messageFile === selfTest) return false;
  try {
    const answers = standardInput();
    if (answers === undefined || !plainlyClean(answers, { ...commit, messageFile })) return false;
    writeSync(1, `failcheck-ok ${nonce}\n`);
    return true;
  } catch {
    // Whatever it was, the whole check meets it again.
    return false;
  }
}

/** Everything on the standard input; undefined where that is too much. */
function standardInput(): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= mostBytes;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const read = readSync(0, chunk);
    if (read === 0) return Buffer.concat(chunks, length);
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return undefined;
}

/** Answers the hook, by itself or by the whole command. */
export async function start(): Promise<void> {
  if (!answered()) await import(pathToFileURL(join(import.meta.dirname, "cli.js")).href);
  // Nothing is left to be done, and taking the process down in good order takes milliseconds.
  else process.exit(0);
}
