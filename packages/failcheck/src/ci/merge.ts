import { CannotCheck, openGit, type Allowed, type Finding, type Result } from "@failcheck/core";
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
  return sum([...blobs].sort((a, b) => a.shard.index - b.shard.index));
}

function demandSame(first: Blob, blob: Blob): void {
  if (blob.tool !== first.tool) throw new CannotCheck(`The shards are of different versions: ${first.tool} and ${blob.tool}.`);
  if (blob.tip !== first.tip) throw new CannotCheck(`The shards looked at different commits: ${first.tip} and ${blob.tip}.`);
  if (blob.check !== first.check)
    throw new CannotCheck("The shards were asked different things: their ranges, policies or flags differ.");
  if (blob.shard.of !== first.shard.of)
    throw new CannotCheck(`The shards are parts of different wholes: of ${first.shard.of} and of ${blob.shard.of}.`);
}

function sum(blobs: readonly Blob[]): Result {
  const results = blobs.map(({ result }) => result);
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
    findings: withoutTwins(results.flatMap(({ findings }) => findings)).sort(byPlace),
    allowed: distinct(results.flatMap(({ allowed }) => allowed)),
    checked: {
      files: filesOf(blobs),
      rules: most(({ checked }) => checked.rules),
      commits: total(({ checked }) => checked.commits),
      bytes: total(({ checked }) => checked.bytes),
      skipped: results.flatMap(({ checked }) => checked.skipped),
      unread: results.flatMap(({ checked }) => checked.unread).filter(isFirst),
    },
    rulesSeen,
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    failures: [...new Set(results.flatMap(({ failures }) => failures))],
    timing: {},
  };
}

/** A path counts once, whichever machines met it in the end result or on the way there. */
function filesOf(blobs: readonly Blob[]): number {
  const all = (pick: (paths: Blob["paths"]) => readonly string[]) => new Set(blobs.flatMap(({ paths }) => pick(paths)));
  const changed = all((paths) => paths.changed);
  const onTheWay = [...all((paths) => paths.carried)].filter((path) => !changed.has(path));
  return all((paths) => paths.looked).size + onTheWay.length;
}

/** What one machine found in the end result and another in the commit that brought it is one finding, with that commit. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const byPrint = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byPrint.get(finding.fingerprint);
    byPrint.set(finding.fingerprint, known ? joinedTwins(known, finding) : finding);
  }
  return [...byPrint.values()];
}

/** The finding of the end result has the line that stands there now; of two commits the earlier one brought it. */
function joinedTwins(known: Finding, finding: Finding): Finding {
  if ((known.commit === null) === (finding.commit === null)) return known;
  const [result, onTheWay] = known.commit === null ? [known, finding] : [finding, known];
  return { ...result, commit: onTheWay.commit, new: result.new || onTheWay.new };
}

/** What several machines could not read is one piece. */
function isFirst<Piece>(piece: Piece, index: number, all: readonly Piece[]): boolean {
  const text = JSON.stringify(piece);
  return all.findIndex((one) => JSON.stringify(one) === text) === index;
}

function distinct(allowed: readonly Allowed[]): readonly Allowed[] {
  return [...new Map(allowed.map((one) => [JSON.stringify([one.rule, one.path, one.line, one.reason]), one])).values()].sort(
    byPlaceOfLine,
  );
}

function byPlaceOfLine(a: Allowed, b: Allowed): number {
  return compare(a.path, b.path) || a.line - b.line;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
