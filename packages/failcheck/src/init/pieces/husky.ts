import { prepared } from "../manifest.ts";
import type { Piece } from "../piece.ts";
import { dependsOn } from "../project.ts";

const path = ".husky/pre-commit";
// husky puts node_modules/.bin on the PATH of its hooks.
const command = "failcheck staged --skip 'secrets/*'";

/** A line at the end of husky's pre-commit: formatters such as lint-staged change what is staged, so they go first. */
export const husky: Piece = {
  name: "husky",
  about: `${path}, behind lint-staged where that is there`,
  suits: (project) => dependsOn(project, "husky"),
  files(project) {
    const before = project.read(path) ?? (dependsOn(project, "lint-staged") ? "lint-staged\n" : "");
    const hook = before.includes("failcheck") ? [] : [{ path, text: `${lines(before)}${command}\n`, executable: true as const }];
    return [...hook, ...prepared(project, "husky")];
  },
};

const lines = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
