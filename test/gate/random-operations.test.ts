import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scratchRepository } from "../support/repository.ts";
import type { ScratchRepository } from "../support/repository.ts";
import { madeSecret } from "../support/secret.ts";

const failcheck = join(import.meta.dirname, "../../packages/failcheck/bin/failcheck.js");
const runs = Number(process.env.FAILCHECK_PROPERTY_RUNS ?? 3);

/** One step: a git command, or a word for what the test itself does to the files. */
type Step = readonly string[];

const file = fc.constantFrom("a", "b", "c");
const branch = fc.constantFrom("main", "one", "two");
const skip = fc.constantFrom([], ["-n"]);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: file.map((name) => ["write", name]) },
  { weight: 3, arbitrary: file.map((name) => ["plant", name]) },
  { weight: 4, arbitrary: fc.constant(["add", "--all"]) },
  { weight: 6, arbitrary: skip.map((flags) => ["commit", "-qm", "words", ...flags]) },
  { weight: 2, arbitrary: skip.map((flags) => ["commit", "-qam", "words", ...flags]) },
  { weight: 2, arbitrary: fc.tuple(file, skip).map(([name, flags]) => ["commit", "-qm", "words", ...flags, "--", name]) },
  { weight: 2, arbitrary: skip.map((flags) => ["commit", "-q", "--amend", "--no-edit", ...flags]) },
  { weight: 1, arbitrary: fc.constant(["commit-secret-message"]) },
  { weight: 3, arbitrary: branch.map((name) => ["switch", "-q", "-f", name]) },
  { weight: 2, arbitrary: branch.map((name) => ["branch", "-f", name]) },
  { weight: 1, arbitrary: fc.constant(["checkout", "-q", "--detach"]) },
  { weight: 2, arbitrary: branch.map((name) => ["merge", "-q", "--no-verify", "--no-edit", name]) },
  { weight: 2, arbitrary: branch.map((name) => ["rebase", "-q", "--no-verify", name]) },
  { weight: 1, arbitrary: branch.map((name) => ["rebase", "-q", "--apply", name]) },
  { weight: 1, arbitrary: branch.map((name) => ["cherry-pick", name]) },
  { weight: 1, arbitrary: fc.constant(["revert", "--no-edit", "HEAD"]) },
  { weight: 1, arbitrary: fc.constant(["stash", "-q"]) },
  { weight: 1, arbitrary: fc.constantFrom(["stash", "pop", "-q"], ["branch", "-f", "two", "stash@{0}"]) },
  { weight: 1, arbitrary: fc.constantFrom(["reset", "-q", "--hard", "HEAD~1"], ["reset", "-q", "--soft", "HEAD~1"]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(["rebase", "--abort"], ["merge", "--abort"], ["cherry-pick", "--abort"], ["rebase", "--skip"]),
  },
  { weight: 1, arbitrary: file.map((name) => ["tag-blob", name]) },
  { weight: 1, arbitrary: file.map((name) => ["tree-by-hand", name]) },
);

function play(repository: ScratchRepository, [verb = "", name = "", ...rest]: Step, number: number): void {
  const place = join(repository.root, name);
  const run = (...args: readonly string[]): string =>
    spawnSync("git", args, { cwd: repository.root, env: repository.env, encoding: "utf8" }).stdout.trim();
  if (verb === "write") writeFileSync(place, `harmless ${number}\n`);
  else if (verb === "plant") writeFileSync(place, `token = "${madeSecret()}" ${number}\n`);
  else if (verb === "commit-secret-message") run("commit", "-q", "--allow-empty", "-nm", madeSecret());
  else if (verb === "tag-blob") run("tag", "-f", "blob", run("hash-object", "-w", name));
  else if (verb === "tree-by-hand") run("update-ref", "refs/heads/two", commitByHand(repository, run("hash-object", "-w", name)));
  else run(verb, ...[name, ...rest].filter((word) => word !== ""));
}

function commitByHand({ root, env }: ScratchRepository, blob: string): string {
  const options = { cwd: root, env, encoding: "utf8" } as const;
  const tree = spawnSync("git", ["mktree"], { ...options, input: `100644 blob ${blob}\thidden\n` }).stdout.trim();
  return spawnSync("git", ["commit-tree", "-p", "main", "-m", "by hand", tree], options).stdout.trim();
}

/** Whether a branch, tag or note reaches the secret, in whatever object. */
function reaches({ root, env }: ScratchRepository): boolean {
  const options = { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const listed = spawnSync("git", ["rev-list", "--objects", "--branches", "--tags", "--glob=refs/notes/*"], options).stdout;
  const ids = listed.split("\n").map((line) => line.slice(0, 40));
  return spawnSync("git", ["cat-file", "--batch"], { ...options, input: `${ids.join("\n")}\n` }).stdout.includes(madeSecret());
}

function start(): ScratchRepository {
  const repository = scratchRepository();
  repository.write("a", "first\n");
  repository.commit("first");
  repository.git("branch", "one");
  repository.git("branch", "two");
  execFileSync(process.execPath, [failcheck, "install"], { cwd: repository.root, env: repository.env, stdio: "ignore" });
  return repository;
}

test(
  "no sequence of git commands lands a planted secret on a branch, tag or note",
  () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 20, size: "max" }), (steps) => {
        const repository = start();
        try {
          for (const [number, one] of steps.entries()) {
            play(repository, one, number);
            expect(reaches(repository), `after ${one.join(" ")}`).toBe(false);
          }
        } finally {
          repository.remove();
        }
      }),
      { numRuns: runs },
    );
  },
  runs * 120_000,
);

test("the check of the test itself: with the hooks off the secret lands", () => {
  const repository = start();
  try {
    rmSync(join(repository.root, ".git/hooks"), { recursive: true });
    for (const [number, one] of [
      ["plant", "a"],
      ["add", "--all"],
      ["commit", "-qm", "words"],
    ].entries())
      play(repository, one, number);
    expect(reaches(repository)).toBe(true);
  } finally {
    repository.remove();
  }
});
