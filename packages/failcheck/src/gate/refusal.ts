import { printable, type Finding, type Result } from "@failcheck/core";
import { incidentTitles } from "../incident-titles.ts";
import type { Situation } from "./situation.ts";

/** What was stopped, for the first line and the way back. */
export interface Stopped {
  /** `commit stopped`, `push stopped`: the subject of the first line. */
  readonly what: string;
  /** What happened to the user's work, and how to go on; the last line is a command. */
  readonly wayOut: readonly string[];
}

const mostShown = 8;

/** The findings that a gate does not let through. */
export function gatingSecrets(result: Result): readonly Finding[] {
  return result.findings.filter((finding) => finding.new);
}

/** The message of a closed gate: one screen, nothing secret in it, the command to go on with at its end. */
export async function refusal(result: Result, { what, wayOut }: Stopped): Promise<string> {
  const findings = gatingSecrets(result);
  const count = findings.length === 1 ? "1 secret" : `${findings.length} secrets`;
  const lines = [`failcheck: ${what}, ${count} (this check is not skipped by --no-verify)`];
  for (const finding of findings.slice(0, mostShown)) lines.push(...shown(finding));
  if (findings.length > mostShown) lines.push(`  and ${findings.length - mostShown} more`);
  for (const [id, title] of await incidentTitles(findings.flatMap(({ incidents }) => incidents)))
    lines.push(`  why: ${id}, ${title}`);
  const [first] = findings;
  if (first) {
    lines.push(
      `Not a secret?    npx --no-install failcheck allow ${first.fingerprint} --reason "…"  (a reviewed line; holds once committed)`,
    );
  }
  lines.push("Already pushed?  rotate the key first, then remove it.", ...wayOut);
  return `${lines.join("\n")}\n`;
}

function shown({ path, line, column, rule, message, commit }: Finding): readonly string[] {
  const where = commit === null ? "" : `  in commit ${commit.slice(0, 12)}`;
  return [`  ${printable(path)}:${line}:${column}  ${rule}${where}`, `    ${printable(message)}`];
}

/** How to go on after a commit was stopped; the message that was typed is kept by git. */
export function commitWayOut(situation: Situation, messageFile: string): readonly string[] {
  const repair = "Repair: load it from the environment, git add what you changed, then:";
  const kept = "Nothing was committed; your index, files and message are kept.";
  switch (situation) {
    case "commit":
      return [kept, repair, `  git commit -eF "${messageFile}"`];
    case "merge":
      return [kept, `${repair} (or leave the merge: git merge --abort)`, "  git commit"];
    case "am":
      return [kept, `${repair} (or leave: git am --abort)`, "  git am --continue"];
    case "rebase":
    case "cherry-pick":
    case "revert":
      return [kept, `${repair} (or leave: git ${situation} --abort)`, `  git ${situation} --continue`];
  }
}

/** How to go on after a ref was kept from moving; git may have put the files of a merge or reset in place already. */
export function refWayOut(situation: Situation): readonly string[] {
  if (situation === "commit" || situation === "merge") {
    return [
      "No ref was moved. Repair, then commit again with the message you typed:",
      '  git commit -eF "$(git rev-parse --git-path COMMIT_EDITMSG)"',
      "After a merge or a reset, take its files back:",
      "  git reset --merge",
    ];
  }
  return [`No ref was moved. To leave the ${situation}:`, `  git ${situation} --abort`];
}
