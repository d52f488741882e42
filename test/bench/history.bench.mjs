/** The history of 20,000 commits: alone, as the slowest of 2 and of 4 shards on machines of their own, and a second time. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { bareNode, failcheck, median, scratch, timed } from "./measure.mjs";

const commits = 20_000;
const { root } = scratch();
const stream = [];
for (let n = 0; n < commits; n++) {
  const text = Array.from(
    { length: 25 },
    (_, line) => `line ${line} of version ${n}: const value${line} = compute(${n * line});\n`,
  ).join("");
  const subject = `commit ${n}`;
  stream.push(
    `commit refs/heads/main\ncommitter A <a@example.com> ${1_700_000_000 + n} +0000\ndata ${subject.length}\n${subject}\n`,
    `M 100644 inline src/${n % 40}/file-${n % 800}.ts\ndata ${text.length}\n${text}\n`,
  );
}
spawnSync("git", ["fast-import", "--quiet", "--force"], { cwd: root, input: stream.join(""), maxBuffer: 1 << 28 });

const fresh = () => rmSync(join(root, ".git/failcheck"), { recursive: true, force: true });
const look = (...words) => {
  const { ms, status, stderr } = timed(process.execPath, [failcheck, "history", ...words], root);
  if (status !== 0) throw new Error(`history ended with ${status}: ${stderr}`);
  return ms;
};
const slowestOf = (count) =>
  Math.max(
    ...Array.from({ length: count }, (_, index) => {
      fresh();
      return look("--shard", `${index + 1}/${count}`, "--output", `blob=${join(root, ".git", `${index}.json`)}`);
    }),
  );

const bare = median(Array.from({ length: 5 }, () => timed(...bareNode, root).ms));
fresh();
const alone = look();
const again = look();
const rows = { alone, "2 shards": slowestOf(2), "4 shards": slowestOf(4), "again, with what was clean known": again };
for (const [name, ms] of Object.entries(rows)) {
  console.log(
    `${name.padEnd(36)} ${(ms / 1000).toFixed(2).padStart(7)} s ${(ms / bare).toFixed(0).padStart(5)} × node -e 0 ${(alone / ms).toFixed(2).padStart(6)} times as fast`,
  );
}
