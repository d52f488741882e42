import { printable, type CommitRange, type Finding, type Git } from "@failcheck/core";

/** How many commits a note names. */
const named = 10;

/**
 * The commits of a range that no local gate can have passed, as a sentence: those that bring a secret, which the hooks refuse,
 * and those that GitHub made, where no hook runs. Of the others nothing is known: a mark that a hook leaves can be left by hand.
 */
export async function ungated(git: Git, range: CommitRange, findings: readonly Finding[]): Promise<readonly string[]> {
  const why = new Map<string, string>();
  for (const commit of await madeOnGithub(git, range)) why.set(commit, "made on GitHub, where no hook runs");
  for (const { rule, commit, new: isNew } of findings) {
    if (isNew && commit !== null && rule.startsWith("secrets/")) why.set(commit, "brings a secret, which the hooks refuse");
  }
  if (why.size === 0) return [];
  const shown = [...why].slice(0, named).map(([commit, reason]) => `${commit.slice(0, 12)} (${reason})`);
  const more = why.size > named ? [`and ${why.size - named} more`] : [];
  const count = why.size === 1 ? "1 commit" : `${why.size} commits`;
  return [`no local gate had passed ${count}: ${printable([...shown, ...more].join(", "))}`];
}

async function madeOnGithub(git: Git, { tip, base, known = [] }: CommitRange): Promise<readonly string[]> {
  const not = [...(base === undefined ? [] : [base]), ...known];
  const log = await git.run(["log", "--format=%H %ce", tip, "--not", ...not]);
  return log
    .toString("latin1")
    .split("\n")
    .flatMap((line) => (line.endsWith(" noreply@github.com") ? [line.slice(0, line.indexOf(" "))] : []));
}
