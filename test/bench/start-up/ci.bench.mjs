/**
 * A pull request of 20 commits and 50 files in a repository of 4,000: at most 15 × `node -e 0`; and the same through the action, at
 * most 1.2 × the command.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareNode, compare, failcheck, scratch, table } from "../measure.mjs";

const { root, git, write, commit } = scratch();
for (let file = 0; file < 4000; file++) write(`src/${file % 60}/file-${file}.txt`, `line ${file}\n`.repeat(30));
write("README.md", "# Bench\n");
commit("4,000 files");
git("switch", "-q", "-c", "topic");
const kinds = {
  html: (n) => `<div><p>${n}</p></div>\n`,
  py: (n) => `def f${n}(x):\n    return x\n`,
  md: (n) => `# Title ${n}\n\nText.\n`,
  ts: (n) => `export const a${n} = ${n};\n`,
  css: (n) => `.a${n} { margin: 0 }\n`,
};
for (let step = 0; step < 20; step++) {
  for (let file = 0; file < 3; file++) {
    const n = (step * 3 + file) % 50;
    const [extension, make] = Object.entries(kinds)[n % 5];
    write(`site/file-${n}.${extension}`, make(n).repeat(step + 1));
  }
  commit(`step ${step}`);
}

const [base, head] = ["main", "topic"].map((name) => git("rev-parse", name).trim());
const event = join(root, ".git/event.json");
writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base, ref: "main" } } }));
const runner = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event, GITHUB_WORKSPACE: root };
Object.assign(process.env, runner, {
  GITHUB_OUTPUT: join(root, ".git/output"),
  GITHUB_STEP_SUMMARY: join(root, ".git/summary.md"),
});

const action = join(failcheck, "../../../action/dist");
const programs = {
  "node -e 0": bareNode,
  "ci: 20 commits, 50 files": [process.execPath, [failcheck, "ci"]],
  "the same, as the action bundles it": [process.execPath, [join(action, "cli.js"), "ci"]],
  "the action": [process.execPath, [join(action, "index.js")]],
};
const medians = compare(programs, root);
const { "node -e 0": bare, ...rows } = medians;
table(rows, bare);
const ratio = medians["the action"] / medians["the same, as the action bundles it"];
console.log(`the action takes ${ratio.toFixed(2)} × its command`);
