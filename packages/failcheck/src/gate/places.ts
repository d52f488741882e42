import { resolve } from "node:path";
import { CannotCheck, findRoot, type Git } from "@failcheck/core";

/** Where a repository keeps what the gate needs. */
export interface Repository {
  /** The top of the working tree; undefined in a bare repository. */
  readonly root: string | undefined;
  /** The git directory that all linked worktrees share. */
  readonly commonDirectory: string;
  /** Where git looks for hooks now, as the configuration says it; undefined where it says nothing. */
  readonly hooksPath: string | undefined;
  /** The same, only from the repository's own configuration. */
  readonly localHooksPath: string | undefined;
  readonly gitVersion: readonly [major: number, minor: number];
}

/** Says in git's configuration which hooks were installed here, whatever became of their files. */
export const installedKey = "failcheck.installed";

/** The folder of hooks that `install` makes where git already looks into a folder of somebody else's. */
export function ownFolder({ commonDirectory }: Repository): string {
  return resolve(commonDirectory, "failcheck/hooks");
}

/** The folder of the hooks that git's configuration names. */
export function configFolder({ commonDirectory }: Repository): string {
  return resolve(commonDirectory, "failcheck/configured");
}

/** The folder that git looks into without a configuration. */
export function plainFolder({ commonDirectory }: Repository): string {
  return resolve(commonDirectory, "hooks");
}

/** Git reads hooks from its configuration since 2.54; no `-c core.hooksPath` switches those off. */
export function hasConfigHooks({ gitVersion: [major, minor] }: Repository): boolean {
  return major > 2 || (major === 2 && minor >= 54);
}

/** Looks at the repository that git finds from its directory. */
export async function repositoryAt(git: Git): Promise<Repository> {
  const common = await git.ask(["rev-parse", "--git-common-dir"]);
  if (common.code !== 0) throw new CannotCheck("This is not a git repository: there are no hooks to install or to look at.");
  const [bare, hooksPath, localHooksPath, version] = await Promise.all([
    git.run(["rev-parse", "--is-bare-repository"]),
    configured(git, ["--type=path", "--get", "core.hooksPath"]),
    configured(git, ["--local", "--get", "core.hooksPath"]),
    git.run(["version"]),
  ]);
  return {
    root: line(bare) === "true" ? undefined : await findRoot(git),
    commonDirectory: resolve(git.directory, line(common.stdout)),
    hooksPath,
    localHooksPath,
    gitVersion: versionOf(line(version)),
  };
}

/** A value of git's configuration; undefined where it is not set. */
export async function configured(git: Git, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await git.ask(["config", ...args]);
  return code === 0 ? line(stdout) : undefined;
}

/** `git version 2.39.5 (Apple Git-154)` */
function versionOf(text: string): readonly [number, number] {
  const [, major, minor] = /(\d{1,4})\.(\d{1,4})/.exec(text) ?? [];
  return [Number(major ?? 0), Number(minor ?? 0)];
}

function line(output: Buffer): string {
  return output.toString("utf8").replace(/\r?\n$/, "");
}
