/** What every commit pays: `failcheck staged` with three small files in a repository of 2,000. At most 2.5 × `node -e 0`. */
import { bareNode, compare, failcheck, scratch, table } from "../measure.mjs";

const changes = {
  "staged: css, txt, toml": { "a.css": "body{margin:0}\n", "b.txt": "text\n", "c.toml": "x = 1\n" },
  "staged: html, md, py without a question": {
    "site/a.html": "<div><p>x</p></div>\n",
    "docs/b.md": "# B\n\nText.\n",
    "src/c.py": "def f(x):\n    return x\n",
  },
  "staged: ts, sh, json": { "src/a.ts": "export const a = 1;\n", "b.sh": "echo ok\n", "c.json": "{}\n" },
};

for (const [name, files] of Object.entries(changes)) {
  const { root, git, write, commit } = scratch();
  for (let file = 0; file < 2000; file++) write(`src/${file % 40}/file-${file}.txt`, `line ${file}\n`.repeat(40));
  write("README.md", "# Bench\n");
  commit("2,000 files");
  for (const [path, text] of Object.entries(files)) write(path, text);
  git("add", "-A");
  const medians = compare({ "node -e 0": bareNode, [name]: [process.execPath, [failcheck, "staged"]] }, root);
  table({ [name]: medians[name] }, medians["node -e 0"]);
}
