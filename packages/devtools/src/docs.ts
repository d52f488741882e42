import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { allRules } from "../../failcheck/src/checkers.ts";
import { withPart } from "./between.ts";
import { optionsTable } from "./options-table.ts";
import { rulePagePath } from "./pages.ts";
import { ruleTable } from "./rule-table.ts";

/** A document with generated parts, as it is and as it should be. */
export interface Document {
  readonly path: string;
  readonly is: string;
  readonly should: string;
}

/** Every document that holds a generated part. Paths are relative to the repository's root, which is the current directory. */
export function documents(): readonly Document[] {
  return [...optionTables(), part("README.md", "rules", ruleTable(allRules))];
}

function optionTables(): readonly Document[] {
  return allRules.flatMap((rule) => {
    const options = optionsTable(rule);
    const path = rulePagePath(rule.id);
    return options === undefined || !existsSync(path) ? [] : [part(path, "options", options)];
  });
}

/** A document without the marks is a mistake: what it should hold is shown as missing at its end. */
function part(path: string, name: string, content: string): Document {
  const is = readFileSync(path, "utf8");
  const should = withPart(is, name, content) ?? `${is}\n<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->\n`;
  return { path, is, should };
}

/** `npm run docs`: writes the generated parts; with `--check` only says which ones are out of date. */
export function main(words: readonly string[]): number {
  const stale = documents().filter((document) => document.is !== document.should);
  if (words.includes("--check")) {
    for (const { path } of stale) console.error(`${path}: its generated part is out of date; run: npm run docs`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, should } of stale) {
    writeFileSync(path, should);
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log("the generated parts are up to date");
  return 0;
}
