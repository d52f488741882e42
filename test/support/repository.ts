import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A scratch repository with a home of its own: nothing of the machine's git configuration reaches it. */
export interface ScratchRepository {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  git(...args: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  commit(message: string): void;
  remove(): void;
}

/** An environment for git that holds nothing of the caller's: no GIT_*, a fresh home, a fixed identity. */
export function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|HUSKY|XDG_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "A U Thor",
    GIT_AUTHOR_EMAIL: "author@example.com",
    GIT_COMMITTER_NAME: "C O Mitter",
    GIT_COMMITTER_EMAIL: "committer@example.com",
    GIT_EDITOR: "true",
  };
}

/** A new, empty repository in the system's temporary folder. */
export function scratchRepository(): ScratchRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-")));
  const root = join(home, "repository");
  const env = cleanEnvironment(home);
  mkdirSync(root);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git("init", "-q", "-b", "main");
  return {
    root,
    env,
    git,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    commit: (message) => {
      git("add", "--all");
      git("commit", "-q", "--allow-empty", "-m", message);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
