/**
 * What the gate costs git, against no hooks and against husky: a commit of 3 files in 2,000, one whose tree is known, a rebase of
 * 50 commits, a fetch of 500 refs, and a push of 500 commits to a server. A reference-transaction hook that only ends is what sh
 * itself costs.
 */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failcheck, median, scratch, timed } from "./measure.mjs";

// Whoever measures may have switched husky off for themselves.
delete process.env.HUSKY;

const husky = join(import.meta.dirname, "../../node_modules/husky/index.js");
const lintStaged = join(import.meta.dirname, "../../node_modules/lint-staged/bin/lint-staged.js");

/** The repository in which everything is measured, with the hooks that one side has. */
function repository(hooks) {
  const { root, git, write, commit } = scratch();
  for (let index = 0; index < 2000; index++) write(`d${index % 40}/f${index}.txt`, `line ${index}\n`);
  write("package.json", '{ "type": "module", "lint-staged": { "*.nothing": "true" } }\n');
  commit("first");
  hooks({ root, git, write });
  return { root, git, write };
}

const run = (root, file, ...args) => execFileSync(file, args, { cwd: root, stdio: "ignore" });
const withHusky =
  (script) =>
  ({ root, write }) => {
    run(root, process.execPath, "-e", `import(${JSON.stringify(husky)}).then((husky) => husky.default(".husky"))`);
    write(".husky/pre-commit", script);
  };
const sides = {
  "no hooks": repository(() => undefined),
  "husky, a hook that runs true": repository(withHusky("true\n")),
  "husky and lint-staged, nothing to do": repository(withHusky(`node ${lintStaged}\n`)),
  "a reference-transaction that runs exit 0": repository(({ root }) => {
    writeFileSync(join(root, ".git/hooks/reference-transaction"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  }),
  "failcheck install": repository(({ root }) => run(root, process.execPath, failcheck, "install")),
};

/** One command on every side in turn, prepared anew each time; ratios against the first side. */
function measure(title, turns, prepare, args) {
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, side] of Object.entries(sides)) {
      prepare(side, turn);
      const { ms, status, stderr } = timed("git", args, side.root);
      if (status !== 0) throw new Error(`${title}, ${name}: ${stderr}`);
      if (turn > 0) times[name].push(ms);
    }
  }
  console.log(title);
  const base = median(times["no hooks"]);
  for (const [name, all] of Object.entries(times))
    console.log(
      `  ${name.padEnd(40)} ${median(all).toFixed(1).padStart(9)} ms ${(median(all) / base).toFixed(1).padStart(6)} × no hooks`,
    );
}

const edit = ({ git, write }, turn) => {
  for (let index = 0; index < 3; index++) write(`d${index}/f${index}.txt`, `turn ${turn} ${index}\n`);
  git("add", "-A");
};
measure("commit of 3 files in 2,000", 9, edit, ["commit", "-qm", "words"]);
measure("commit of a known tree", 9, () => undefined, ["commit", "-q", "--allow-empty", "-m", "words"]);

/** 50 commits on a branch and one on main, made without hooks. */
const branch = ({ git, write }, turn) => {
  const quiet = ["-c", "core.hooksPath=/dev/null"];
  git(...quiet, "checkout", "-q", "-B", "topic", "main");
  for (let index = 0; index < 50; index++) {
    write(`turn${turn}/${index}.txt`, `${index}\n`);
    git("add", "-A");
    git(...quiet, "commit", "-qm", `commit ${index}`);
  }
  git(...quiet, "checkout", "-q", "main");
  git(...quiet, "commit", "-q", "--allow-empty", "-m", "main");
  git(...quiet, "checkout", "-q", "topic");
};
measure("rebase of 50 commits", 3, branch, ["rebase", "-q", "main"]);

const remote = scratch();
remote.write("a", "a\n");
remote.commit("first");
const refs = Array.from({ length: 500 }, (_, index) => `create refs/heads/r${index} HEAD`).join("\n");
execFileSync("git", ["update-ref", "--stdin"], { cwd: remote.root, input: `${refs}\n` });
const forget = ({ root }) => rmSync(join(root, ".git/refs/remotes"), { recursive: true, force: true });
measure("fetch of 500 refs", 3, forget, ["fetch", "-q", "--no-tags", remote.root, "+refs/heads/*:refs/remotes/origin/*"]);

// A server has five seconds before some hosts end its hook: a push of 500 commits with 2,000 contents.
const pushed = scratch();
const script = Array.from({ length: 500 }, (_, commit) => {
  const contents = Array.from({ length: 4 }, (_, file) => {
    const text = Array.from({ length: 80 }, (_, line) => `const value${line} = compute(${commit}, ${line}); // ${file}\n`).join(
      "",
    );
    return `M 100644 inline d${commit % 20}/f${file}_${commit % 50}.ts\ndata ${text.length}\n${text}\n`;
  });
  return `commit refs/heads/main\ncommitter Bench <bench@example.com> ${1_700_000_000 + commit} +0000\ndata 5\nwords\n${contents.join("")}`;
});
execFileSync("git", ["fast-import", "--quiet"], { cwd: pushed.root, input: script.join("") });
const servers = {
  "no hooks": () => undefined,
  "failcheck install --server": (root) => run(root, process.execPath, failcheck, "install", "--server"),
};
console.log("push of 500 commits");
for (const [name, install] of Object.entries(servers)) {
  const times = [1, 2, 3].map(() => {
    const { root, git } = scratch();
    git("config", "core.bare", "true");
    install(root);
    const { ms, status, stderr } = timed("git", ["push", "-q", join(root, ".git"), "main:topic"], pushed.root);
    if (status !== 0) throw new Error(`push, ${name}: ${stderr}`);
    return ms;
  });
  console.log(`  ${name.padEnd(40)} ${median(times).toFixed(1).padStart(9)} ms`);
}
