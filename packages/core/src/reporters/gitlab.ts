import { createHash } from "node:crypto";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { failureSentences, type Reporter } from "./report.ts";

/**
 * GitLab's Code Quality report. GitLab shows equal fingerprints once and takes an unknown one for a new problem, so ours is made
 * of the rule, the path and the line's text, never of its number.
 */
export const gitlab: Reporter = (result) => {
  const issues = result.findings.map(({ rule, path, line, message, fingerprint }) => ({
    description: printable(message),
    check_name: rule,
    fingerprint,
    severity: "major",
    location: { path: shownPath(path), lines: { begin: line } },
  }));
  const failures = failureSentences(result).map((description) => ({
    description,
    check_name: "failcheck",
    fingerprint: createHash("sha256").update(description).digest("hex").slice(0, 16),
    severity: "blocker",
    location: { path: "failcheck.yaml", lines: { begin: 1 } },
  }));
  return `${JSON.stringify([...failures, ...issues], null, 2)}\n`;
};
