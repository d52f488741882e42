import type { Rule } from "@failcheck/core";
import { sectionInGrid } from "./section-in-grid.ts";
import { sectionOutOfOrder } from "./section-out-of-order.ts";
import { unclosedDiv } from "./unclosed-div.ts";
import { wrongSectionDepth } from "./wrong-section-depth.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [unclosedDiv, wrongSectionDepth, sectionInGrid, sectionOutOfOrder];
