import type { Rule } from "@failcheck/core";
import { missingInsertColumn } from "./missing-insert-column.ts";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { uniqueWithoutCleanup } from "./unique-without-cleanup.ts";
import { unprovenInsertColumns } from "./unproven-insert-columns.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [
  unfilteredRevenue,
  unprovenRevenue,
  missingInsertColumn,
  unprovenInsertColumns,
  uniqueWithoutCleanup,
];
