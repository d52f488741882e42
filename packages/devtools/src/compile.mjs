/**
 * `node packages/devtools/src/compile.mjs`: runs the built command once, over the kinds of files that most commits hold, and keeps
 * what V8 compiled of its parts beside them, for `packages/failcheck/src/start.cjs`. The build starts it, on a Node that has no
 * cache of its own.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const files = {
  "a.html": "<div><p>x</p></div>\n",
  "b.md": "# B\n\nText.\n",
  "c.py": "def f(x):\n    return x\n",
  "d.ts": "export const a = 1;\n",
  "e.css": "body{margin:0}\n",
  "f.json": "{}\n",
  "g.yaml": "token: ${TOKEN}\n",
};

// A hook that builds has variables set that speak of its own repository.
for (const name of Object.keys(process.env)) if (name.startsWith("GIT_")) delete process.env[name];

const root = mkdtempSync(join(tmpdir(), "failcheck-build-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
process.chdir(root);
for (const [name, text] of Object.entries(files)) writeFileSync(name, text);
for (const words of [
  ["init", "--quiet"],
  ["add", "."],
])
  spawnSync("git", words);

const { compiled, folder, load } = createRequire(import.meta.url)(join(import.meta.dirname, "../../failcheck/dist/start.cjs"));
process.on("exit", () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of compiled) writeFileSync(join(folder, name), script.createCachedData());
});
process.argv = [process.execPath, "failcheck", "staged"];
load("cli.js");
