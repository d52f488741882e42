import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openGit, type Git } from "@failcheck/core";
import { isStub } from "../stub-files.ts";
import type { Check } from "./layer.ts";

/** Makes a linked worktree without files, asks git from there where it would look for a hook, and takes it away again. */
export async function linkedWorktreeCheck(git: Git, hook: string): Promise<Check> {
  const name = "linked worktree";
  const folder = mkdtempSync(join(tmpdir(), "failcheck-doctor-"));
  const linked = join(folder, "worktree");
  try {
    // Its own making is no commit of anybody's.
    const made = await git.ask([
      "-c",
      "core.hooksPath=/dev/null",
      "worktree",
      "add",
      "--no-checkout",
      "--detach",
      linked,
      "HEAD",
    ]);
    if (made.code !== 0) return { name, ok: true, says: "not tried: git makes none here before the first commit" };
    const { code, stdout } = await openGit(linked).ask(["rev-parse", "--git-path", `hooks/${hook}`]);
    const file = resolve(linked, stdout.toString("utf8").trimEnd());
    const ok = code === 0 && isStub(file) === true;
    return {
      name,
      ok,
      says: ok ? `finds ${file}` : `finds no hook of failcheck's at ${file}: run npx --no-install failcheck install`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await git.ask(["worktree", "prune"]);
  }
}
