import { CannotCheck } from "../cannot-check.ts";

/**
 * A sentence for the reader: configuration and git say themselves what is wrong, and so does an installation that lacks a
 * part; anything else is our bug. Of that only the error's name and the place in our code are shown, since its message may
 * quote the file, and a file may hold a secret.
 */
export function failureOf(rule: string, path: string, error: unknown): string {
  if (error instanceof CannotCheck) return error.message;
  const missing = missingModule(error);
  if (missing !== undefined)
    return `${rule} failed on ${path}: ${missing} cannot be found. Install failcheck again with all it depends on; the other rules still ran`;
  const name = error instanceof Error ? error.name : typeof error;
  const place = placeOf(error);
  return `${rule} failed on ${path} (${name}${place === undefined ? "" : ` at ${place}`}): this is a bug in failcheck, please report it; the other rules still ran`;
}

/** Matches `Cannot find package 'typescript' imported from …`, not `Cannot find name 'x'`. */
const notFound = /^Cannot find (?:package|module) '([^'\n]{1,200})'/;

/** The module that Node could not find: its name stands in our own import, never in a file that is checked. */
function missingModule(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const isMissing = error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND";
  return isMissing ? notFound.exec(error.message)?.[1] : undefined;
}

/** Matches the file, line and column that end `at parse (file:///opt/failcheck/dist/parser.js:12:3)`, not a line without them. */
const frame = /^ {4}at .{0,300}?([\w$.-]{1,100}:\d{1,9}:\d{1,9})\)?$/;

/** Where in our code it was thrown. The message stands before the first frame, and is left out with what looks like a frame. */
function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.stack?.includes(error.message) !== true) return undefined;
  const after = error.stack.slice(error.stack.indexOf(error.message) + error.message.length);
  return after
    .split("\n")
    .map((line) => frame.exec(line)?.[1])
    .find((place) => place !== undefined);
}
