import type { Expression } from "@failcheck/languages/sql";

/** A literal NULL or DEFAULT, which is as good as no value. */
export function isNothing(value: Expression | undefined): boolean {
  if (value?.kind === "cast") return isNothing(value.arg);
  if (value?.kind === "literal") return value.value === null;
  return value?.kind === "parameter" && value.name === "default";
}
