import type { Finding, Place } from "../finding.ts";
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
  const { path, message, help, rule } = finding;
  const suggestions = suggestionsOf(finding);
  return {
    message: printable(help === null ? message : `${message} (${help})`),
    location: { path: shownPath(path), range: rangeOf(finding, finding) },
    severity: finding.new ? "ERROR" : "INFO",
    code: { value: rule },
    source: { name: "failcheck" },
    ...(suggestions.length > 0 && { suggestions }),
  };
}

/** The repairs that are one replacement in the finding's own lines: a suggestion has no path. */
function suggestionsOf(finding: Finding) {
  return finding.repairs.flatMap(({ edits: [edit, ...more] }) => {
    if (edit === undefined || more.length > 0 || edit.path !== finding.path) return [];
    const range = rangeOf(finding, edit);
    return "column" in range.start && "column" in range.end ? [{ range, text: edit.text }] : [];
  });
}

function rangeOf(finding: Finding, { line, column, endLine, endColumn }: Place) {
  const [start, end] = [byteColumn(finding, line, column), byteColumn(finding, endLine, endColumn)];
  return {
    start: { line, ...(start !== undefined && { column: start }) },
    end: { line: endLine, ...(end !== undefined && { column: end }) },
  };
}

/** The column in bytes, where the whole line is at hand; a column that is only nearly right is left out. */
function byteColumn({ excerpt, ...place }: Finding, line: number, column: number): number | undefined {
  const shown = excerpt.find((each) => each.line === line);
  const isWhole = shown?.from === place.column - 1 && line === place.line && !shown.text.endsWith("…");
  const isKnown = shown !== undefined && (isWhole || [shown.from, shown.to].includes(column - 1));
  return isKnown && column <= shown.text.length + 1 ? Buffer.byteLength(shown.text.slice(0, column - 1)) + 1 : undefined;
}
