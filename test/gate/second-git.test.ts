import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { secondGit } from "../support/second-git.ts";

const second = secondGit();

/** The scenarios of the gate, and those of what only a newer git has. */
const scenarios = [...scenariosIn("../scripts").filter((path) => path.includes("/gate-")), ...scenariosIn("second-git")];

function scenariosIn(name: string): readonly string[] {
  return readdirSync(join(import.meta.dirname, name)).map((file) => `${name}/${file}`);
}

if ("why" in second) {
  const sentence = `no second git could be had (${second.why}): the scenarios of the gate ran under the machine's own alone`;
  process.stderr.write(`${sentence}\n`);
  test.skip(sentence, () => undefined);
} else {
  test.concurrent.each(scenarios)(`%s under ${second.version}`, async (path) => {
    await runScript(readFileSync(join(import.meta.dirname, path), "utf8"), second.folder);
  });
}
