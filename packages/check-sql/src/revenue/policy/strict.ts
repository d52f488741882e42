import type { Edit, SourceFile } from "@failcheck/core";
import type { SqlText } from "@failcheck/languages/sql";
import type { Policy } from "./policy.ts";
import type { Condition } from "./requirement.ts";

/** A text in quotes, or a comment: matches `'it''s'`, `-- note` and the like; what it is shows its first sign. */
const hidden = /'(?:[^']|''){0,1000}'|--[^\n]{0,2000}|\/\*(?:[^*]|\*(?!\/)){0,5000}\*\//g;

/** Comments, blanks, quotes of names, the names before dots, and doubled percent signs do not make a condition another one. */
function plain(text: string): string {
  return text
    .replaceAll(hidden, (found) => (found.startsWith("'") ? found : " "))
    .replaceAll(/["`]/g, "")
    .replaceAll(/\b\w{1,63}\./g, "")
    .replaceAll("%%", "%")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?(<>|!=|[=(),]) ?/g, "$1")
    .toLowerCase();
}

/** The conditions of `require` that are not written in the query. */
export function unwritten(text: SqlText, policy: Policy): readonly Condition[] {
  const written = plain(text.text);
  return policy.requirement.conditions.filter((condition) => !written.includes(plain(condition.text)));
}

/** Adds the missing conditions behind the first one, where that one stands word for word in the file. */
export function addConditions(
  text: SqlText,
  missing: readonly Condition[],
  policy: Policy,
  file: SourceFile,
): readonly Edit[] | undefined {
  const there = policy.requirement.conditions.find((condition) => !missing.includes(condition));
  const source = file.text.slice(...text.at);
  const literal = source.length === text.text.length ? "" : delimiter.exec(source)?.[1];
  if (there === undefined || literal === undefined || literal === "'") return undefined;
  const [found, ...others] = source.matchAll(asWritten(there.text));
  if (found === undefined || others.length > 0) return undefined;
  const at = text.at[0] + found.index + found[0].length;
  const more = missing.map((condition) => ` AND ${found[1] ?? ""}${condition.text}`).join("");
  return [{ at: [at, at], text: literal !== "" && file.path.endsWith(".py") ? more.replaceAll("%", "%%") : more }];
}

/** What a text in a program stands between: matches `f"""SELECT`, `'SELECT`; not `("SELECT`. */
const delimiter = /^[a-z]{0,2}("""|'''|["'`])/i;

/** Finds a condition whatever blanks it is written with, and the name before its column. */
function asWritten(condition: string): RegExp {
  const words = condition.split(/\s+|(?=[=<>!])|(?<=[=<>!])(?=[^=<>!])/).filter((word) => word !== "");
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll("%", "%%?"));
  return new RegExp(String.raw`((?:\b\w{1,63}\.)?)\b${escaped.join(String.raw`\s{0,20}`)}`, "gi");
}
