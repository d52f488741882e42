import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-json";

/** What an example stores, by running it. */
export interface Executed {
  readonly module: string;
  readonly name: string;
  /** `double`, `once`, or `raises` and why. */
  readonly verdict: string;
}

/** Reads a runner's lines: module, case and verdict with tabs between. */
export function executedCases(output: string): readonly Executed[] {
  return output
    .trim()
    .split("\n")
    .map((line) => {
      const [module = "", name = "", verdict = ""] = line.split("\t");
      return { module, name, verdict };
    });
}

/** The examples of a folder, and the functions among them in which the rule finds something. */
export async function judged(folder: string, isCase: RegExp) {
  const files = readdirSync(folder).filter((name) => /\.(?:py|sql|mjs\.txt)$/.test(name) && !name.startsWith("run."));
  const after = Object.fromEntries(files.map((name) => [name.replace(".txt", ""), readFileSync(join(folder, name), "utf8")]));
  const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));
  const { findings, failures } = await lintTexts(active, { after });
  const found = new Map<string, string[]>();
  for (const { path, line, message } of findings) {
    const name = caseAt(after[path] ?? "", line, isCase) ?? `line ${String(line)}`;
    const key = `${path.replace(/\.\w+$/, "")} ${name}`;
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return { found, failures };
}

/** The case a line belongs to: the last one that begins above it. */
function caseAt(text: string, line: number, isCase: RegExp): string | undefined {
  const above = text.split("\n").slice(0, line);
  return above.map((one) => isCase.exec(one)?.[1]).findLast((name) => name !== undefined);
}
