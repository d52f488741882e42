import type { CustomEntry } from "@failcheck/core";

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
