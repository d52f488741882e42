import type { Rule } from "@failcheck/core";
import { unregisteredMarkdown } from "./unregistered-markdown.ts";
import { wrongWeekday } from "./wrong-weekday.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [unregisteredMarkdown, wrongWeekday];
