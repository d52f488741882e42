import type { Rule } from "@failcheck/core";
import { rulePagePath } from "./pages.ts";
import { table } from "./table.ts";

/** The README's list of rules: what each one promises, and the failures behind it. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => [
    `[\`${rule.id}\`](${rulePagePath(rule.id)})${rule.preview ? " (preview)" : ""}`,
    rule.title,
    rule.incidents.map((id) => `[${id}](packages/incidents/pages/${id}.md)`).join(", "),
  ]);
  return table([["Rule", "What it promises", "Because of"], ...rows]);
}
