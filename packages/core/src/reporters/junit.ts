import type { Finding, Result } from "../finding.ts";
import { shownPath } from "../path-bytes.ts";
import { printable } from "./printable.ts";
import { gating, plural, summary, type Reporter } from "./report.ts";
import { xml } from "./well-formed.ts";

/** JUnit's XML: a suite a rule, a case a file with findings, and one case for the files that passed, so that nothing looked at is visible. */
export const junit: Reporter = (result, context) => {
  const findings = gating(result);
  const rules = [...new Set([...Object.keys(result.rulesSeen), ...findings.map(({ rule }) => rule)])].sort();
  const suites = rules.map((rule) =>
    suite(
      rule,
      findings.filter((finding) => finding.rule === rule),
      result,
    ),
  );
  const cases = suites.length + findings.length + result.failures.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(summary(result, context))}" failures="${findings.length}" errors="${result.failures.length}" tests="${cases}">`,
    ...suites,
    ...result.failures.map(error),
    "</testsuites>\n",
  ].join("\n");
};

function suite(rule: string, findings: readonly Finding[], result: Result): string {
  const paths = [...new Set(findings.map(({ path }) => path))];
  const passed = Math.max(0, (result.rulesSeen[rule] ?? 0) - paths.length);
  const name = xml(rule);
  return [
    `  <testsuite name="${name}" tests="${findings.length + 1}" failures="${findings.length}" errors="0">`,
    ...findings.map((finding) => failure(name, finding)),
    `    <testcase classname="${name}" name="${plural(passed, "file")} without findings"${passed === 0 ? "><skipped/></testcase>" : "/>"}`,
    "  </testsuite>",
  ].join("\n");
}

function failure(suiteName: string, { path, line, column, message, help }: Finding): string {
  const place = `${shownPath(path)}:${line}:${column}`;
  const body = printable(help === null ? message : `${message} (${help})`);
  return [
    `    <testcase classname="${suiteName}" name="${xml(place)}" file="${xml(shownPath(path))}">`,
    `      <failure message="${xml(printable(message))}" type="${suiteName}">${xml(`${place} ${body}`)}</failure>`,
    "    </testcase>",
  ].join("\n");
}

function error(said: string): string {
  const text = xml(printable(said));
  return `  <testsuite name="failcheck" tests="1" failures="0" errors="1"><testcase classname="failcheck" name="could not look"><error message="${text}"/></testcase></testsuite>`;
}
