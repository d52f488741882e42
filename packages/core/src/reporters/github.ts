import { createHash } from "node:crypto";
import type { Finding } from "../finding.ts";
import { printable } from "./printable.ts";
import { byUrgency, failureSentences, gating, notesOf, summary, type Reporter } from "./report.ts";
import { text } from "./text.ts";

/** GitHub shows this many annotations of a step. */
const shown = 10;

/**
 * Annotations for GitHub's runner: one workflow command a finding, what is most urgent first. Where there are more than a step may
 * show, the last one says how many are left.
 */
export const github: Reporter = (result, context) => {
  const failures = failureSentences(result).map((sentence) => `::error title=failcheck::${data(sentence)}`);
  const findings = [...gating(result)].sort(byUrgency);
  const room = Math.max(1, shown - failures.length);
  const fits = findings.length <= room ? findings : mostTelling(findings, room - 1);
  const left = findings.length - fits.length;
  const lines = [...failures.slice(0, shown - 1), ...fits.map(annotation)];
  if (left > 0) lines.push(`::error title=failcheck::${data(`and ${left} more: the log and the summary list them all`)}`);
  return `${[...lines, ...notesOf(result), summary(result, context)].join("\n")}\n`;
};

/** As many findings as may be shown, in their order: what is said again about the same file comes in last. */
function mostTelling(findings: readonly Finding[], room: number): readonly Finding[] {
  const said = new Set<string>();
  const [firsts, repeats]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const key = JSON.stringify([finding.path, finding.rule, finding.message]);
    (said.has(key) ? repeats : firsts).push(finding);
    said.add(key);
  }
  const picked = new Set([...firsts, ...repeats].slice(0, room));
  return findings.filter((finding) => picked.has(finding));
}

/** The whole text, in which the runner obeys nothing, and the annotations: what a step of GitHub prints. */
export const githubLog: Reporter = (result, context) => {
  const whole = text(result, context);
  // No text can hold its own hash, so that none of it can end the fence.
  const word = createHash("sha256").update(whole).digest("hex");
  const annotations = github({ ...result, notes: [] }, context)
    .split("\n")
    .filter((line) => line.startsWith("::"));
  return [`::stop-commands::${word}`, whole.trimEnd(), `::${word}::`, ...annotations, ""].join("\n");
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
