import { spawn } from "node:child_process";
import type { ChildProcessByStdio, ChildProcessWithoutNullStreams } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { batchDecoder } from "./batch-decoder.ts";
import type { GitObject } from "./batch-decoder.ts";
import { CannotCheck } from "./cannot-check.ts";

/** What a git process left: its exit code and everything it wrote. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Git in one directory. Its processes get the whole environment, so that a hook's index and quarantine are seen. */
export interface Git {
  /** The directory that git runs in. */
  readonly directory: string;
  /** Runs git and gives back how it ended. */
  ask(args: readonly string[], input?: string | Buffer): Promise<GitAnswer>;
  /** Runs git and gives back its output; any exit code but 0 is a CannotCheck. */
  run(args: readonly string[], input?: string | Buffer): Promise<Buffer>;
  /** Reads an object by its id, all of them with one process; bytes above `limit` are not kept. */
  read(id: string, limit: number): Promise<GitObject>;
  /** Ends the process behind `read`. */
  close(): Promise<void>;
}

/** Git in a directory, with the environment that its processes get. Nothing starts before it is asked. */
export function openGit(directory: string = process.cwd(), environment: NodeJS.ProcessEnv = process.env): Git {
  const env = gitEnvironment(environment);
  let objects: Objects | undefined;
  const opened = () => (objects ??= openObjects(start(["cat-file", "--batch"], directory, env)));
  const ask: Git["ask"] = (args, input) => finished(start(args, directory, env), args, input);
  return {
    directory,
    ask,
    run: async (args, input) => {
      const answer = await ask(args, input);
      if (answer.code !== 0) throw failure(args, answer);
      return answer.stdout;
    },
    read: (id, limit) => opened().read(id, limit),
    close: async () => {
      await objects?.close();
      objects = undefined;
    },
  };
}

/** The environment of every git process: replace refs, external diffs, prompts and optional locks must not change what is read. */
function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    GIT_EXTERNAL_DIFF: undefined,
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
}

/** The error of a git command that did not end well, with the way out where the cause is a known one. */
export function failure(args: readonly string[], answer: GitAnswer): CannotCheck {
  const said = answer.stderr.trim();
  const command = `git ${args[0] ?? ""}`;
  if (said.includes("dubious ownership")) {
    return new CannotCheck(
      `git refuses to read this repository because it belongs to another user. ${command} said: ${firstLine(said)} ` +
        'If you trust it: git config --global --add safe.directory "$(pwd -P)"',
    );
  }
  if (said.includes("not a git repository")) {
    return new CannotCheck("This is not a git repository. Run failcheck inside one, or name the files to check: failcheck PATH");
  }
  return new CannotCheck(`${command} failed with exit code ${answer.code}: ${firstLine(said) || "it said nothing"}`);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams {
  // A monitor of the file system is a program that the repository's own configuration names.
  return spawn("git", ["-c", "core.fsmonitor=false", ...args], { cwd, env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
}

function finished(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  args: readonly string[],
  input: string | Buffer = "",
): Promise<GitAnswer> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A git that ends before it has read its input closes the pipe; its exit code tells why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(notStarted(args, error)));
    child.on("close", (code) => {
      resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") });
    });
  });
}

function notStarted(args: readonly string[], error: Error): CannotCheck {
  return new CannotCheck(`git ${args[0] ?? ""} could not be started (${error.message}). Is git installed and on the PATH?`);
}

interface Question {
  readonly id: string;
  readonly limit: number;
  resolve(object: GitObject): void;
  reject(error: CannotCheck): void;
}

interface Objects {
  read(id: string, limit: number): Promise<GitObject>;
  close(): Promise<void>;
}

function openObjects(child: ChildProcessByStdio<Writable, Readable, Readable>): Objects {
  const questions: Question[] = [];
  let stderr = "";
  let ended: CannotCheck | undefined;
  const end = (error: CannotCheck): void => {
    ended ??= error;
    for (const question of questions.splice(0)) question.reject(ended);
  };
  const closed = new Promise<void>((resolve) => {
    child.on("error", (error) => {
      end(notStarted(["cat-file"], error));
      resolve();
    });
    child.on("close", (code) => {
      end(failure(["cat-file"], { code: code ?? 128, stdout: Buffer.alloc(0), stderr }));
      resolve();
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  child.stdin.on("error", () => undefined);
  const decode = batchDecoder({
    limit: () => questions[0]?.limit ?? 0,
    found: (object) => questions.shift()?.resolve(object),
    missing: () => {
      const question = questions.shift();
      question?.reject(missingObject(question.id));
    },
  });
  child.stdout.on("data", decode);
  return {
    read: (id, limit) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        questions.push({ id, limit, resolve, reject });
        child.stdin.write(`${id}\n`);
      }),
    close: () => {
      child.stdin.end();
      return closed;
    },
  };
}

function missingObject(id: string): CannotCheck {
  return new CannotCheck(
    `git has no object ${id}: the clone is shallow, partial or damaged. Fetch it (git fetch --unshallow, git fetch --refetch) or run git fsck.`,
  );
}

/** The top of the working tree that git finds from its directory; undefined outside a repository. */
export async function findRoot(git: Git): Promise<string | undefined> {
  const args = ["rev-parse", "--show-toplevel"];
  const answer = await git.ask(args);
  if (answer.code === 0) return answer.stdout.toString("utf8").replace(/\n$/, "");
  if (answer.stderr.includes("not a git repository")) return undefined;
  throw failure(args, answer);
}

/** The id of the tree without files, in the repository's own hash; git knows it without an object. */
export async function emptyTree(git: Git): Promise<string> {
  return oneLine(await git.run(["hash-object", "-t", "tree", "--stdin"]));
}

/** Output of which git promises one line. */
export function oneLine(output: Buffer): string {
  return output.toString("utf8").trimEnd();
}
