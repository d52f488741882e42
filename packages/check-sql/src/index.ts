import type { Rule } from "@failcheck/core";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [unfilteredRevenue, unprovenRevenue];
