import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { carriedFiles, newObjects, type ChangedFile, type Git, type Result } from "@failcheck/core";
import { blobId, cleanLine, cleanList, writeCleanList } from "./marker.ts";
import { carrying, secretsIn } from "./scan.ts";

/**
 * At the first pick of a rebase, looks at everything that the rebased commits hold, and lists what is clean: the picks
 * that follow bring the same contents under the same paths, and need no look of their own.
 */
export async function rememberPicks(git: Git, gitDirectory: string, rules: string): Promise<void> {
  const range = rebased(gitDirectory);
  if (!range) return;
  const known = cleanList(gitDirectory, rules);
  const mark = `${range.tip}\trebase`;
  if (known.includes(mark)) return;
  const { others, commits } = await newObjects(git, [range.tip], [range.onto]);
  const lines = new Map<string, string>();
  const carried = noting(carriedFiles(git, { others, commits }), range.tip, lines);
  const change = await carrying(git, carried, { commits: commits.length, tip: undefined });
  const result = await secretsIn(change).finally(() => change.close());
  if (result.failures.length > 0) return;
  const suspect = pathsOf(result);
  const clean = [...lines].filter(([, path]) => !suspect.has(path)).map(([line]) => line);
  writeCleanList(gitDirectory, rules, [mark, ...clean]);
}

/** What a rebase moves, and what it moves it onto; each backend keeps that in a folder of its own. */
function rebased(gitDirectory: string): { tip: string; onto: string } | undefined {
  const read = (name: string): string => readFileSync(join(gitDirectory, name), "utf8").trim();
  if (existsSync(join(gitDirectory, "rebase-merge/orig-head"))) {
    return { tip: read("rebase-merge/orig-head"), onto: read("rebase-merge/onto") };
  }
  const last = existsSync(join(gitDirectory, "rebase-apply/rebasing")) ? read("rebase-apply/last").padStart(4, "0") : "none";
  if (!existsSync(join(gitDirectory, "rebase-apply", last))) return undefined;
  const tip = patchOf.exec(read(`rebase-apply/${last}`))?.[1];
  return tip === undefined ? undefined : { tip, onto: "HEAD" };
}

/** The first line of a patch, which names its commit: `From 1234… Mon Sep 17 00:00:00 2001`. */
const patchOf = /^From ([0-9a-f]{40,64}) /;

function pathsOf({ findings, allowed }: Result): ReadonlySet<string> {
  return new Set([...findings, ...allowed].map(({ path }) => path));
}

async function* noting(files: AsyncIterable<ChangedFile>, like: string, lines: Map<string, string>): AsyncGenerator<ChangedFile> {
  for await (const file of files) {
    yield file;
    const content = await file.after();
    if (!content || "skipped" in content) continue;
    const { kind, bytes } = content.file;
    const line = cleanLine(blobId(bytes, like), kind === "message" ? "message" : file.path);
    if (line !== undefined) lines.set(line, file.path);
  }
}
