import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { styleText } from "node:util";
import type { Excerpt, Finding, Result } from "../finding.ts";
import { printable } from "./printable.ts";
import { gating, notesOf, summary, type ReportContext, type Reporter } from "./report.ts";

type Style = Parameters<typeof styleText>[0];
/** Puts a style round a text, or leaves it as it is where there is no colour. */
type Paint = (style: Style, text: string) => string;

/** For people: the place, what is wrong, the line itself, what to do, and why the rule exists. */
export const text: Reporter = (result, context) => {
  const paint: Paint = context.color ? (style, plain) => styleText(style, plain, { validateStream: false }) : (_, plain) => plain;
  const told = new Set<string>();
  const blocks = gating(result).map((finding) => block(finding, context, paint, told));
  return [...blocks, ...verboseLines(result, context), ...notesOf(result), `${lastLine(result, context, paint)}\n`].join("\n");
};

function block(finding: Finding, context: ReportContext, paint: Paint, told: Set<string>): string {
  const { path, line, column, rule, message, help, commit } = finding;
  const place = linked(`${printable(path)}:${line}:${column}`, path, context);
  const where = commit === null ? "" : paint("dim", `  in commit ${commit.slice(0, 12)}`);
  const lines = [`${paint(["bold"], place)}  ${paint("red", rule)}${where}`, `  ${printable(message)}`];
  lines.push(...finding.excerpt.flatMap((excerpt) => frame(excerpt, paint)));
  for (const one of finding.related) {
    lines.push(`  ${paint("cyan", "see:")} ${printable(one.path)}:${one.line}:${one.column} ${printable(one.message)}`);
  }
  if (help !== null) lines.push(`  ${paint("green", "fix:")} ${printable(help)}`);
  if (rule.startsWith("secrets/")) {
    lines.push(`  ${paint("green", "not a secret?")} failcheck allow ${finding.fingerprint} --reason "…"`);
  }
  lines.push(...why(finding, context, paint, told));
  return `${lines.join("\n")}\n`;
}

/** The incidents behind a rule, told once a run. */
function why({ rule, incidents }: Finding, context: ReportContext, paint: Paint, told: Set<string>): readonly string[] {
  if (told.has(rule)) return [];
  told.add(rule);
  return incidents.map((id) => {
    const story = context.incidents.get(id);
    return `  ${paint("yellow", "why:")} ${id}${story === undefined ? "" : `, ${story}`}`;
  });
}

function frame({ line, text: shown, from, to }: Excerpt, paint: Paint): readonly string[] {
  const number = String(line).padStart(5);
  const before = printable(shown.slice(0, from));
  const marked = printable(shown.slice(from, to));
  const underline = `${" ".repeat(width(before))}${"^".repeat(Math.max(1, width(marked)))}`;
  return [
    `${paint("dim", `${number} |`)} ${before}${marked}${printable(shown.slice(to))}`,
    `${paint("dim", "      |")} ${paint("red", underline)}`,
  ];
}

/** Columns on a terminal: wide characters count two. Good enough to point at the right word. */
function width(plain: string): number {
  let columns = 0;
  for (const character of plain) columns += wide.test(character) ? 2 : combining.test(character) ? 0 : 1;
  return columns;
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const combining = /\p{Mn}/u;

function linked(shown: string, path: string, { hyperlinks, root }: ReportContext): string {
  if (!hyperlinks) return shown;
  return `\u001b]8;;${pathToFileURL(join(root, path)).href}\u0007${shown}\u001b]8;;\u0007`;
}

function lastLine(result: Result, context: ReportContext, paint: Paint): string {
  const line = summary(result, context);
  if (result.failures.length > 0) return paint("yellow", line);
  return gating(result).length > 0 ? paint("red", line) : paint("green", line);
}

function verboseLines(result: Result, context: ReportContext): readonly string[] {
  const lines: string[] = [];
  if (context.verbose) {
    for (const { path, reason } of result.checked.skipped) lines.push(`skipped ${printable(path)}: ${reason}`);
    for (const { path, line, column, what, reason } of result.checked.unread)
      lines.push(`not read ${printable(path)}:${line}:${column}: ${what}: ${printable(reason)}`);
    for (const { rule, path, line, reason } of result.allowed)
      lines.push(`allowed ${printable(path)}:${line} ${rule}: ${printable(reason)}`);
  }
  for (const [id, ms] of Object.entries(result.timing).sort((a, b) => b[1] - a[1]))
    lines.push(`${ms.toFixed(1).padStart(9)} ms  ${id}`);
  return lines;
}
