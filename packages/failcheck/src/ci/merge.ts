import { CannotCheck, openGit, type Finding, type Result } from "@failcheck/core";
import type { Answer, Request } from "../request.ts";
import { report } from "../run.ts";
import { readBlob, type Blob } from "./blob.ts";

/** `failcheck merge BLOB…`: one report of what several machines saw. A part that is missing makes the whole unknown. */
export async function merge(files: readonly string[], request: Request): Promise<Answer> {
  const blobs: Blob[] = [];
  for (const file of files) blobs.push(await readBlob(file));
  const git = openGit();
  try {
    return await report(request, { result: joined(blobs), repaired: 0, diff: "" }, git);
  } finally {
    await git.close();
  }
}

/** Joins the parts of one check. @throws CannotCheck where they are not all the parts of one and the same check */
function joined(blobs: readonly Blob[]): Result {
  const [first] = blobs;
  if (first === undefined) throw new CannotCheck("There is nothing to merge: name the blobs of all shards.");
  for (const blob of blobs) demandSame(first, blob);
  const seen = new Set(blobs.map(({ shard }) => shard.index));
  if (seen.size < blobs.length) throw new CannotCheck("A shard is there twice: each part is merged once.");
  const missing = Array.from({ length: first.shard.of }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length > 0)
    throw new CannotCheck(`Of ${first.shard.of} shards ${missing.join(", ")} is missing: what it would have seen is not known.`);
  return sum(blobs.map(({ result }) => result));
}

function demandSame(first: Blob, blob: Blob): void {
  if (blob.tool !== first.tool) throw new CannotCheck(`The shards are of different versions: ${first.tool} and ${blob.tool}.`);
  if (blob.tip !== first.tip) throw new CannotCheck(`The shards looked at different commits: ${first.tip} and ${blob.tip}.`);
  if (blob.check !== first.check)
    throw new CannotCheck("The shards were asked different things: their ranges, policies or flags differ.");
  if (blob.shard.of !== first.shard.of)
    throw new CannotCheck(`The shards are parts of different wholes: of ${first.shard.of} and of ${blob.shard.of}.`);
}

function sum(results: readonly Result[]): Result {
  const total = (count: (result: Result) => number) => {
    let all = 0;
    for (const result of results) all += count(result);
    return all;
  };
  const most = (count: (result: Result) => number) => Math.max(...results.map(count));
  const rulesSeen: Record<string, number> = {};
  for (const { rulesSeen: seen } of results)
    for (const [rule, files] of Object.entries(seen)) rulesSeen[rule] = (rulesSeen[rule] ?? 0) + files;
  return {
    findings: results.flatMap(({ findings }) => findings).sort(byPlace),
    allowed: results.flatMap(({ allowed }) => allowed),
    checked: {
      files: total(({ checked }) => checked.files),
      rules: most(({ checked }) => checked.rules),
      commits: most(({ checked }) => checked.commits),
      bytes: total(({ checked }) => checked.bytes),
      skipped: results.flatMap(({ checked }) => checked.skipped),
    },
    rulesSeen,
    notes: [...new Set(results.flatMap(({ notes }) => notes ?? []))],
    failures: [...new Set(results.flatMap(({ failures }) => failures))],
    timing: {},
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
