import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve, sep } from "node:path";
import { cleanEnvironment } from "./repository.ts";
import { readScript } from "./script.ts";
import type { Command } from "./script.ts";
import { madeSecret } from "./secret.ts";

/** Where a scenario stands: its folder, its environment, and what the last program left. */
interface State {
  readonly work: string;
  readonly env: NodeJS.ProcessEnv;
  directory: string;
  stdout: string;
  stderr: string;
  code: number;
}

/** Does one line; what it gives back is why the line does not hold. */
type Verb = (state: State, words: readonly string[], negated: boolean) => string | undefined | Promise<string | undefined>;

const project = resolve(import.meta.dirname, "../..");
const failcheck = join(project, "packages/failcheck/bin/failcheck.js");

/**
 * Plays a scenario in a fresh folder with a fresh home; throws at the first line that does not hold. `programs` is a folder
 * whose programs come before those of the machine.
 */
export async function runScript(text: string, programs?: string): Promise<void> {
  const script = readScript(text);
  const work = realpathSync(mkdtempSync(join(tmpdir(), "failcheck-script-")));
  const state: State = { work, env: scriptEnvironment(work, programs), directory: work, stdout: "", stderr: "", code: 0 };
  try {
    for (const [path, content] of script.files) write(state, path, content.replaceAll("«secret»", madeSecret()));
    for (const command of script.commands) await play(state, command);
  } finally {
    spawnSync("chmod", ["-R", "u+rwX", work]);
    rmSync(work, { recursive: true, force: true });
  }
}

function scriptEnvironment(work: string, programs: string | undefined): NodeJS.ProcessEnv {
  mkdirSync(join(work, ".home"));
  const node = dirname(process.execPath);
  return {
    ...cleanEnvironment(join(work, ".home")),
    WORK: work,
    PROJECT: project,
    FAILCHECK: failcheck,
    SECRET: madeSecret(),
    NODE: process.execPath,
    PATH: [...(programs === undefined ? [] : [programs]), node, process.env.PATH ?? ""].join(delimiter),
    NO_COLOR: "1",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "init.defaultBranch",
    GIT_CONFIG_VALUE_0: "main",
  };
}

async function play(state: State, { line, negated, words }: Command): Promise<void> {
  const [name = "", ...rest] = words;
  const verb = verbs.get(name);
  const problem = verb ? await verb(state, rest, negated) : `unknown command ${name}`;
  if (problem === undefined) return;
  const said = `\n--- stdout\n${state.stdout}\n--- stderr\n${state.stderr}\n--- exit code ${state.code}`;
  throw new Error(`line ${line}: ${negated ? "! " : ""}${words.join(" ")}\n${problem}${said}`);
}

const exec: Verb = async (state, words, negated) => {
  const [program = "", ...args] = words.map((word) => expand(state, word));
  const ended = await run(program, args, state);
  Object.assign(state, ended);
  if (negated === (ended.code !== 0)) return undefined;
  return negated ? "was expected to fail" : `exit code ${ended.code}`;
};

function run(
  program: string,
  args: readonly string[],
  { directory, env }: State,
): Promise<Pick<State, "stdout" | "stderr" | "code">> {
  const limits = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd: directory, env, ...limits }, (error, stdout, stderr) => {
      resolve({
        stdout,
        stderr: child.pid === undefined ? `${program} could not be started` : stderr,
        code: error ? (child.exitCode ?? 128) : 0,
      });
    });
    child.stdin?.on("error", () => undefined).end();
  });
}

const output =
  (which: "stdout" | "stderr"): Verb =>
  (state, words, negated) => {
    const pattern = new RegExp(expand(state, words[0] ?? ""), "m");
    return pattern.test(state[which]) === negated ? `${which} ${negated ? "matches" : "does not match"}` : undefined;
  };

const reachable =
  "git rev-list --objects --branches --tags '--glob=refs/notes/*' | cut -d ' ' -f 1 | git cat-file --batch | grep -aqF \"$SECRET\"";

const hooksOff = [
  "core.hooksPath=/dev/null",
  ...["prepare-commit-msg", "reference-transaction", "pre-push"].map((name) => `hook.failcheck-${name}.enabled=false`),
].flatMap((setting) => ["-c", setting]);

const verbs = new Map<string, Verb>([
  ["exec", exec],
  ["git", (state, words, negated) => exec(state, ["git", ...words], negated)],
  // git with all hooks off, those in its configuration too: how a secret gets where a gate is to find it.
  ["unguarded", (state, words, negated) => exec(state, ["git", ...hooksOff, ...words], negated)],
  ["failcheck", (state, words, negated) => exec(state, [process.execPath, failcheck, ...words], negated)],
  // Whether a branch, tag or note reaches the secret, in whatever object.
  ["reachable", (state, _, negated) => exec(state, ["sh", "-c", reachable], negated)],
  ["stdout", output("stdout")],
  ["stderr", output("stderr")],
  ["code", (state, [expected]) => (String(state.code) === expected ? undefined : `exit code is not ${expected ?? ""}`)],
  ["cd", (state, [path = ""]) => void (state.directory = inside(state, path))],
  ["env", (state, words) => setEnvironment(state, words)],
  ["cp", (state, [from = "", to = ""]) => write(state, to, readFileSync(inside(state, from)))],
  ["cmp", (state, [left = "", right = ""], negated) => compare(state, left, right, negated)],
  ["exists", (state, [path = ""], negated) => (existsSync(inside(state, path)) === negated ? "is (not) there" : undefined)],
]);

function compare(state: State, left: string, right: string, negated: boolean): string | undefined {
  const [one, two] = [left, right].map((name) => textOf(state, name));
  return (one === two) === negated
    ? `${left} and ${right} ${negated ? "are equal" : `differ:\n${one ?? ""}\n---\n${two ?? ""}`}`
    : undefined;
}

function textOf(state: State, name: string): string {
  return name === "stdout" || name === "stderr" ? state[name] : readFileSync(inside(state, name), "utf8");
}

function setEnvironment(state: State, words: readonly string[]): undefined {
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 0) state.env[word] = undefined;
    else state.env[word.slice(0, equals)] = expand(state, word.slice(equals + 1));
  }
}

/** `$NAME` and `${NAME}` stand for the scenario's environment; `$$` does not. */
const variable = /\$(?:([A-Z_]{1,40})|\{([A-Z_]{1,40})\})/g;

function expand(state: State, word: string): string {
  return word.replace(variable, (whole, bare: string | undefined, braced: string | undefined) => {
    return state.env[bare ?? braced ?? ""] ?? whole;
  });
}

/** A path of the scenario; one that leads out of its folder is refused. */
function inside(state: State, path: string): string {
  const full = resolve(state.directory, expand(state, path));
  if (full !== state.work && !full.startsWith(state.work + sep)) throw new Error(`${path} leads out of the scenario's folder`);
  return full;
}

function write(state: State, path: string, content: string | Buffer): undefined {
  const full = inside(state, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
