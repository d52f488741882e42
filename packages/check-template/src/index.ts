import type { Rule } from "@failcheck/core";
import { rawTag } from "./raw-tag.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [rawTag];
