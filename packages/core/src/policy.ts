import type { ActiveRule } from "./finding.ts";

/** A line of the reviewed allowance file: one secret by fingerprint, or a kind of finding at a path. */
export interface Allowance {
  readonly fingerprint?: string;
  readonly rule?: string;
  /** A glob; only together with `rule`. */
  readonly path?: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  /** Where it stands in the allowance file, from 1. */
  readonly line: number;
}

/** A finding that was there when the baseline was made. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly reason: string;
}

/** Everything that decides what is checked and what is let through. Read before the run, from the side that is trusted. */
export interface Policy {
  readonly rules: readonly ActiveRule[];
  /** Ids of all rules there are: an allowance that names none of them is an error. */
  readonly knownRules: ReadonlySet<string>;
  /** Globs of paths that are left out. */
  readonly ignore: readonly string[];
  readonly allowances: readonly Allowance[];
  readonly baseline: readonly BaselineEntry[];
  /** The day of the run, `YYYY-MM-DD`: allowances end. */
  readonly today: string;
}

export const allowanceFile = "failcheck-allow.yaml";
export const baselineFile = "failcheck-baseline.json";
