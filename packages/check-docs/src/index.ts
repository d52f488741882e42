import type { Rule } from "@failcheck/core";
import { danglingReference } from "./dangling-reference.ts";
import { unknownIdentifier } from "./unknown-identifier.ts";
import { unregisteredMarkdown } from "./unregistered-markdown.ts";
import { wrongWeekday } from "./wrong-weekday.ts";

/** The rules of this package, in the order of the README. */
export const rules: readonly Rule[] = [unregisteredMarkdown, wrongWeekday, danglingReference, unknownIdentifier];
