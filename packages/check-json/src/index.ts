import type { Rule } from "@failcheck/core";
import { decodeGuard } from "./decode-guard.ts";
import { doubleEncode } from "./double-encode.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [doubleEncode, decodeGuard];
