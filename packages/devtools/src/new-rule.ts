import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { incidentPagePath, rulePagePath } from "./pages.ts";
import { emptyIncident, emptyPage, emptyRule, listed, withRule } from "./new-rule-files.ts";

const usage = "usage: npm run new-rule html/unclosed-div P-11";

/**
 * `npm run new-rule AREA/NAME INCIDENT`: a rule that reports nothing yet, its page with a failing example, the entry in its
 * package's list, and the incident's page where there is none.
 */
export function main([id = "", incident = ""]: readonly string[]): number {
  const [area = "", name = "", ...rest] = id.split("/");
  if (!isName(area) || !isName(name) || rest.length > 0 || !/^[\w-]{1,40}$/.test(incident)) return fail(usage);
  const index = `packages/check-${area}/src/index.ts`;
  if (!existsSync(index))
    return fail(`there is no package packages/check-${area}; copy one that exists and list it in failcheck`);
  const page = rulePagePath(id);
  const source = page.replace(".md", ".ts");
  if (existsSync(source)) return fail(`${source} exists already`);

  write(source, emptyRule(id, incident));
  write(page, emptyPage(id, incident));
  write(index, listed(readFileSync(index, "utf8"), name));
  const story = incidentPagePath(incident);
  write(story, existsSync(story) ? withRule(readFileSync(story, "utf8"), id) : emptyIncident(incident, id));
  spawnSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", index, story]);
  console.log(`next: write Fails and Passes in ${page}, see them fail, write check, then npm run docs`);
  return 0;
}

/** Matches `unclosed-div`, not `Unclosed_div`. */
function isName(word: string): boolean {
  return /^[a-z][a-z0-9-]{0,60}$/.test(word);
}

function write(path: string, text: string): void {
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

function fail(message: string): number {
  console.error(message);
  return 2;
}
