import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotCheck, configFiles, findRoot, openGit, printable, type Finding, type Git } from "@failcheck/core";
import { kinds } from "@failcheck/check-secrets/catalogue";
import { allRules } from "./checkers.ts";
import type { Answer, Request } from "./request.ts";
import { look, report } from "./run.ts";
import { version } from "./tool.ts";

/** Where a leaked secret can be seen today. */
interface Exposure {
  readonly finding: Finding;
  /** Seconds since 1970; 0 where no commit is known. */
  readonly time: number;
  readonly onHead: boolean;
  /** Whether a branch of a remote had it when git last looked; undefined for what no commit holds: no ref here tells. */
  readonly onRemote: boolean | undefined;
}

/** `failcheck history`: every content that any ref reaches, once; and what to rotate, newest first. */
export async function history(request: Request): Promise<Answer> {
  const git = openGit();
  if ((await findRoot(git)) === undefined) throw new CannotCheck("This is not a git repository: there is no history to read.");
  if ((await git.run(["rev-parse", "--is-shallow-repository"])).toString("latin1").trim() === "true")
    throw new CannotCheck("This clone is shallow: what came before is not here, and nobody looked at it. git fetch --unshallow");
  const subject: Request["subject"] = { kind: "history" };
  const clean = await cleanContents(git, request);
  const outcome = await look({ ...request, subject }, openGit(), clean);
  clean.save();
  const asked = { ...request, subject };
  const outputs = request.outputs.length > 0 ? await (await import("./ci/blob.ts")).writeBlobs(asked, outcome, git) : [];
  const answer = await report({ ...asked, outputs }, outcome, git);
  // The whole list is known only where all parts are: `failcheck merge` names what was found.
  if (request.shard !== undefined) return answer;
  if (request.format !== "text" || request.quiet || outcome.result.findings.length === 0) return answer;
  const exposures = await exposuresOf(outcome.result.findings, request, git);
  return { ...answer, out: `${rotationList(exposures)}\n${answer.out}` };
}

function rotationList(exposures: readonly Exposure[]): string {
  const lines = exposures.map(({ finding, time, onHead, onRemote }) => {
    const day = time > 0 ? new Date(time * 1000).toISOString().slice(0, 10) : "no commit ";
    const remote = onRemote === undefined ? "perhaps pushed" : onRemote ? "pushed" : "never seen on a remote";
    const where = [remote, onHead ? "still on HEAD" : "gone from HEAD"].join(", ");
    return `  ${day}  ${printable(finding.path)}:${finding.line}  ${printable(finding.message)} (${where})`;
  });
  return `Rotate these, newest first; removing them from a repository does not make them secret again:\n${lines.join("\n")}\n`;
}

async function exposuresOf(findings: readonly Finding[], request: Request, git: Git): Promise<readonly Exposure[]> {
  const now = await look({ ...request, subject: { kind: "tree", revision: "HEAD" } }, openGit());
  // By its value: a secret whose file was renamed is on HEAD still.
  const onHead = new Set(now.result.findings.flatMap(marksOf));
  const wasPushed = await pushedContents(findings, git);
  const times = new Map([...(await commitTimes(findings, git)), ...(await tagTimes(git))]);
  return findings
    .map((finding) => ({
      finding,
      time: times.get(finding.commit ?? finding.path) ?? 0,
      onHead: marksOf(finding).some((mark) => onHead.has(mark)),
      onRemote: finding.commit === null ? undefined : wasPushed(finding),
    }))
    .sort((a, b) => b.time - a.time);
}

/**
 * Whether a remote's branch reaches the content of a finding, now or by what its log remembers: the commit alone does not tell,
 * because the content is looked at once, and another commit may have carried it there.
 */
async function pushedContents(findings: readonly Finding[], git: Git): Promise<(finding: Finding) => boolean> {
  const logged = await git.ask(["rev-list", "--walk-reflogs", "--remotes"]);
  const tips = logged.code === 0 ? linesOf(logged.stdout) : [];
  const reached = await git.run(["rev-list", "--objects", "--no-object-names", "--remotes", "--stdin"], `${tips.join("\n")}\n`);
  const objects = new Set(linesOf(reached));
  const names = findings.map(({ commit, path }) => `${commit ?? ""}:${path}`);
  const asked = names.filter((name) => !name.includes("\n"));
  const answers = linesOf(await git.run(["cat-file", "--batch-check=%(objectname)"], `${asked.join("\n")}\n`));
  const ids = new Map(asked.map((name, index) => [name, answers[index] ?? ""]));
  return ({ commit, path }) => objects.has(commit ?? "") || objects.has(ids.get(`${commit ?? ""}:${path}`) ?? "");
}

const marksOf = ({ secretMark, fingerprint }: Finding): readonly string[] => [secretMark ?? fingerprint];

const linesOf = (output: Buffer): readonly string[] =>
  output
    .toString("latin1")
    .split("\n")
    .filter((line) => line !== "");

async function commitTimes(findings: readonly Finding[], git: Git): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(findings.flatMap(({ commit }) => (commit === null ? [] : [commit])))];
  if (ids.length === 0) return new Map();
  return timesIn(await git.run(["log", "--no-walk=unsorted", "--stdin", "--format=%H %ct"], `${ids.join("\n")}\n`));
}

/** When each tag was made, by the path that its message has in a finding. */
async function tagTimes(git: Git): Promise<ReadonlyMap<string, number>> {
  const times = timesIn(await git.run(["for-each-ref", "--format=%(objectname) %(taggerdate:unix)", "refs/tags"]));
  return new Map([...times].map(([id, time]) => [`tag ${id.slice(0, 12)}`, time]));
}

function timesIn(output: Buffer): ReadonlyMap<string, number> {
  return new Map(linesOf(output).map((line) => [line.slice(0, line.indexOf(" ")), Number(line.slice(line.indexOf(" ") + 1))]));
}

/** Contents that a run with the same rules found nothing in; written as the run goes, so that one that was stopped resumes. */
async function cleanContents(git: Git, request: Request) {
  const common = (await git.run(["rev-parse", "--git-common-dir"])).toString("utf8").trimEnd();
  const file = join(resolve(git.directory, common), "failcheck", `history-${await ruleSet(git, request)}`);
  // A line that was cut when the disk filled up is no id.
  const known = new Set(readLines(file, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
  let fresh: string[] = [];
  const save = () => {
    if (fresh.length === 0) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${fresh.join("\n")}\n`);
    } catch {
      // A read-only or full disk costs time in the next run and nothing else.
    }
    fresh = [];
  };
  return {
    has: (id: string) => known.has(id),
    add(id: string) {
      known.add(id);
      fresh.push(id);
      if (fresh.length >= 1000) save();
    },
    save,
  };
}

function readLines(file: string, isWhole: RegExp): readonly string[] {
  try {
    return readFileSync(file, "latin1")
      .split("\n")
      .filter((line) => isWhole.test(line));
  } catch {
    // No file yet, or one that the run itself will complain about: it says nothing.
    return [];
  }
}

/** What decides the findings: the version, the catalogue, the rules there are, which of them run, and what HEAD's configuration says. */
async function ruleSet(git: Git, { only, skip, config }: Request): Promise<string> {
  const settings =
    config === undefined
      ? await Promise.all(configFiles.map(async (file) => (await git.ask(["show", `HEAD:${file}`])).stdout.toString("latin1")))
      : readLines(config, /^/);
  const catalogue = kinds.map(({ kind }) => JSON.stringify(kind));
  const parts = [version, ...catalogue, ...allRules.map(({ id }) => id), "only", ...only, "skip", ...skip, "config", ...settings];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}
