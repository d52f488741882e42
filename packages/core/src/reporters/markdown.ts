import type { Finding, Result } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { byUrgency, gating, notesOf, plural, summary, type ReportContext, type Reporter } from "./report.ts";
import { xml } from "./well-formed.ts";

/** GitHub refuses a job summary above 1 MiB altogether; steps before this one may have written too. */
const budget = 900_000;

/** A part of the summary that can be cut: rows of one kind under one heading. */
interface Section {
  readonly heading: string;
  readonly intro: string;
  readonly rows: readonly string[];
  /** What the rows are, where some of them are left out. */
  readonly what: string;
}

/** A summary for people: what was looked at, then a section a rule. Rows that no longer fit are counted. */
export const markdown: Reporter = (result, context) => {
  const parts = [head(result, context)];
  const left = new Map<string, number>();
  let room = budget - Buffer.byteLength(parts.join(""));
  for (const section of sectionsOf(result, context)) {
    const { text, count } = fits(section, room);
    room -= Buffer.byteLength(text);
    parts.push(text);
    if (count < section.rows.length) left.set(section.what, (left.get(section.what) ?? 0) + section.rows.length - count);
  }
  for (const [what, count] of left) parts.push(`\n… and ${count} more${what}: the log lists them all.\n`);
  return parts.join("");
};

function head(result: Result, context: ReportContext): string {
  const state = result.failures.length > 0 ? "could not look everywhere" : gating(result).length > 0 ? "findings" : "clean";
  const lines = [`## failcheck: ${state}`, plain(summary(result, context)), ...notesOf(result).map(plain)];
  return `${lines.join("\n\n")}\n`;
}

function sectionsOf(result: Result, context: ReportContext): readonly Section[] {
  const failures = result.failures.map((failure) => `- ${plain(failure)}\n`);
  const byRule = new Map<string, Finding[]>();
  for (const finding of [...gating(result)].sort(byUrgency)) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const allowed = result.allowed.map(
    ({ rule, path, line, reason }) => `- ${plain(shownPath(path))}:${line}, ${plain(rule)}: ${plain(reason)}\n`,
  );
  return [
    { heading: "Could not look everywhere", intro: "", rows: failures, what: " reasons why not everything was looked at" },
    ...[...byRule].map(([rule, findings]) => ruleSection(rule, findings, context)),
    { heading: `Let through: ${allowed.length}`, intro: "", rows: allowed, what: " that were let through" },
  ];
}

function ruleSection(rule: string, findings: readonly Finding[], context: ReportContext): Section {
  const title = context.rules?.get(rule)?.title;
  const because = [...new Set(findings.flatMap(({ incidents }) => incidents))].map((id) => incident(id, context));
  const heading = `<b>${xml(printable(rule))}</b>: ${plural(findings.length, "finding")}`;
  const promise = title === undefined ? "" : `${plain(title)}\n\n`;
  return { heading, intro: promise + because.join(""), rows: findings.map(entry), what: "" };
}

/** As many rows of a section as the room allows; the frame of a section without rows is left out too. */
function fits({ heading, intro, rows }: Section, room: number): { readonly text: string; readonly count: number } {
  const open = `\n<details open><summary>${heading}</summary>\n\n${intro}`;
  const close = "\n</details>\n";
  const fitting: string[] = [];
  let left = room - Buffer.byteLength(open) - Buffer.byteLength(close);
  for (const row of rows) {
    left -= Buffer.byteLength(row);
    if (left < 0) break;
    fitting.push(row);
  }
  return fitting.length === 0 ? { text: "", count: 0 } : { text: open + fitting.join("") + close, count: fitting.length };
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
