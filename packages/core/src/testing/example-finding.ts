import type { Finding } from "../finding.ts";
import type { ReportContext } from "../reporters/report.ts";

const example: Finding = {
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
  repairs: [],
};

/** A finding like any other, but for what is given. */
export function exampleFinding(more: Partial<Finding> = {}): Finding {
  return { ...example, ...more };
}

/** What a reporter is told beside the result. */
export const exampleContext: ReportContext = {
  tool: "failcheck 0.1.0",
  ms: 410,
  color: false,
  hyperlinks: false,
  root: "/repository",
  incidents: new Map([["P-11", "a page whose bottom half was trapped in a card"]]),
  verbose: false,
};
