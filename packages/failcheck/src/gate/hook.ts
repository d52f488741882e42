import { CannotCheck } from "@failcheck/core";
import type { Answer } from "../request.ts";
import { commitGate } from "./commit-gate.ts";
import { linesOf, type GateIo } from "./io.ts";
import { parsedHook } from "./parsed-hook.ts";
import { selfTest } from "./self-test.ts";

/** `failcheck hook NAME --nonce N --rules R -- ARGS`: what a hook's stub calls. */
export async function runHook(argv: readonly string[], io: GateIo): Promise<Answer> {
  const { name, nonce, rules, args } = parsedHook(argv);
  const answer = args[0] === selfTest ? { out: "", err: "", exitCode: 0 } : await gateOf(name, rules, args, io);
  // The stub lets through what answers with its nonce, so that a program called node that merely ends well does not pass.
  return answer.exitCode === 0 ? { ...answer, out: `failcheck-ok ${nonce}\n` } : answer;
}

/** `failcheck push REMOTE URL`: git's pre-push, called by a hook of one's own. */
export async function runPush(argv: readonly string[], io: GateIo): Promise<Answer> {
  return (await import("./ref-gate.ts")).pushGate(io.git, argv[0], await linesOf(io.stdin));
}

/** `failcheck receive`: a server's pre-receive, called by a hook of one's own. */
export async function runReceive(_argv: readonly string[], io: GateIo): Promise<Answer> {
  return (await import("./ref-gate.ts")).receiveGate(io.git, await linesOf(io.stdin));
}

async function gateOf(name: string, rules: string, args: readonly string[], io: GateIo): Promise<Answer> {
  switch (name) {
    case "prepare-commit-msg":
      return commitGate(io.git, rules, args[0] ?? ".git/COMMIT_EDITMSG");
    case "reference-transaction":
      return (await import("./ref-gate.ts")).refGate(io.git, rules, await linesOf(io.stdin), args.slice(1));
    case "pre-push":
      return runPush(args, io);
    case "pre-receive":
      return runReceive(args, io);
    default:
      throw new CannotCheck(`failcheck has no hook ${name}. Run failcheck install to renew the hooks.`);
  }
}
