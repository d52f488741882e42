import type { CommitRange, Share } from "@failcheck/core";

/** Which texts to check. */
export type Subject =
  | { readonly kind: "worktree"; readonly paths: readonly string[] }
  | { readonly kind: "staged" }
  | {
      readonly kind: "commits";
      readonly range: CommitRange;
      readonly policyFrom: "before" | "after";
      /** The revision that the policy is read from, where it is not the commit where the range begins. */
      readonly policyAt?: string;
    }
  | { readonly kind: "tree"; readonly revision: string }
  | { readonly kind: "history" }
  | { readonly kind: "stdin"; readonly path: string };

/** One of several machines that share a check; counted from 1. */
export type Shard = Share;

/** What the flags of every checking verb say. */
export interface Request {
  readonly subject: Subject;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly format: string;
  /** `FORMAT=FILE`, written besides what is printed. */
  readonly outputs: readonly string[];
  readonly config: string | undefined;
  readonly color: boolean;
  readonly hyperlinks: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly timing: boolean;
  /** Judge as if nothing had been accepted. */
  readonly ignoreBaseline?: true;
  /** Repair what can be repaired: only what changes nothing else, or also what may. */
  readonly fix: "none" | "safe" | "unsafe";
  /** Show the repair and write nothing. */
  readonly diff: boolean;
  /** Globs of the paths that findings may be about; all where it is absent. */
  readonly about?: readonly string[];
  /** The part of the work that this machine does. */
  readonly shard?: Shard;
  /** Called now and then on long work. */
  onFile?: (files: number) => void;
}

/** What a request says where nobody gave a flag: everything is looked at, nothing is repaired, the text is for no terminal. */
export const plainRequest = {
  only: [],
  skip: [],
  format: "text",
  outputs: [],
  config: undefined,
  color: false,
  hyperlinks: false,
  quiet: false,
  verbose: false,
  timing: false,
  fix: "none",
  diff: false,
} as const satisfies Omit<Request, "subject">;

/** What a verb leaves to be printed, and how the process ends. */
export interface Answer {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}
