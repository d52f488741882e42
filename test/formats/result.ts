import type { Finding, ReportContext, Result } from "@failcheck/core";

const base: Finding = {
  rule: "html/unclosed-div",
  path: "site/index.html",
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 23,
  message: '<div class="grid"> opened here is never closed',
  help: "close it before line 9",
  related: [{ path: "site/index.html", line: 9, column: 1, message: "the section ends here" }],
  incidents: ["P-11"],
  fingerprint: "0123456789abcdef",
  new: true,
  commit: null,
  excerpt: [{ line: 3, text: '    <div class="grid">', from: 4, to: 22 }],
  fix: [],
  unsafeFix: [],
};

/** A finding like the usual one, but for what is given. */
export function finding(more: Partial<Finding> = {}): Finding {
  return { ...base, ...more };
}

const secret = finding({
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

const older = finding({
  path: "site/old.html",
  line: 8,
  fingerprint: "aaaaaaaaaaaaaaaa",
  new: false,
  fix: [{ at: [0, 0], text: "</div>" }],
});

/** A run with a finding, a secret in a commit, an older finding, and an allowed one. */
export const result: Result = {
  findings: [finding(), secret, older],
  allowed: [{ rule: "html/unclosed-div", path: "b.html", line: 1, reason: "closed by the footer" }],
  checked: { files: 214, rules: 3, commits: 6, bytes: 1234567, skipped: [{ path: "a.png", reason: "binary" }] },
  rulesSeen: { "html/unclosed-div": 12, "secrets/github-token": 214, "sql/unfiltered-revenue": 0 },
  failures: [],
  timing: {},
};

export const context: ReportContext = {
  tool: "failcheck 0.1.0",
  ms: 410,
  color: false,
  hyperlinks: false,
  root: "/repository",
  incidents: new Map([["P-11", "a page whose bottom half was trapped in a card"]]),
  verbose: false,
  rules: new Map([
    ["html/unclosed-div", { title: "Every div is closed.", secret: false }],
    ["secrets/github-token", { title: "No GitHub token leaves the machine.", secret: true }],
  ]),
};
