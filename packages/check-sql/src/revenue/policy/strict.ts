import type { Edit } from "@failcheck/core";
import type { SqlText } from "@failcheck/languages/sql";
import type { Policy } from "./policy.ts";
import type { Condition } from "./requirement.ts";

/** Blanks, the names before dots, and doubled percent signs, which do not make a condition another one. */
function plain(text: string): string {
  return text
    .replaceAll(/\b\w{1,63}\./g, "")
    .replaceAll("%%", "%")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}

/** The conditions of `require` that are not written in the query. */
export function unwritten(text: SqlText, policy: Policy): readonly Condition[] {
  const written = plain(text.text);
  return policy.requirement.conditions.filter((condition) => !written.includes(plain(condition.text)));
}

/** Adds the missing conditions behind the first one, where that one is written in a file of SQL. */
export function addConditions(text: SqlText, missing: readonly Condition[], policy: Policy): readonly Edit[] | undefined {
  const there = policy.requirement.conditions.find((condition) => !missing.includes(condition));
  const start = there === undefined ? -1 : text.text.indexOf(there.text);
  if (there === undefined || start < 0 || text.at[1] - text.at[0] !== text.text.length) return undefined;
  const qualifier = /\b\w{1,63}\.$/.exec(text.text.slice(Math.max(0, start - 64), start))?.[0] ?? "";
  const at = text.at[0] + start + there.text.length;
  const more = missing.map((condition) => ` AND ${qualifier}${condition.text}`).join("");
  return [{ at: [at, at], text: more }];
}
