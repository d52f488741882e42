import type { Finding } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { failureSentences, gating, type Reporter } from "./report.ts";
import { xml } from "./well-formed.ts";

/** Checkstyle's XML, which Jenkins and reviewdog read. */
export const checkstyle: Reporter = (result) => {
  const byPath = new Map<string, Finding[]>();
  for (const finding of gating(result)) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const older = result.findings.length - gating(result).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...[...byPath].flatMap(([path, findings]) => [
      `  <file name="${xml(shownPath(path))}">`,
      ...findings.map(error),
      "  </file>",
    ]),
    ...failureSentences(result).map(
      (sentence) => `  <file name="failcheck"><error severity="error" message="${xml(sentence)}"/></file>`,
    ),
    ...(older > 0 ? [`  <!-- ${older} older findings are not listed -->`] : []),
    "</checkstyle>\n",
  ].join("\n");
};

function error({ line, column, message, help, rule }: Finding): string {
  const text = xml(printable(help === null ? message : `${message} (${help})`));
  return `    <error line="${line}" column="${column}" severity="error" message="${text}" source="failcheck.${xml(rule)}"/>`;
}
