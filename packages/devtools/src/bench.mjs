/** `npm run bench [NAME]`: runs the benchmarks under test/bench one after the other, each in a process of its own. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tool.mjs";

const folder = join(root, "test/bench");
const wanted = process.argv[2] ?? "";
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".bench.mjs") && name.includes(wanted));

if (names.length === 0) {
  console.error(`no benchmark under test/bench is called ${wanted}`);
  process.exitCode = 2;
}
for (const name of names.sort()) {
  console.log(`\n# ${name.replace(".bench.mjs", "")}`);
  const { status } = spawnSync(process.execPath, [join(folder, name)], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
