import type { CustomEntry } from "@failcheck/core";
import { globsOf } from "./path-pattern.ts";

/** A line of failcheck-allow.yaml to be. */
export type WantedAllowance =
  | { readonly fingerprint: string; readonly reason: string }
  | { readonly rule: string; readonly path: string; readonly reason: string };

/** What another scanner's file says, in our terms. */
export interface Taken {
  /** Entries for `custom:`. */
  readonly custom: readonly CustomEntry[];
  readonly allowances: readonly WantedAllowance[];
  /** What was not taken over, a line each, and why. */
  readonly left: readonly string[];
}

/** A finding of today, as far as another scanner's list can name it. */
export interface Known {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
  /** What was found, and the lines it stands on: in memory alone. */
  readonly secret: string;
  readonly text: string;
}

/** Nothing but reasons. */
export const nothingTaken = (...left: readonly string[]): Taken => ({ custom: [], allowances: [], left });

/** Everything that several parts of a file say. */
export function together(parts: readonly Taken[]): Taken {
  return {
    custom: parts.flatMap(({ custom }) => custom),
    allowances: parts.flatMap(({ allowances }) => allowances),
    left: parts.flatMap(({ left }) => left),
  };
}

/** What today's findings at a place become: allowed by fingerprint, each for the reason that the other scanner had. */
export function allowedAt(known: readonly Known[], path: string, line: number, reason: string): Taken {
  const here = known.filter((one) => one.path === path && one.line === line);
  if (here.length === 0) return nothingTaken(`${path}:${line}: failcheck finds nothing there today`);
  return { ...nothingTaken(), allowances: here.map(({ fingerprint }) => ({ fingerprint, reason })) };
}

/** What another scanner lets pass, as a pattern; undefined where it is none, or lets everything pass, which nobody means by it. */
export function patternOf(source: string, flags: string): RegExp | undefined {
  try {
    const pattern = new RegExp(source, flags);
    return pattern.test("") && pattern.test("\u0001") ? undefined : pattern;
  } catch {
    // Written for another engine: the caller says that it was left.
    return undefined;
  }
}

/** What is said of a pattern that `patternOf` refused. */
export const unusable = "is no pattern of JavaScript's, or one that matches everything";

/** What today's findings of which something holds become: allowed by fingerprint, for failcheck knows no such condition. */
export function allowedWhere(
  known: readonly Known[],
  holds: (one: Known) => boolean,
  { condition, reason }: { readonly condition: string; readonly reason: string },
): Taken {
  const here = known.filter(holds);
  const count = here.length === 0 ? "nothing" : here.length === 1 ? "one finding" : `${here.length} findings`;
  const now = here.length === 0 ? "is found there today" : "of today allowed by fingerprint, no later one";
  return {
    ...nothingTaken(`${condition}: ${count} ${now}`),
    allowances: here.map(({ fingerprint }) => ({ fingerprint, reason })),
  };
}

/** What is allowed below the paths that a pattern of the other scanner matches: for good where globs say the same. */
export function allowedBelow(known: readonly Known[], pattern: string, compiled: RegExp | undefined, told: Told): Taken {
  const paths = globsOf(pattern);
  if (paths !== undefined) return { ...nothingTaken(), allowances: allowedPaths(paths, told.reason) };
  if (compiled === undefined) return nothingTaken(`${told.where}: the path ${pattern} ${unusable}`);
  const condition = `${told.where}: the path ${pattern} is no glob`;
  return allowedWhere(known, ({ path }) => compiled.test(path), { condition, reason: told.reason });
}

/** Where a line of the other scanner's file stands, and the reason it gives. */
export interface Told {
  readonly where: string;
  readonly reason: string;
}

/** Several texts that are left for one and the same reason, as one line: the first two and how many more there are. */
export function listed(texts: readonly string[]): string {
  const more = texts.length - 2;
  return `${texts.slice(0, 2).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const secretRules = [
  "provider-token",
  "assigned-credential",
  "default-credential",
  "url-credential",
  "private-key",
  "json-web-token",
];

/** Lets all rules on secrets pass by some paths. */
export function allowedPaths(paths: readonly string[], reason: string): readonly WantedAllowance[] {
  return paths.flatMap((path) => secretRules.map((rule) => ({ rule: `secrets/${rule}`, path, reason })));
}
