/** A commit of 10 Python files in a repository of 4,000: with models and writers, remembered and not, and with no candidate. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { bareNode, compare, failcheck, scratch, table } from "./measure.mjs";

const { root, git, write, commit } = scratch();
const filler = (index) =>
  Array.from({ length: 40 }, (_, line) => `def f${line}(a, b):\n    return a + b * ${index}\n`).join("\n");

for (let index = 0; index < 4000; index++) write(`app/d${index % 40}/m${index}.py`, filler(index));
const model = (index) =>
  `from sqlalchemy import JSON, Column\nfrom app.base import Base\n\n\nclass Job${index}(Base):\n    payload = Column(JSON)\n`;
for (let index = 0; index < 50; index++) write(`app/models/m${index}.py`, model(index));
commit("first");

const writer = (index) =>
  `import json\nfrom app.models.m${index} import Job${index}\n\n\ndef store(data):\n    return Job${index}(payload=data, note=json.dumps(data))\n`;
for (let index = 0; index < 10; index++) write(`app/writers/w${index}.py`, writer(index));
git("add", "-A");

const run = ["staged", "--only", "json/*"];
const forget = `require("fs").rmSync(${JSON.stringify(join(root, ".git/failcheck"))},{recursive:true,force:true})`;
const writers = {
  "node -e 0": bareNode,
  "10 writers, remembered": [process.execPath, [failcheck, ...run]],
  "10 writers, not remembered": [
    "sh",
    ["-c", `"${process.execPath}" -e '${forget}'; "${process.execPath}" "${failcheck}" ${run.join(" ")}`],
  ],
};
const medians = compare(writers, root, 5);
table(medians, medians["node -e 0"]);

git("reset", "-q", "--hard");
for (let index = 0; index < 10; index++) write(`app/d0/m${index * 40}.py`, filler(index + 1));
git("add", "-A");
const none = { "node -e 0": bareNode, "10 files, no candidate": [process.execPath, [failcheck, ...run]] };
const ratios = compare(none, root, 5);
table(ratios, ratios["node -e 0"]);
rmSync(root, { recursive: true, force: true });
