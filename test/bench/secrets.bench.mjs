/**
 * `node test/bench/secrets.bench.mjs [TREE]`: failcheck's secret rules and whichever peers are on the machine, on the same tree
 * (5,000 files of the packages installed here, where none is named),
 * the same staged change and the same history, as ratios of wall time against failcheck; and how many of the catalogue's own
 * lists each of them judges right. Build first. Nothing is uploaded or verified, and the cases are made when it runs.
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, extname, join, resolve } from "node:path";
import { tool } from "../../packages/devtools/src/tool.mjs";
import { failcheck, median, scratch } from "./measure.mjs";

const turns = 5;
/** Seconds of a first run after which a tool is not run again. */
const patience = 20;
/** Seconds after which a run is stopped, where coreutils' timeout is there: one peer is quadratic in the number of files. */
const limit = 120;
const limited = (command) => (existsSync("/usr/bin/timeout") ? ["timeout", String(limit), ...command] : command);
const own = [process.execPath, failcheck];
const staged = ["src/1.js", "src/2.js", "src/3.js"];
/** Its recommended rules: without a configuration it checks nothing. */
const secretlint = ["secretlint", "--secretlintrcJSON", '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'];

/** How each tool is told to read a folder, what is staged, and the history; a tool without a way to do so is left out there. */
const tools = {
  failcheck: {
    folder: [...own, "--only", "secrets/*", "."],
    staged: [...own, "staged", "--only", "secrets/*"],
    history: [...own, "history", "--only", "secrets/*"],
  },
  betterleaks: {
    folder: ["betterleaks", "dir", ".", "--no-banner"],
    staged: ["betterleaks", "git", "--pre-commit", "--staged", "--no-banner"],
    history: ["betterleaks", "git", ".", "--no-banner"],
  },
  gitleaks: {
    folder: ["gitleaks", "dir", ".", "--no-banner"],
    staged: ["gitleaks", "git", "--pre-commit", "--staged", "--no-banner"],
    history: ["gitleaks", "git", ".", "--no-banner"],
  },
  trufflehog: { folder: ["trufflehog", "filesystem", ".", "--no-verification", "--no-update", "--json"] },
  "detect-secrets": {
    folder: ["detect-secrets", "scan", "--all-files", "."],
    staged: ["detect-secrets-hook", ...staged],
  },
  secretlint: { folder: [...secretlint, "**/*"], staged: [...secretlint, ...staged] },
  ripsecrets: { folder: ["ripsecrets", "."], staged: ["ripsecrets", "--strict-ignore", ...staged] },
};

/** What the tools end with when they have looked: nothing found, something found, something found by trufflehog. */
const looked = new Set([0, 1, 183]);
/** What timeout ends with when it has stopped something. */
const stopped = 124;

function isThere([program]) {
  return program.includes("/") || (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

const timer = "/usr/bin/time";
const bare = [process.execPath, "-e", "0"];

/** Seconds of wall time, and of processor time of the process and its children; its memory in megabytes where GNU time is there. */
function once(name, command, cwd) {
  const quiet = ["bash", "-c", `exec "$@" >/dev/null 2>&1`, "_", ...limited(command)];
  const script = `TIMEFORMAT='%U %S'; time "$@"`;
  const [program, ...options] = existsSync(timer) ? [timer, "-f", "%U %S %M", ...quiet] : ["bash", "-c", script, "_", ...quiet];
  const start = performance.now();
  const { stderr, status } = spawnSync(program, options, { cwd, encoding: "utf8" });
  if (!looked.has(status) && status !== stopped)
    throw new Error(`${name} could not look, it ended with ${status}: ${command.join(" ")}`);
  const [user = 0, system = 0, kilobytes = 0] = stderr
    .trim()
    .split(/\s+/)
    .slice(existsSync(timer) ? -3 : -2)
    .map(Number);
  return { wall: (performance.now() - start) / 1000, cpu: user + system, megabytes: kilobytes / 1024 };
}

/** Medians of tools that take turns, so that what else the machine does hits all of them alike. */
function race(what, cwd, prepare = () => undefined) {
  const all = Object.entries({ ...tools, ...(what === "staged" ? { "node -e 0": { staged: bare } } : {}) });
  const running = all.filter(([, commands]) => commands[what] && isThere(commands[what]));
  const times = new Map(running.map(([name]) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, commands] of running) {
      if (times.get(name)[0]?.wall > patience) continue;
      prepare(name);
      times.get(name).push(once(name, commands[what], cwd));
    }
  }
  const left = Object.keys(tools).filter((name) => !times.has(name));
  console.log(`\n${what}, ${cwd}, median of ${turns} runs in turns (one where the first took over ${patience} s)`);
  if (left.length > 0) console.log(`not on this machine, or without a way to do so: ${left.join(", ")}`);
  const walls = new Map([...times].map(([name, all]) => [name, median(all.map(({ wall }) => wall))]));
  for (const [name, all] of times) {
    const wall = walls.get(name);
    const cpu = median(all.map((one) => one.cpu));
    const memory = existsSync(timer) ? `${Math.max(...all.map((one) => one.megabytes)).toFixed(0)} MB  ` : "";
    const ratio = `${wall < limit ? "" : "stopped: over "}${(wall / walls.get("failcheck")).toFixed(2)}`;
    console.log(`${name.padEnd(16)} ${wall.toFixed(2)} s wall  ${cpu.toFixed(2)} s processor  ${memory}${ratio} x failcheck`);
  }
}

const wanted = 5000;
const texts = new Set([".js", ".ts", ".mjs", ".cjs", ".json", ".md", ".yml", ".html", ".py"]);

/** 5,000 files as they stand in the packages installed here, none of them over 40 KB. */
function packagesTree() {
  const { root } = scratch();
  const from = join(import.meta.dirname, "../../node_modules");
  const all = readdirSync(from, { recursive: true }).filter(
    (path) => texts.has(extname(path)) && !/^(?:@failcheck|failcheck)\b/.test(path),
  );
  let count = 0;
  for (const [index, path] of all.entries()) {
    const stats = statSync(join(from, path), { throwIfNoEntry: false });
    if (count >= wanted || index % 3 === 0 || !stats?.isFile() || stats.size === 0 || stats.size > 40_000) continue;
    // A name without node_modules: every tool reads it.
    const to = join(root, "lib", path.replaceAll("node_modules", "modules"));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(from, path), to);
    count += 1;
  }
  spawnSync("git", ["add", "-A", "-f"], { cwd: root });
  return root;
}

/** Three staged files of 80 lines in a repository of 2,000, and a history of 300 commits. */
function repository() {
  const { root, git, write, commit } = scratch();
  const text = (seed) =>
    Array.from({ length: 80 }, (_, line) => `export const value${seed}x${line} = ${seed * line};`).join("\n");
  for (let file = 0; file < 2000; file++) write(`src/${file}.js`, text(file));
  commit("first");
  for (let step = 0; step < 300; step++) {
    write(`src/${step}.js`, text(step + 5000));
    commit(`step ${step}`);
  }
  for (const file of [1, 2, 3]) write(`src/${file}.js`, text(file + 9000));
  git("add", "-A");
  return root;
}

/** Every text of the catalogue's lists in a folder of its own; any finding below it counts. */
async function writeLists(root) {
  const { listedTexts } = await tool("catalogue");
  const counts = { match: 0, noMatch: 0 };
  for (const { list, text } of listedTexts()) {
    const file = join(root, list, String(counts[list]++), "config.txt");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return counts;
}

/** Which of the numbered folders a tool found something in: whatever it says, it names the path. */
function foldersNamed(name, command, cwd) {
  const [program, ...options] = limited(command);
  const report = join(cwd, "..", "report.json");
  const into = name.endsWith("leaks") ? ["-f", "json", "-r", report] : [];
  // To a file: what goes through a pipe is cut where a program ends before it has written all.
  const said = openSync(join(cwd, "..", "said.txt"), "w+");
  const { status } = spawnSync(program, [...options, ...into], { cwd, stdio: ["ignore", said, "ignore"] });
  closeSync(said);
  if (status === stopped) return Number.NaN;
  if (!looked.has(status)) throw new Error(`${name} could not look, it ended with ${status}`);
  const text = readFileSync(into.length > 0 ? report : join(cwd, "..", "said.txt"), "utf8");
  return new Set([...text.matchAll(/(\d+)\/config\.txt/g)].map(([, number]) => number)).size;
}

async function judge() {
  const { root } = scratch();
  const counts = await writeLists(root);
  console.log(`\nthe lists of the catalogue: ${counts.match} texts that must match, ${counts.noMatch} that must not`);
  console.log("A text that must not match one kind may well be a secret of another: the second column is an upper bound.");
  for (const [name, { folder }] of Object.entries(tools)) {
    if (!isThere(folder)) continue;
    const command = name === "failcheck" ? [...own, "--only", "secrets/*", "--format", "json", "."] : folder;
    const share = (list) => ((100 * foldersNamed(name, command, join(root, list))) / counts[list]).toFixed(1);
    console.log(`${name.padEnd(16)} recall ${share("match")} %  found where it must not ${share("noMatch")} %`);
  }
}

const root = repository();
race("folder", resolve(process.argv[2] ?? packagesTree()));
race("staged", root);
// What failcheck remembers of a history would make its later runs nothing but start-up.
race("history", root, () => spawnSync("rm", ["-rf", join(root, ".git/failcheck")]));
await judge();
