import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { CannotCheck, type Git, type Result } from "@failcheck/core";
import type { Request } from "../request.ts";
import type { Outcome } from "../run.ts";
import { toolName } from "../tool.ts";

const place = { line: v.number(), column: v.number() };
const text = v.nullable(v.string());
const edits = v.array(v.object({ path: v.exactOptional(v.string()), at: v.tuple([v.number(), v.number()]), text: v.string() }));

const move = v.exactOptional(v.object({ from: v.string(), to: v.string() }));
const span = { ...place, endLine: v.number(), endColumn: v.number() };
const repair = v.object({
  title: v.string(),
  safe: v.boolean(),
  edits: v.array(v.object({ path: v.string(), ...span, text: v.string() })),
  move,
});

const findingSchema = v.object({
  rule: v.string(),
  path: v.string(),
  ...span,
  message: v.string(),
  help: text,
  related: v.array(v.object({ path: v.string(), ...place, message: v.string() })),
  incidents: v.array(v.string()),
  fingerprint: v.string(),
  new: v.boolean(),
  commit: text,
  excerpt: v.array(v.object({ line: v.number(), text: v.string(), from: v.number(), to: v.number() })),
  fix: edits,
  unsafeFix: edits,
  move,
  repairs: v.array(repair),
});

const resultSchema = v.object({
  findings: v.array(findingSchema),
  allowed: v.array(v.object({ rule: v.string(), path: v.string(), line: v.number(), reason: v.string() })),
  checked: v.object({
    files: v.number(),
    rules: v.number(),
    commits: v.number(),
    bytes: v.number(),
    skipped: v.array(v.object({ path: v.string(), reason: v.string() })),
    unread: v.array(v.object({ path: v.string(), line: v.number(), column: v.number(), what: v.string(), reason: v.string() })),
  }),
  rulesSeen: v.record(v.string(), v.number()),
  failures: v.array(v.string()),
  notes: v.optional(v.array(v.string()), []),
  timing: v.record(v.string(), v.number()),
});

const blobSchema = v.object({
  blob: v.literal(1),
  tool: v.string(),
  /** What was asked: two blobs with the same one are parts of the same check. */
  check: v.string(),
  tip: v.string(),
  shard: v.object({ index: v.number(), of: v.number() }),
  result: resultSchema,
  /** What it saw: hashes of the paths that the totals are counted from. */
  paths: v.object({ changed: v.array(v.string()), looked: v.array(v.string()), carried: v.array(v.string()) }),
});

/** What one machine saw, in a form that can be joined with what the others saw. */
export type Blob = v.InferOutput<typeof blobSchema>;

/** Writes the blobs that a request asks for; gives back the outputs that are reports. */
export async function writeBlobs(request: Request, { result, seen }: Outcome, git: Git): Promise<readonly string[]> {
  const isBlob = (output: string) => output.startsWith("blob=");
  const files = request.outputs.filter(isBlob).map((output) => output.slice("blob=".length));
  if (files.length > 0) {
    const blob = await blobOf(request, result, seen, git);
    for (const file of files) await writeBlob(file, blob);
  }
  return request.outputs.filter((output) => !isBlob(output));
}

/** The blob of a run. The policy is that of a commit and some flags, so these stand for it. */
async function blobOf(request: Request, result: Result, seen: Outcome["seen"], git: Git): Promise<Blob> {
  const { only, skip, about = [], shard = { index: 1, of: 1 } } = request;
  const config = request.config === undefined ? null : await readFile(request.config, "utf8");
  const { tip, about: asked } = await subjectOf(request, git);
  const check = createHash("sha256")
    .update(JSON.stringify([asked, only, skip, about, config]))
    .digest("hex");
  const paths = { changed: marksOf(seen?.changed), looked: marksOf(seen?.looked), carried: marksOf(seen?.carried) };
  return v.parse(blobSchema, { blob: 1, tool: toolName, check, tip, shard, result, paths });
}

/** Paths only need to be told apart, and a path may hold a secret. */
function marksOf(paths: ReadonlySet<string> = new Set()): string[] {
  return [...paths].map((path) => createHash("sha256").update(path).digest("base64url"));
}

/** What is looked at, in words that are the same on every machine. */
async function subjectOf({ subject }: Request, git: Git): Promise<{ readonly tip: string; readonly about: readonly string[] }> {
  if (subject.kind !== "commits") {
    const refs = await git.run(["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags", "refs/remotes"]);
    return { tip: await commitId(git, "HEAD"), about: [subject.kind, refs.toString("latin1")] };
  }
  const { range, policyAt } = subject;
  const [tip = "", ...others] = await Promise.all(
    [range.tip, range.base, policyAt, ...(range.known ?? []).filter((name) => !name.startsWith("--"))].map((revision) =>
      commitId(git, revision),
    ),
  );
  return { tip, about: [subject.kind, tip, ...others] };
}

async function commitId(git: Git, revision: string | undefined): Promise<string> {
  return revision === undefined ? "" : (await git.run(["rev-parse", `${revision}^{commit}`])).toString("latin1").trim();
}

async function writeBlob(file: string, blob: Blob): Promise<void> {
  try {
    await writeFile(file, JSON.stringify(blob));
  } catch (error) {
    throw new CannotCheck(`${file} could not be written (${codeOf(error)}).`);
  }
}

/** Reads what a shard wrote. @throws CannotCheck where it is not there or not a blob of this format */
export async function readBlob(file: string): Promise<Blob> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CannotCheck(`${file} could not be read as the blob of a shard (${codeOf(error)}).`);
  }
  const result = v.safeParse(blobSchema, parsed);
  if (!result.success) throw new CannotCheck(`${file} is no blob that this version of failcheck wrote.`);
  return result.output;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "not JSON";
}
