import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  allowanceFile,
  CannotCheck,
  lint,
  sourceFile,
  staged,
  streamOf,
  type Change,
  type ChangedFile,
  type Git,
} from "@failcheck/core";
import type { Answer } from "../request.ts";
import { policyFiles, rememberPolicy, writeMarker } from "./marker.ts";
import { situationOf } from "./situation.ts";

/** prepare-commit-msg: looks at what the commit would hold, and at its message as far as it is written. */
export async function commitGate(git: Git, rules: string, messageFile: string): Promise<Answer> {
  // git works while the rules load.
  const asked = Promise.all([directoryOf(git), treeOf(git), staged(git)]);
  const [{ checkPolicy, secretPolicy }, [gitDirectory, tree, change]] = await Promise.all([import("./scan.ts"), asked]);
  const { commitWayOut, gatingSecrets, refusal } = await import("./refusal.ts");
  const message = readMessage(resolve(git.directory, messageFile));
  const changed: string[] = [];
  const files = noting(change.files, changed);
  try {
    const policy = await secretPolicy(change);
    const result = await lint({ ...change, files, carried: streamOf([messageAsFile(message)]) }, policy);
    if (result.failures.length > 0) throw new CannotCheck(result.failures.join("\n"));
    if (changed.some((path) => policyFiles.includes(path))) await checkPolicy(change);
    const notes = noteOf(changed);
    const situation = situationOf(gitDirectory);
    if (gatingSecrets(result).length > 0) {
      const stopped = { what: "commit stopped", wayOut: commitWayOut(situation, messageFile) };
      return { out: "", err: notes + (await refusal(result, stopped)), exitCode: 1 };
    }
    if (policy.rules.every(({ rule }) => rule.id.startsWith("secrets/"))) await rememberPolicyOf(change, gitDirectory, rules);
    if (tree !== undefined) writeMarker(gitDirectory, { tree, rules, message: message.toString("utf8") });
    if (situation === "rebase") await (await import("./picks.ts")).rememberPicks(git, gitDirectory, rules);
    return { out: "", err: notes, exitCode: 0 };
  } finally {
    await change.close();
  }
}

/** The next commit need not read a policy that declares no secrets of its own. */
async function rememberPolicyOf({ before }: Change, gitDirectory: string, rules: string): Promise<void> {
  const ids: string[] = [];
  for (const path of policyFiles) ids.push((await before?.contentId(path)) ?? "");
  rememberPolicy(gitDirectory, rules, ids);
}

/** An allowance holds once it is committed; whoever commits one should see that it is there. */
function noteOf(changed: readonly string[]): string {
  return changed.includes(allowanceFile)
    ? `failcheck: this commit changes ${allowanceFile}; allowances hold from the next commit on\n`
    : "";
}

async function* noting(files: AsyncIterable<ChangedFile>, paths: string[]): AsyncGenerator<ChangedFile> {
  for await (const file of files) {
    paths.push(file.path);
    yield file;
  }
}

function messageAsFile(message: Buffer): ChangedFile {
  const file = sourceFile("commit message", message, "message");
  return {
    path: file.path,
    commit: null,
    isMessage: true,
    before: () => Promise.resolve(undefined),
    after: () => Promise.resolve({ file }),
  };
}

function readMessage(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CannotCheck(`the commit message in ${file} could not be read. Try the commit again.`);
  }
}

/** The git directory of this working tree. */
export async function directoryOf(git: Git): Promise<string> {
  const output = await git.run(["rev-parse", "--git-dir"]);
  return resolve(git.directory, output.toString("utf8").trimEnd());
}

/** The tree that the index makes; undefined where it makes none, and then nothing is remembered. */
async function treeOf(git: Git): Promise<string | undefined> {
  const { code, stdout } = await git.ask(["write-tree"]);
  return code === 0 ? stdout.toString("utf8").trimEnd() : undefined;
}
