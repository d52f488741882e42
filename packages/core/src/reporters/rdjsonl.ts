import type { Finding } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { failureSentences, type Reporter } from "./report.ts";

/** reviewdog's diagnostics, one a line. Its columns count bytes of UTF-8 from 1. */
export const rdjsonl: Reporter = (result) => {
  const failures = failureSentences(result).map((message) => ({
    message,
    location: { path: "failcheck.yaml" },
    severity: "ERROR",
  }));
  return [...failures, ...result.findings.map(diagnostic)].map((each) => `${JSON.stringify(each)}\n`).join("");
};

function diagnostic(finding: Finding) {
  const { path, line, endLine, column, endColumn, message, help, rule } = finding;
  const start = byteColumn(finding, line, column);
  const end = byteColumn(finding, endLine, endColumn);
  return {
    message: printable(help === null ? message : `${message} (${help})`),
    location: {
      path: shownPath(path),
      range: {
        start: { line, ...(start === undefined ? {} : { column: start }) },
        end: { line: endLine, ...(end === undefined ? {} : { column: end }) },
      },
    },
    severity: finding.new ? "ERROR" : "INFO",
    code: { value: rule },
    source: { name: "failcheck" },
  };
}

/** The column in bytes, where the whole line is at hand; a column that is only nearly right is left out. */
function byteColumn({ excerpt }: Finding, line: number, column: number): number | undefined {
  const shown = excerpt.find((each) => each.line === line);
  const before = shown && [shown.from, shown.to].includes(column - 1) ? shown.text.slice(0, column - 1) : undefined;
  return before === undefined ? undefined : Buffer.byteLength(before) + 1;
}
