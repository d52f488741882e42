import type { Rule } from "@failcheck/core";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [];
