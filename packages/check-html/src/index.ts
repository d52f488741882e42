import type { Rule } from "@failcheck/core";
import { unclosedDiv } from "./unclosed-div.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [unclosedDiv];
