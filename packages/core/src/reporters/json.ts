import { exitCode } from "../finding.ts";
import { jsonFinding, jsonReport, type Reporter } from "./report.ts";

/** The whole report as one JSON document. */
export const json: Reporter = (result, context) => `${JSON.stringify(jsonReport(result, context), null, 2)}\n`;

/** A line of JSON for each finding, and a last one for what was looked at. */
export const jsonl: Reporter = (result, context) => {
  const report = jsonReport({ ...result, findings: [] }, context);
  const summary = { type: "summary", ...report, findings: result.findings.length, exitCode: exitCode(result) };
  const lines = [...result.findings.map((finding) => ({ type: "finding", ...jsonFinding(finding) })), summary];
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
};
