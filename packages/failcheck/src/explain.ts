import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotCheck, didYouMean } from "@failcheck/core";
import { allRules } from "./checkers.ts";
import type { Answer } from "./request.ts";

/** All rules, a line each: id, state, the incidents behind it, its promise. */
export function listRules(): Answer {
  const widest = Math.max(...allRules.map(({ id }) => id.length));
  const lines = allRules.map(({ id, preview, incidents, title }) => {
    const state = preview ? "preview" : "on     ";
    return `${id.padEnd(widest)}  ${state}  ${title}${incidents.length > 0 ? ` (${incidents.join(", ")})` : ""}`;
  });
  return {
    out: `${lines.join("\n")}\n${allRules.length} rules. failcheck explain RULE tells its story.\n`,
    err: "",
    exitCode: 0,
  };
}

/** The page of a rule or of an incident. */
export async function explain(id: string): Promise<Answer> {
  for (const folder of ["rules", "incidents"]) {
    const path = join(import.meta.dirname, folder, `${id}.md`);
    if (/^[\w/.-]+$/.test(id) && !id.includes("..") && existsSync(path))
      return { out: await readFile(path, "utf8"), err: "", exitCode: 0 };
  }
  const known = allRules.map((rule) => rule.id);
  throw new CannotCheck(`no rule or incident is called ${id}${await didYouMean(id, known)}. failcheck rules lists the rules.`);
}
