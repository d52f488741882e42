import { readFileSync } from "node:fs";
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
  const result = await secretsIn(await carrying(git, carried, commits.length));
  if (result.failures.length > 0) return;
  const suspect = pathsOf(result);
  const clean = [...lines].filter(([, path]) => !suspect.has(path)).map(([line]) => line);
  writeCleanList(gitDirectory, rules, [mark, ...clean]);
}

/** What a rebase with the merge backend moves, and what it moves it onto. */
function rebased(gitDirectory: string): { tip: string; onto: string } | undefined {
  try {
    const read = (name: string): string => readFileSync(join(gitDirectory, "rebase-merge", name), "utf8").trim();
    return { tip: read("orig-head"), onto: read("onto") };
  } catch {
    // Not this kind of rebase: each pick is looked at.
    return undefined;
  }
}

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
