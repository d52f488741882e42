import { basename } from "node:path";
import { allowanceFile, CannotCheck, globs, type CustomEntry, type Git } from "@failcheck/core";
import { parse } from "yaml";
import { customKinds } from "../../checkers.ts";
import { plainRequest } from "../../request.ts";
import { recordOf } from "../../record.ts";
import { look } from "../../run.ts";
import type { Piece } from "../piece.ts";
import type { Project } from "../project.ts";
import { append, yamlFile, yamlText } from "../yaml-file.ts";
import { fromDetectSecrets } from "./detect-secrets.ts";
import { fromGitleaks, fromGitleaksIgnore } from "./gitleaks.ts";
import { fromSecretlint, fromSecretlintIgnore } from "./secretlint.ts";
import { together, type Known, type Taken, type WantedAllowance } from "./taken.ts";

const configuration = "failcheck.yaml";
const daysAllowed = 90;
const heading = "# What failcheck lets through, a line each: reviewed, with an owner, a reason and an end date.\n";

/** What the files of other scanners say, as a piece: rules, allowances, and each line that could not be taken over with its reason. */
export async function fromPiece(files: readonly string[], project: Project, git: Git): Promise<Piece> {
  const known = await findingsOfToday(project, git);
  const said = await usable(together(files.map((file) => takenFrom(file, project, known))));
  const allowances = await needed(said.allowances, known);
  const idle = said.allowances.length > 0 && allowances.length === 0 ? ["the allowed paths: nothing is found there today"] : [];
  const taken = { ...said, allowances, left: [...said.left, ...idle] };
  const owner = (await git.ask(["config", "user.email"])).stdout.toString("utf8").trim() || "nobody yet";
  const until = new Date(Date.now() + daysAllowed * 86_400_000).toISOString().slice(0, 10);
  return {
    name: "from",
    about: "the configuration of another scanner",
    suits: () => true,
    files: (current) => [
      ...(taken.custom.length > 0 ? [{ path: configuration, text: withRules(current, taken.custom), adds: true } as const] : []),
      ...(taken.allowances.length > 0
        ? [{ path: allowanceFile, text: withAllowances(current, taken.allowances, { owner, until }), adds: true } as const]
        : []),
    ],
    next: () => taken.left.map((line) => `not taken over: ${line}`),
  };
}

/** Without the rules that failcheck would refuse to load: a configuration that cannot be read checks nothing. */
async function usable(taken: Taken): Promise<Taken> {
  const kinds = await customKinds();
  const custom: CustomEntry[] = [];
  const left = [...taken.left];
  for (const entry of taken.custom) {
    try {
      await kinds.secret?.make(entry);
      custom.push(entry);
    } catch (error) {
      left.push(`${entry.id}: ${error instanceof CannotCheck ? error.message : "its pattern cannot be used"}`);
    }
  }
  return { ...taken, custom, left };
}

/** The allowances that allow something today, each once: one that allows nothing would be a finding itself. Paths come first. */
async function needed(wanted: readonly WantedAllowance[], known: readonly Known[]): Promise<readonly WantedAllowance[]> {
  const kept = new Map<string, WantedAllowance>();
  const covered = new Set<Known>();
  for (const one of wanted) {
    if (!("path" in one) || kept.has(`${one.rule} ${one.path}`)) continue;
    const matches = await globs([one.path]);
    const fresh = known.filter((found) => found.rule === one.rule && !covered.has(found) && matches(found.path));
    if (fresh.length > 0) kept.set(`${one.rule} ${one.path}`, one);
    for (const found of fresh) covered.add(found);
  }
  const open = new Set(known.filter((found) => !covered.has(found)).map(({ fingerprint }) => fingerprint));
  for (const one of wanted) {
    if ("fingerprint" in one && open.has(one.fingerprint) && !kept.has(one.fingerprint)) kept.set(one.fingerprint, one);
  }
  return [...kept.values()];
}

function takenFrom(file: string, project: Project, known: readonly Known[]): Taken {
  const text = project.read(file);
  if (text === undefined) throw new CannotCheck(`${file} is no file of this repository, so nothing was taken over from it.`);
  const name = basename(file);
  if (name.endsWith(".toml")) return fromGitleaks(file, text, known);
  if (name === ".gitleaksignore") return fromGitleaksIgnore(file, text, known);
  if (name === ".secretlintignore") return fromSecretlintIgnore(file, text);
  if (/^\.secretlintrc\.[cm]?js$/.test(name))
    throw new CannotCheck(
      `${file} is a program, which failcheck does not run: write it as .secretlintrc.json, then take that over.`,
    );
  if (name.startsWith(".secretlintrc")) return fromSecretlint(file, dataOf(file, text), known);
  if (name === "package.json") return fromSecretlint(file, recordOf(dataOf(file, text))?.secretlint, known);
  if (name.endsWith(".baseline")) return fromDetectSecrets(file, dataOf(file, text), known);
  throw new CannotCheck(
    `${file}: --from reads gitleaks' .toml, .gitleaksignore, detect-secrets' .baseline, .secretlintrc, .secretlintignore and package.json.`,
  );
}

/** JSON is YAML. */
function dataOf(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new CannotCheck(`${file} is neither JSON nor YAML, so nothing was taken over from it.`);
  }
}

async function findingsOfToday(project: Project, git: Git): Promise<readonly Known[]> {
  const subject = { kind: "worktree", paths: [] } as const;
  const { result } = await look({ ...plainRequest, subject, only: ["secrets/*"] }, git);
  return result.findings.map((finding) => {
    const lines = (project.read(finding.path) ?? "").split("\n").slice(finding.line - 1, finding.endLine);
    const text = lines.join("\n");
    const secret = text.slice(finding.column - 1, text.length - (lines.at(-1)?.length ?? 0) + finding.endColumn - 1);
    return { rule: finding.rule, path: finding.path, line: finding.line, fingerprint: finding.fingerprint, secret, text };
  });
}

function withRules(project: Project, entries: Taken["custom"]): string {
  const document = yamlFile(project, configuration);
  for (const entry of entries) append(document, ["custom"], entry);
  return yamlText(document);
}

function withAllowances(
  project: Project,
  allowances: readonly WantedAllowance[],
  signed: { readonly owner: string; readonly until: string },
): string {
  const before = project.read(allowanceFile) ?? heading;
  const lines = allowances.map((allowance) => {
    const fields = Object.entries({ ...allowance, ...signed }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `- { ${fields.join(", ")} }\n`;
  });
  const fresh = [...new Set(lines)].filter((line) => !before.includes(line));
  return `${before}${before.endsWith("\n") ? "" : "\n"}${fresh.join("")}`;
}
