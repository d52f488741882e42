import type { Finding } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { gating, notesOf, summary, type Reporter } from "./report.ts";

/** For coding agents: one finding a line, with its repair and its incident, and nothing to look at twice. */
export const agent: Reporter = (result, context) => {
  const failures = result.failures.map((failure) => `could not look: ${printable(failure)}`);
  return `${[...gating(result).map(line), ...failures, ...notesOf(result), summary(result, context)].join("\n")}\n`;
};

function line({ path, line: row, column, rule, message, help, incidents, fix, unsafeFix, commit }: Finding): string {
  const repair = help === null ? "" : ` | fix: ${printable(help)}`;
  const automatic =
    fix.length > 0 ? " | repaired by: failcheck --fix" : unsafeFix.length > 0 ? " | repaired by: failcheck --fix --unsafe" : "";
  const why = incidents.length > 0 ? ` | why: failcheck explain ${incidents.join(", ")}` : "";
  const where = commit === null ? "" : ` | in commit ${commit.slice(0, 12)}`;
  return `${printable(shownPath(path))}:${row}:${column} ${rule} | ${printable(message)}${repair}${automatic}${why}${where}`;
}
