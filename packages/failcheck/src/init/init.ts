import { createInterface } from "node:readline/promises";
import { readdirSync } from "node:fs";
import { CannotCheck, findRoot, openGit, printable, type Git } from "@failcheck/core";
import { runDoctor } from "../gate/doctor/doctor.ts";
import { runInstall } from "../gate/install.ts";
import type { GateIo } from "../gate/io.ts";
import { plainFolder, repositoryAt } from "../gate/places.ts";
import type { Answer } from "../request.ts";
import { chosenPieces, type Choice } from "./chosen.ts";
import type { Piece } from "./piece.ts";
import { planOf, type Step } from "./plan.ts";
import { projectAt, type Project } from "./project.ts";
import { demandPlain, diffOf, writeStep } from "./write.ts";

/** What `failcheck init` was told. */
export interface InitRequest extends Choice {
  /** Ask nothing. */
  readonly yes: boolean;
  /** Also write what is there already. */
  readonly force: boolean;
}

/**
 * `failcheck init`: shows what it would write, writes it, puts the gate's hooks in, and lets `doctor` prove the result. A file that is
 * there already stays as it is, unless that is forced.
 */
export async function init(request: InitRequest): Promise<Answer> {
  const git = openGit();
  const root = await findRoot(git);
  if (root === undefined) throw new CannotCheck("init sets up a git repository, and this is none: git init first.");
  const repository = await repositoryAt(git);
  const project = await projectAt(git, root, hasHooks(plainFolder(repository)));
  const chosen = await chosenPieces(request, project);
  const pieces = request.from.length > 0 ? [...chosen, await takeOver(request.from, project, git)] : chosen;
  const steps = planOf(pieces, project, request.force);
  for (const step of steps) demandPlain(root, step);
  const writing = steps.filter(({ before, adds }) => before === undefined || adds === true || request.force);
  const kept = steps.filter((step) => !writing.includes(step));
  const shown = [...(await Promise.all(writing.map(diffOf))), ...(await Promise.all(kept.map(keptText)))].join("");
  if (!request.yes && writing.length > 0) {
    if (!process.stdin.isTTY) return { out: shown, err: `failcheck: ${nobodyThere}\n`, exitCode: 2 };
    if (!(await agreed(shown))) return { out: "Nothing was written.\n", err: "", exitCode: 1 };
  }
  for (const step of writing) writeStep(root, step);
  const wired = await connected(pieces, project, git);
  const doctor = await runDoctor([], ioOf(root));
  const said = [...writing.map(({ path }) => `wrote ${path}`), ...kept.map(keptLine), ...wired, ...nextLines(pieces, project)];
  const opening = request.yes ? shown : "";
  return { ...doctor, out: `${opening}${said.map((line) => `${line}\n`).join("")}\n${doctor.out}` };
}

/** Loaded for those who come from another scanner. */
async function takeOver(files: readonly string[], project: Project, git: Git): Promise<Piece> {
  const { fromPiece } = await import("./from/from.ts");
  return fromPiece(files, project, git);
}

const ioOf = (root: string): GateIo => ({ git: openGit(root), stdin: process.stdin, env: process.env });

const nobodyThere = "init asks before it writes what is shown above, and nobody is there to answer: say --yes.";

/** Shows the plan, and asks. */
async function agreed(shown: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${shown}\nWrite this? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

async function keptText(step: Step): Promise<string> {
  return `Not written, because ${step.path} is there already; with --force it would be:\n${await diffOf(step)}`;
}

const keptLine = ({ path, piece }: Step) => `kept ${path}; to write the lines shown above: failcheck init ${piece} --force`;

/** Puts the gate for secrets into this clone's hooks, behind the hooks that the pieces bring. */
async function connected(pieces: readonly Piece[], { hasOwnHooks }: Project, git: Git): Promise<readonly string[]> {
  const root = (await findRoot(git)) ?? git.directory;
  const folder = pieces.find(({ hooksFolder }) => hooksFolder !== undefined)?.hooksFolder;
  const lines: string[] = [];
  if (folder !== undefined && !hasOwnHooks && (await repositoryAt(git)).hooksPath === undefined) {
    await git.run(["config", "--local", "core.hooksPath", folder]);
    lines.push(`git config core.hooksPath ${folder}`);
  }
  const { out } = await runInstall([], ioOf(root));
  return [...lines, ...out.trimEnd().split("\n").map(printable)];
}

/** Whether a folder of hooks holds one that git runs, and not only the samples that git puts there. */
function hasHooks(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /^[a-z-]+$/.test(name));
  } catch {
    // No folder, no hooks.
    return false;
  }
}

function nextLines(pieces: readonly Piece[], project: Project): readonly string[] {
  return pieces.flatMap((piece) => piece.next?.(project) ?? []).map((line) => `next: ${line}`);
}
