/** What the benchmarks share: scratch repositories, medians, and the smallest thing to compare with, `node -e 0`. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const failcheck = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");

/** A repository that is gone when the process ends. */
export function scratch() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-bench-")));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  git("init", "-q", "-b", "main");
  for (const [key, value] of [
    ["user.name", "Bench"],
    ["user.email", "bench@example.com"],
    ["commit.gpgsign", "false"],
    ["gc.auto", "0"],
  ])
    git("config", key, value);
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const commit = (message) => {
    git("add", "-A");
    git("commit", "-q", "--no-verify", "-m", message);
  };
  return { root, git, write, commit };
}

/** Runs a program to its end; how long it took in milliseconds, and what it left. */
export function timed(file, args, cwd) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, status, stdout, stderr };
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Medians of programs that take turns, so that what else the machine does hits all of them alike; one turn is thrown away. */
export function compare(programs, cwd, turns = 15) {
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, [file, args, expected = 0]] of Object.entries(programs)) {
      const { ms, status, stderr } = timed(file, args, cwd);
      if (status !== expected) throw new Error(`${name} ended with ${status} instead of ${expected}: ${stderr}`);
      if (turn > 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

export const bareNode = [process.execPath, ["-e", "0"]];

/** Prints medians as ratios against bare node. */
export function table(medians, base) {
  for (const [name, ms] of Object.entries(medians))
    console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms ${(ms / base).toFixed(2).padStart(7)} × node -e 0`);
}
