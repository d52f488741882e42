import * as v from "valibot";
import { lint } from "../lint.ts";
import type { Finding, Result } from "../finding.ts";
import type { ActiveRule } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { texts, type TextsSides } from "../sources/texts.ts";

/** A rule with options as a configuration would give them; a page's options are checked like any other. */
export function activeRule(rule: Rule, options: unknown = {}): ActiveRule {
  return { rule, options: rule.options ? v.parse(rule.options, options) : {} };
}

/** Runs rules over texts in memory, as the command would over a change that holds them. */
export function lintTexts(rules: readonly ActiveRule[], sides: TextsSides): Promise<Result> {
  return lint(texts(sides), {
    rules,
    knownRules: new Set(rules.map(({ rule }) => rule.id)),
    ignore: [],
    allowances: [],
    baseline: [],
    today: new Date().toISOString().slice(0, 10),
  });
}

/** A finding in the form of the pages: `line:col-line:col message`, with the path where it is not the expected file. */
export function stated(finding: Finding, path: string): string {
  const { line, column, endLine, endColumn, message } = finding;
  return `${finding.path === path ? "" : `${finding.path}:`}${line}:${column}-${endLine}:${endColumn} ${message}`;
}
