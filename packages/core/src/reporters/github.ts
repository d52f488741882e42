import type { Finding } from "../finding.ts";
import { printable } from "./printable.ts";
import { gating, summary, type Reporter } from "./report.ts";

/** GitHub shows this many annotations of a step. */
const shown = 10;

/**
 * Annotations for GitHub's runner: one workflow command a finding; where there are more than a step may show, the last one
 * says how many more there are.
 */
export const github: Reporter = (result, context) => {
  const findings = gating(result);
  const fits = findings.length <= shown ? findings : findings.slice(0, shown - 1);
  const left = findings.length - fits.length;
  const lines = fits.map(annotation);
  if (left > 0) lines.push(`::error title=failcheck::${data(`and ${left} more: the log and the summary list them all`)}`);
  return `${[...lines, summary(result, context)].join("\n")}\n`;
};

function annotation(finding: Finding): string {
  const { path, line, column, endLine, endColumn, rule, message, help } = finding;
  const end = endLine === line && endColumn > column ? `,endColumn=${endColumn}` : "";
  const place = `file=${property(path)},line=${line},endLine=${endLine},col=${column}${end}`;
  const text = help === null ? message : `${message}\n${help}`;
  return `::error ${place},title=${property(titleOf(rule, finding.incidents))}::${data(text)}`;
}

const titleOf = (rule: string, incidents: readonly string[]) =>
  incidents.length > 0 ? `${rule} (${incidents.join(", ")})` : rule;

/** The runner cuts a message at this length. */
const longest = 4000;

/** Escapes the text of a workflow command. */
function data(text: string): string {
  const clean = text.split("\n").map(printable).join("\n");
  return clean.slice(0, longest).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes a property of a workflow command. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
