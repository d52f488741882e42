/** A whole tree: how many megabytes a second are checked, and how much memory 60 MB take. At most 300 MB. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { failcheck, scratch, timed } from "../measure.mjs";

const sources = {
  html: (n) => `<html><body>${`<section><div class="c-${n}"><p>Text ${n}</p></div></section>\n`.repeat(300)}</body></html>\n`,
  py: (n) =>
    `import os\n\n${`def function_${n}(value):\n    """Doc."""\n    return {"a": value, "b": os.environ.get("HOME")}\n\n`.repeat(200)}`,
  md: (n) => `# Title ${n}\n\n${"A paragraph of text with a [link](https://example.com) and `code`.\n\n".repeat(300)}`,
  txt: (n) => `${`line ${n} of a log that says nothing much, and says it at some length\n`.repeat(300)}`,
  ts: (n) => `${`export function f${n}(value: number): number {\n  return value + ${n};\n}\n\n`.repeat(300)}`,
  sql: (n) => `${`SELECT id, name FROM users WHERE id = ${n};\n`.repeat(400)}`,
};

/** Preloaded: says how much memory the process had at most. */
const probe = `data:text/javascript,${encodeURIComponent(
  'import { readFileSync } from "node:fs"; process.on("exit", () => process.stderr.write(readFileSync("/proc/self/status", "utf8")));',
)}`;

const { root, write, commit } = scratch();
let bytes = 0;
for (let n = 0; bytes < 60_000_000; n++) {
  for (const [extension, make] of Object.entries(sources)) {
    const text = `${make(n)}`;
    bytes += text.length;
    write(`src/${n % 50}/file-${n}.${extension}`, text);
  }
}
write("README.md", "# Bench\n");
commit("60 MB");

const { ms, status, stdout, stderr } = timed(process.execPath, [failcheck], root);
if (status !== 0) throw new Error(`failcheck ended with ${status}: ${stdout.slice(0, 2000)}${stderr}`);
console.log(stdout.trim());
console.log(`${"throughput of a whole tree".padEnd(44)} ${(bytes / 1e6 / (ms / 1000)).toFixed(1).padStart(8)} MB/s`);

if (existsSync("/proc/self/status")) {
  const ended = spawnSync(process.execPath, ["--import", probe, failcheck], { cwd: root, encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`failcheck ended with ${ended.status}: ${ended.stderr}`);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(ended.stderr)?.[1] ?? NaN) / 1024;
  console.log(`${"memory at its peak, a tree of 60 MB".padEnd(44)} ${peak.toFixed(0).padStart(8)} MB`);
}
