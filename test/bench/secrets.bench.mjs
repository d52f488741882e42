/**
 * `node test/bench/secrets.bench.mjs TREE`: wall time, processor time and memory of failcheck's secret rules over a tree,
 * and of whichever peers are on the machine, as ratios of failcheck. Build first. Nothing is uploaded or verified.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const tree = resolve(process.argv[2] ?? ".");
const runs = 5;
const command = new URL("../../packages/failcheck/bin/failcheck.js", import.meta.url).pathname;

/** How each tool is told to read a folder of files. */
const tools = {
  failcheck: [process.execPath, command, "--only", "secrets/*", "."],
  betterleaks: ["betterleaks", "dir", ".", "--no-banner"],
  gitleaks: ["gitleaks", "dir", ".", "--no-banner"],
  trufflehog: ["trufflehog", "filesystem", ".", "--no-verification", "--no-update", "--json"],
  "detect-secrets": ["detect-secrets", "scan", "--all-files", "."],
  secretlint: ["secretlint", "**/*"],
  ripsecrets: ["ripsecrets", "."],
};

function isThere(program) {
  return program.includes("/") || (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Seconds of wall time, and of user and system time as the children of this process used it; the median of the runs. */
function measure([program, ...options]) {
  const walls = [];
  const cpus = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const result = spawnSync(
      "/usr/bin/env",
      ["bash", "-c", `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1`, "_", program, ...options],
      {
        cwd: tree,
        encoding: "utf8",
      },
    );
    walls.push((performance.now() - start) / 1000);
    const [user = 0, system = 0] = result.stderr.trim().split(/\s+/).map(Number);
    cpus.push(user + system);
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { wall: median(walls), cpu: median(cpus) };
}

const results = Object.entries(tools)
  .filter(([, [program]]) => isThere(program))
  .map(([name, tool]) => ({ name, ...measure(tool) }));
const [own] = results;
process.stdout.write(`${tree}, median of ${runs} runs\n`);
for (const { name, wall, cpu } of results) {
  const ratio = own && own.wall > 0 ? wall / own.wall : 1;
  process.stdout.write(
    `${name.padEnd(16)} ${wall.toFixed(2)} s wall  ${cpu.toFixed(2)} s processor  ${ratio.toFixed(2)} x failcheck\n`,
  );
}
