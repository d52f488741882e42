import { createHash } from "node:crypto";
import type { Allowed, Finding, PlacedEdit, PlacedRepair, Result } from "../finding.ts";
import { printable } from "./printable.ts";
import { notesOf, summary, type ReportContext, type Reporter } from "./report.ts";
import { pathUri } from "./well-formed.ts";

/** GitHub keeps this many results of a run. */
const kept = 5000;

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 as GitHub's code scanning reads it: relative URIs, fingerprints, suppressions with their reasons. */
export const sarif: Reporter = (result, context) => {
  const ordered = [...result.findings].sort((a, b) => Number(b.new) - Number(a.new));
  const results = [...ordered.map((finding) => ({ finding })), ...result.allowed.map((allowed) => ({ allowed }))];
  const left = Math.max(0, results.length - kept);
  const ids = [...new Set([...Object.keys(result.rulesSeen), ...[...ordered, ...result.allowed].map(({ rule }) => rule)])].sort();
  const document = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driver(ids, context) },
        automationDetails: { id: "failcheck/" },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(result, context, left)],
        results: results
          .slice(0, kept)
          .map((one) => ("finding" in one ? sarifResult(one.finding, ids) : suppressed(one.allowed, ids))),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};

function driver(ids: readonly string[], { tool, rules }: ReportContext) {
  const [name = "failcheck", version = "0"] = tool.split(" ");
  return {
    name,
    semanticVersion: version,
    rules: ids.map((id) => descriptor(id, rules?.get(id)?.title ?? id, rules?.get(id)?.secret)),
  };
}

function descriptor(id: string, title: string, secret = false) {
  const help = `failcheck explain ${id} tells the story of this rule.`;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: help, markdown: help.replace(`failcheck explain ${id}`, `\`failcheck explain ${id}\``) },
    defaultConfiguration: { level: "error" },
    // A severity would make every finding a security alert; only a secret is one.
    properties: secret ? { "security-severity": "8.0", tags: ["security"] } : { "problem.severity": "error", precision: "high" },
  };
}

/** What was left out is said where a reader of the file looks for it. */
function invocation(result: Result, context: ReportContext, left: number) {
  const notes = [
    summary(result, context),
    ...notesOf(result),
    ...(left > 0 ? [`${left} more findings and suppressions were left out`] : []),
  ];
  const level = result.failures.length > 0 ? "error" : "note";
  return {
    executionSuccessful: result.failures.length === 0,
    toolExecutionNotifications: [...notes.map((text) => ({ level: "note", message: { text } })), ...failures(result, level)],
  };
}

function failures(result: Result, level: string) {
  return result.failures.map((failure) => ({ level, message: { text: printable(failure) } }));
}

function sarifResult(finding: Finding, ids: readonly string[]) {
  const { rule, message, help, line, column, endLine, endColumn, fingerprint, related, repairs } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: "error",
    baselineState: finding.new ? "new" : "unchanged",
    message: { text: printable(help === null ? message : `${message} (${help})`) },
    locations: [location(finding.path, { startLine: line, startColumn: column, endLine, endColumn })],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: printable(place.message) },
      ...location(place.path, { startLine: place.line, startColumn: place.column }),
    })),
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, "failcheck/v1": fingerprint },
    ...sarifFixes(repairs),
    properties: { incidents: finding.incidents },
  };
}

/** A file that moves is nothing that SARIF can say. */
function sarifFixes(repairs: readonly PlacedRepair[]) {
  const fixes = repairs.flatMap(({ title, edits, move }) => {
    return move === undefined ? [{ description: { text: title }, artifactChanges: artifactChanges(edits) }] : [];
  });
  return fixes.length > 0 ? { fixes } : {};
}

function artifactChanges(edits: readonly PlacedEdit[]) {
  return [...new Set(edits.map(({ path }) => path))].map((path) => ({
    artifactLocation: artifactLocation(path),
    replacements: edits.filter((edit) => edit.path === path).map(replacement),
  }));
}

function replacement({ line, column, endLine, endColumn, text }: PlacedEdit) {
  return {
    deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
    insertedContent: { text },
  };
}

function suppressed({ rule, path, line, reason }: Allowed, ids: readonly string[]) {
  const fingerprint = createHash("sha256").update(`${rule}\0${path}\0${reason}`).digest("hex").slice(0, 16);
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: "error",
    message: { text: `allowed: ${printable(reason)}` },
    locations: [location(path, { startLine: line })],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${line}` },
    suppressions: [{ kind: "external", status: "accepted", justification: printable(reason) }],
  };
}

function location(path: string, region: Readonly<Record<string, number>>) {
  return { physicalLocation: { artifactLocation: artifactLocation(path), region } };
}

function artifactLocation(path: string) {
  return { uri: pathUri(path), uriBaseId: "%SRCROOT%" };
}
