import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  allowanceFile,
  baselineFile,
  CannotCheck,
  findRoot,
  openGit,
  readAllowances,
  sourceFile,
  type Finding,
  type Git,
} from "@failcheck/core";
import type { Answer, Request } from "./request.ts";
import { look } from "./run.ts";

/** Who accepts something, why, and until when. */
export interface Acceptance {
  readonly reason: string;
  readonly owner?: string | undefined;
  readonly until?: string | undefined;
}

/** A finding as the baseline keeps it: never its text. */
interface BaselineFinding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
}

/**
 * `failcheck baseline`: accepts what is found today, for a project that starts with old findings. Secrets are accepted only
 * with an owner and an end date.
 */
export async function baseline(request: Request, acceptance: Acceptance): Promise<Answer> {
  checkAcceptance(acceptance);
  const git = openGit();
  const file = join(await rootOf(git), baselineFile);
  const known = readBaselineFile(file);
  const { result } = await look(request, git);
  if (result.failures.length > 0) throw new CannotCheck(`nothing was accepted: ${result.failures.join("; ")}`);
  const secret = result.findings.find(({ rule }) => rule.startsWith("secrets/"));
  if (secret && (acceptance.owner === undefined || acceptance.until === undefined)) {
    throw new CannotCheck(`${secret.path}:${secret.line} holds a secret: to accept one, say --owner and --until as well.`);
  }
  const added = result.findings.map((finding) => entryOf(finding, acceptance));
  writeBaselineFile(file, [...known, ...added]);
  return { out: `${baselineFile}: ${added.length} accepted, ${known.length + added.length} in all\n`, err: "", exitCode: 0 };
}

/** `failcheck baseline --prune`: drops what is found no longer. It only ever shrinks. */
export async function pruneBaseline(request: Request): Promise<Answer> {
  const git = openGit();
  const file = join(await rootOf(git), baselineFile);
  const known = readBaselineFile(file);
  const { result } = await look({ ...request, ignoreBaseline: true }, git);
  if (result.failures.length > 0) throw new CannotCheck(`nothing was pruned: ${result.failures.join("; ")}`);
  const found = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const left = known.filter(({ fingerprint }) => found.has(fingerprint));
  writeBaselineFile(file, left);
  return { out: `${baselineFile}: ${known.length - left.length} dropped, ${left.length} left\n`, err: "", exitCode: 0 };
}

const daysAllowed = 90;

/** `failcheck allow FINGERPRINT`: a reviewed line in the allowance file, which takes effect once it is committed. */
export async function allow(fingerprint: string, acceptance: Acceptance): Promise<Answer> {
  checkAcceptance(acceptance);
  if (!/^[0-9a-f]{16}$/.test(fingerprint))
    throw new CannotCheck(`${fingerprint} is no fingerprint: it has 16 hexadecimal digits.`);
  const git = openGit();
  const file = join(await rootOf(git), allowanceFile);
  const text = existsSync(file) ? readFileSync(file, "utf8") : heading;
  const known = await readAllowances(sourceFile(allowanceFile, Buffer.from(text)));
  if (known.some((one) => one.fingerprint === fingerprint))
    throw new CannotCheck(`${fingerprint} is in ${allowanceFile} already.`);
  const owner = acceptance.owner ?? (await userOf(git));
  const until = acceptance.until ?? new Date(Date.now() + daysAllowed * 86_400_000).toISOString().slice(0, 10);
  const entry = { fingerprint, owner, reason: acceptance.reason, until };
  const fields = Object.entries(entry).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const line = `- { ${fields.join(", ")} }\n`;
  writeFileSync(file, `${text}${text.endsWith("\n") ? "" : "\n"}${line}`);
  const out = `${allowanceFile}: ${line.trimEnd()}\nHave it reviewed and committed: for a secret it takes effect in the next commit.\n`;
  return { out, err: "", exitCode: 0 };
}

const heading = "# What failcheck lets through, a line each: reviewed, with an owner, a reason and an end date.\n";

function checkAcceptance({ reason, until }: Acceptance): void {
  if (reason.trim() === "") throw new CannotCheck("--reason must say why.");
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new CannotCheck(`--until ${until} is no day: write YYYY-MM-DD.`);
}

async function rootOf(git: Git): Promise<string> {
  const root = await findRoot(git);
  if (root === undefined) throw new CannotCheck("This is not a git repository: what is accepted is a tracked file of one.");
  return root;
}

async function userOf(git: Git): Promise<string> {
  const { code, stdout } = await git.ask(["config", "user.email"]);
  const email = stdout.toString("utf8").trim();
  if (code !== 0 || email === "") throw new CannotCheck("git knows no user.email: say --owner.");
  return email;
}

function entryOf({ rule, path, line, fingerprint }: Finding, { reason, owner, until }: Acceptance): BaselineFinding {
  return {
    rule,
    path,
    line,
    fingerprint,
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
  };
}

function readBaselineFile(file: string): readonly BaselineFinding[] {
  if (!existsSync(file)) return [];
  const data: unknown = JSON.parse(readFileSync(file, "utf8"));
  return isBaseline(data) ? data.findings : [];
}

/** The engine has read and checked the same file by its schema before anything is written back. */
function isBaseline(data: unknown): data is { readonly findings: readonly BaselineFinding[] } {
  return typeof data === "object" && data !== null && "findings" in data && Array.isArray(data.findings);
}

/** One finding a line, so that a review sees what was accepted and what was dropped. */
function writeBaselineFile(file: string, findings: readonly BaselineFinding[]): void {
  const sorted = [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  const lines = sorted.map((finding) => `    ${JSON.stringify(finding)}`);
  writeFileSync(file, `{\n  "version": 1,\n  "findings": [\n${lines.join(",\n")}\n  ]\n}\n`);
}
