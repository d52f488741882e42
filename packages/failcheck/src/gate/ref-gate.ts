import { CannotCheck, type Git } from "@failcheck/core";
import type { Answer } from "../request.ts";
import { directoryOf } from "./commit-gate.ts";
import { rememberPicks } from "./picks.ts";
import { gatingSecrets, refusal, refWayOut, type Stopped } from "./refusal.ts";
import { arriving, secretsIn } from "./scan.ts";
import { situationOf } from "./situation.ts";

/**
 * reference-transaction: looks at what refs would bring that no branch, tag, note or remote reaches yet. `head` is where HEAD
 * stands on no branch, if what is committed there is the question.
 */
export async function refGate(git: Git, rules: string, tips: readonly string[], head: readonly string[]): Promise<Answer> {
  const gitDirectory = await directoryOf(git);
  const situation = situationOf(gitDirectory);
  const known = ["--branches", "--tags", "--remotes", "--glob=refs/notes/*", ...head];
  const answer = await judged(git, tips, known, { what: "ref update stopped", wayOut: refWayOut(situation) });
  if (answer.exitCode === 0 && situation === "rebase") await rememberPicks(git, gitDirectory, rules);
  return answer;
}

/** pre-push: looks at everything that would leave and that the remote is not known to have. */
export async function pushGate(git: Git, remote: string | undefined, lines: readonly string[]): Promise<Answer> {
  const updates = lines.map((line) => line.split(/\s+/));
  const tips = updates.map(([, local = ""]) => local).filter(isObject);
  if (tips.length === 0) return clean;
  const there = await present(git, updates.map(([, , , theirs = ""]) => theirs).filter(isObject));
  const tracked = remote !== undefined && (await isRemote(git, remote)) ? [`--remotes=${remote}`] : [];
  return judged(git, tips, [...there, ...tracked], {
    what: "push stopped",
    wayOut: [
      "Nothing has left. The commit is still local: take the secret out of it, not out of a later one, for example:",
      "  git rebase -i @{upstream}",
    ],
  });
}

/** pre-receive: looks at everything that would arrive, from within git's quarantine. */
export async function receiveGate(git: Git, lines: readonly string[]): Promise<Answer> {
  const tips = lines.map((line) => line.split(/\s+/)[1] ?? "").filter(isObject);
  if (tips.length === 0) return clean;
  return judged(git, tips, ["--all"], {
    what: "push refused",
    wayOut: [
      "Nothing was taken in. Take the secret out of the commit that brought it, then push again:",
      "  git rebase -i @{upstream}",
    ],
  });
}

const clean: Answer = { out: "", err: "", exitCode: 0 };

async function judged(git: Git, tips: readonly string[], known: readonly string[], stopped: Stopped): Promise<Answer> {
  const change = await arriving(git, tips, known);
  try {
    const result = await secretsIn(change);
    if (result.failures.length > 0) throw new CannotCheck(result.failures.join("\n"));
    if (gatingSecrets(result).length === 0) return clean;
    return { out: "", err: await refusal(result, stopped), exitCode: 1 };
  } finally {
    await change.close();
  }
}

/** An object id that is not all zeros: `0000…` stands for a ref that is created or deleted. */
function isObject(id: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id);
}

async function isRemote(git: Git, name: string): Promise<boolean> {
  const { code } = await git.ask(["config", "--get", `remote.${name}.url`]);
  return code === 0;
}

/** Those of the ids that are here: what a remote has and this repository has not cannot be named to git. */
async function present(git: Git, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const output = await git.run(["cat-file", "--batch-check=%(objectname)", "--buffer"], `${ids.join("\n")}\n`);
  return output.toString("latin1").split("\n").filter(isObject);
}
