import { exampleContext, exampleFinding } from "@failcheck/core/testing";
import type { ReportContext, Result } from "@failcheck/core";

const secret = exampleFinding({
  rule: "secrets/github-token",
  path: "deploy/ä b#1.sh",
  line: 1,
  column: 14,
  endLine: 1,
  endColumn: 54,
  message: "a GitHub token (ghp_…)",
  help: "revoke it first, then remove it",
  related: [],
  incidents: ["Z-S12B2"],
  fingerprint: "fedcba9876543210",
  commit: "1234567890abcdef1234567890abcdef12345678",
  excerpt: [{ line: 1, text: "export TÖKEN=ghp_…", from: 13, to: 18 }],
});

const end = { line: 8, column: 1, endLine: 8, endColumn: 1 };
const older = exampleFinding({
  path: "site/old.html",
  line: 8,
  fingerprint: "aaaaaaaaaaaaaaaa",
  new: false,
  fix: [{ at: [0, 0], text: "</div>" }],
  repairs: [{ title: "repair it", safe: true, edits: [{ path: "site/old.html", ...end, text: "</div>" }] }],
});

const day = { path: "docs/plan.md", line: 3, column: 8, endLine: 3, endColumn: 11 };
const choice = exampleFinding({
  ...day,
  rule: "docs/wrong-weekday",
  message: "Mon stands beside April 12, 2026, which is a Sunday",
  help: "Either the day is Sunday, or the date is Monday, April 13, 2026.",
  related: [],
  incidents: ["P-20"],
  fingerprint: "bbbbbbbbbbbbbbbb",
  excerpt: [{ line: 3, text: "Übung: Mon 2026-04-12", from: 7, to: 10 }],
  repairs: [
    { title: "write Sun", safe: false, edits: [{ ...day, text: "Sun" }] },
    { title: "write 2026-04-13", safe: false, edits: [{ ...day, column: 12, endColumn: 22, text: "2026-04-13" }] },
  ],
});

const moved = exampleFinding({
  rule: "docs/unregistered-markdown",
  path: "LOG.md",
  fingerprint: "cccccccccccccccc",
  repairs: [{ title: "move it", safe: false, edits: [], move: { from: "LOG.md", to: "docs/LOG.md" } }],
});

/** A run with a finding, a secret in a commit, an older finding, and an allowed one. */
export const result: Result = {
  findings: [exampleFinding(), secret, older, choice, moved],
  allowed: [{ rule: "html/unclosed-div", path: "b.html", line: 1, reason: "closed by the footer" }],
  checked: { files: 214, rules: 3, commits: 6, bytes: 1234567, skipped: [{ path: "a.png", reason: "binary" }], unread: [] },
  rulesSeen: { "html/unclosed-div": 12, "secrets/github-token": 214, "sql/unfiltered-revenue": 0 },
  failures: [],
  timing: {},
};

export const context: ReportContext = {
  ...exampleContext,
  rules: new Map([
    ["html/unclosed-div", { title: "Every div is closed.", secret: false }],
    ["secrets/github-token", { title: "No GitHub token leaves the machine.", secret: true }],
  ]),
};
