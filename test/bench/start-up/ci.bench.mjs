/** A pull request of 20 commits and 50 files in a repository of 4,000: at most 15 × `node -e 0`. */
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

const words = [failcheck, "ci", "main..topic"];
const medians = compare({ "node -e 0": bareNode, "ci: 20 commits, 50 files": [process.execPath, words] }, root);
table({ "ci: 20 commits, 50 files": medians["ci: 20 commits, 50 files"] }, medians["node -e 0"]);
