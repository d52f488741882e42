import type { Finding, Result } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { gating, plural, summary, type ReportContext, type Reporter } from "./report.ts";
import { xml } from "./well-formed.ts";

/** GitHub refuses a job summary above 1 MiB altogether; steps before this one may have written too. */
const budget = 900_000;

/** A summary for people: what was looked at, then a section a rule. Sections that no longer fit are counted. */
export const markdown: Reporter = (result, context) => {
  const findings = gating(result);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const parts = [head(result, context)];
  let size = Buffer.byteLength(parts.join(""));
  let left = 0;
  for (const rule of rules) {
    const about = findings.filter((finding) => finding.rule === rule);
    const fitting = fits(rule, about, budget - size, context);
    left += about.length - fitting.count;
    size += Buffer.byteLength(fitting.text);
    parts.push(fitting.text);
  }
  if (left > 0) parts.push(`\n… and ${left} more: the log lists them all.\n`);
  return parts.join("");
};

function head(result: Result, context: ReportContext): string {
  const state = result.failures.length > 0 ? "could not look everywhere" : gating(result).length > 0 ? "findings" : "clean";
  const failures = result.failures.map((failure) => `- ${plain(failure)}\n`);
  return `## failcheck: ${state}\n\n${plain(summary(result, context))}\n${failures.length > 0 ? `\n${failures.join("")}` : ""}`;
}

/** As many rows of a section as the room allows; the frame of a section without rows is left out too. */
function fits(rule: string, findings: readonly Finding[], room: number, context: ReportContext): { text: string; count: number } {
  const because = [...new Set(findings.flatMap(({ incidents }) => incidents))].map((id) => incident(id, context));
  const open = `\n<details open><summary><b>${xml(printable(rule))}</b>: ${plural(findings.length, "finding")}</summary>\n\n${because.join("")}`;
  const close = "\n</details>\n";
  const rows: string[] = [];
  let left = room - Buffer.byteLength(open) - Buffer.byteLength(close);
  for (const finding of findings) {
    const row = entry(finding);
    left -= Buffer.byteLength(row);
    if (left < 0) break;
    rows.push(row);
  }
  return rows.length === 0 ? { text: "", count: 0 } : { text: `${open}${rows.join("")}${close}`, count: rows.length };
}

function incident(id: string, { incidents }: ReportContext): string {
  const story = incidents.get(id);
  return `Because of ${plain(id)}${story === undefined ? "" : `, ${plain(story)}`}.\n\n`;
}

function entry({ path, line, column, message, help, commit }: Finding): string {
  const where = commit === null ? "" : ` in commit ${commit.slice(0, 12)}`;
  const repair = help === null ? "" : ` **Fix:** ${plain(help)}`;
  return `- **${plain(shownPath(path))}:${line}:${column}**${where}: ${plain(message)}${repair}\n`;
}

/** Any text as it is, whatever markup it holds: every punctuation mark is escaped, which Markdown allows. */
function plain(text: string): string {
  return printable(text).replace(/[!-/:-@[-`{-~]/g, (mark) => (/[\w\s.,:;/="()'-]/.test(mark) ? mark : `\\${mark}`));
}
