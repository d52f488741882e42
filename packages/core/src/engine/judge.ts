import type { InlineAllowance } from "../allowances.ts";
import type { Skipped } from "../change.ts";
import { plainFinding, type Allowed, type Finding, type Result, type Unread } from "../finding.ts";
import { fingerprinter } from "../fingerprint.ts";
import type { PathMatcher } from "../globs.ts";
import { allowanceFile, type Allowance, type Policy } from "../policy.ts";
import { maskOf, type Mask } from "../mask.ts";
import { isSecret, type Placed } from "./placing.ts";

/** Everything a run found, before anything is let through. */
export interface Gathered {
  readonly placed: Placed[];
  readonly allowances: Map<string, readonly InlineAllowance[]>;
  readonly rulesSeen: Record<string, number>;
  readonly failures: string[];
  readonly skipped: Skipped[];
  files: number;
  bytes: number;
}

/** What the caller knows of the run and the judgement needs. */
export interface Circumstances {
  readonly commits: number;
  /** What rules could not read. */
  readonly unread: readonly Unread[];
  /** Whether everything was looked at, so that an allowance that allowed nothing is known to be of no use. */
  readonly whole: boolean;
  /** A compiled glob for each allowance that has one. */
  readonly allowedPaths: ReadonlyMap<Allowance, PathMatcher>;
}

interface Verdict {
  readonly findings: readonly Finding[];
  readonly allowed: readonly Allowed[];
}

/** Lets through what somebody allowed or the baseline holds, adds what is wrong with the allowances themselves, and sorts. */
export function judge(gathered: Gathered, policy: Policy, circumstances: Circumstances): Omit<Result, "timing"> {
  const unique = withoutTwins(gathered.placed);
  const usedComments = new Set<InlineAllowance>();
  const usedLines = new Set<Allowance>();
  const baseline = new Map(policy.baseline.map((entry) => [entry.fingerprint, entry.reason]));
  const findings: Finding[] = [];
  const allowed: Allowed[] = [];
  for (const { finding, secret } of unique) {
    const comment = secret ? undefined : commentFor(finding, gathered.allowances.get(finding.path) ?? []);
    if (comment) usedComments.add(comment);
    const line = comment ? undefined : policy.allowances.find((one) => covers(one, finding, circumstances.allowedPaths));
    if (line) usedLines.add(line);
    const current = line && line.until >= policy.today ? line : undefined;
    const reason = comment?.reason ?? current?.reason ?? baseline.get(finding.fingerprint);
    if (reason === undefined) findings.push(finding);
    else allowed.push({ rule: finding.rule, path: finding.path, line: finding.line, reason });
  }
  const failures = [...gathered.failures];
  const comments = judgeComments(gathered, policy, usedComments);
  findings.push(...comments.findings, ...(circumstances.whole ? judgeLines(policy, usedLines) : []));
  failures.push(...comments.failures);
  // A secret in a file's name would stand in whatever else is said of the file.
  const mask = maskOf(
    "",
    [],
    unique.flatMap(({ hides }) => hides),
  );
  return {
    ...sorted({
      findings: findings.map((finding) => maskedFinding(finding, mask)),
      allowed: allowed.map((one) => ({ ...one, path: mask(one.path) })),
    }),
    checked: {
      files: gathered.files,
      rules: policy.rules.length,
      commits: circumstances.commits,
      bytes: gathered.bytes,
      skipped: gathered.skipped.map((one) => ({ ...one, path: mask(one.path) })),
      unread: circumstances.unread.map((one) => ({ ...one, path: mask(one.path), reason: mask(one.reason) })),
    },
    rulesSeen: gathered.rulesSeen,
    failures: [...new Set(failures.map(mask))],
  };
}

function maskedFinding(finding: Finding, mask: Mask): Finding {
  return {
    ...finding,
    path: mask(finding.path),
    message: mask(finding.message),
    help: finding.help === null ? null : mask(finding.help),
    related: finding.related.map((place) => ({ ...place, path: mask(place.path), message: mask(place.message) })),
  };
}

/** A content that is carried and also stands in the end result is found twice: one finding, with its commit. */
function withoutTwins(all: readonly Placed[]): readonly Placed[] {
  const byPrint = new Map<string, Placed>();
  for (const one of all) {
    const known = byPrint.get(one.finding.fingerprint);
    if (!known) byPrint.set(one.finding.fingerprint, one);
    else if (known.finding.commit === null && one.finding.commit !== null) {
      byPrint.set(one.finding.fingerprint, {
        ...known,
        finding: { ...known.finding, commit: one.finding.commit, new: known.finding.new || one.finding.new },
      });
    }
  }
  return [...byPrint.values()];
}

function commentFor(finding: Finding, comments: readonly InlineAllowance[]): InlineAllowance | undefined {
  return comments.find(({ rule, reason, lines }) => rule === finding.rule && reason !== "" && lines.includes(finding.line));
}

function covers(allowance: Allowance, finding: Finding, paths: ReadonlyMap<Allowance, PathMatcher>): boolean {
  if (allowance.fingerprint !== undefined) return allowance.fingerprint === finding.fingerprint;
  return allowance.rule === finding.rule && (paths.get(allowance)?.(finding.path) ?? false);
}

/** What is wrong with the comments: they allow nothing, give no reason, or name no rule. */
function judgeComments(
  gathered: Gathered,
  policy: Policy,
  used: ReadonlySet<InlineAllowance>,
): { readonly findings: readonly Finding[]; readonly failures: readonly string[] } {
  const findings: Finding[] = [];
  const failures: string[] = [];
  const secretRules = new Set(policy.rules.filter(({ rule }) => isSecret(rule)).map(({ rule }) => rule.id));
  for (const [path, comments] of gathered.allowances) {
    const fingerprint = fingerprinter(path);
    for (const comment of comments) {
      const { rule, place } = comment;
      const finding = (id: string, message: string, help: string): Finding => ({
        ...plainFinding,
        ...place,
        rule: id,
        path,
        message,
        help,
        fingerprint: fingerprint(id, comment.text),
        excerpt: [{ line: place.line, text: comment.text, from: place.column - 1, to: place.endColumn - 1 }],
      });
      if (!policy.knownRules.has(rule)) {
        failures.push(
          `${path}:${place.line}:${place.column} allows ${rule}, and there is no such rule: failcheck rules lists them`,
        );
      } else if (secretRules.has(rule)) {
        const help = `remove the comment; a reviewed line in ${allowanceFile} can allow one secret, with owner, reason and end date`;
        findings.push(finding("failcheck/unused-allowance", `a comment cannot allow ${rule}`, help));
      } else if (comment.reason === "") {
        const help = `say why: failcheck-allow ${rule}: the reason`;
        findings.push(finding("failcheck/allowance-without-reason", `${rule} is allowed here without a reason`, help));
      } else if (!used.has(comment) && rule in gathered.rulesSeen) {
        findings.push(finding("failcheck/unused-allowance", `nothing here is against ${rule}`, "remove the comment"));
      }
    }
  }
  return { findings, failures };
}

/** What is wrong with the lines of the allowance file: they ended, or allow nothing. */
function judgeLines(policy: Policy, used: ReadonlySet<Allowance>): readonly Finding[] {
  const fingerprint = fingerprinter(allowanceFile);
  const findings: Finding[] = [];
  for (const allowance of policy.allowances) {
    const ended = allowance.until < policy.today;
    if (!ended && used.has(allowance)) continue;
    const rule = ended ? "failcheck/expired-allowance" : "failcheck/unused-allowance";
    const subject = allowance.fingerprint ?? `${allowance.rule ?? ""} in ${allowance.path ?? ""}`;
    findings.push({
      ...plainFinding,
      rule,
      path: allowanceFile,
      line: allowance.line,
      endLine: allowance.line,
      message: ended ? `the allowance of ${subject} ended on ${allowance.until}` : `nothing here is ${subject}`,
      help: ended ? "repair what it allowed, or have a new end date reviewed" : "remove the line",
      fingerprint: fingerprint(rule, subject),
    });
  }
  return findings;
}

function sorted({ findings, allowed }: Verdict): Verdict {
  return {
    findings: [...findings].sort(byPlace),
    allowed: [...allowed].sort((a, b) => compare(a.path, b.path) || a.line - b.line),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Finding, b: Finding) =>
  compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message);
