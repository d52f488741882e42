import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { CannotCheck, worktreePart, type Change, type Git, type Listed, type Part } from "@failcheck/core";
import type { Request } from "./request.ts";

/** What a thread is told when it starts. */
export interface Task {
  readonly request: Request;
  readonly listed: Listed;
  /** How many paths of the list have been taken; shared by all threads. */
  readonly counter: Int32Array;
}

/** What a thread answers: its part, or the sentence why it could not check. */
export type Answered = { readonly part: Part } | { readonly cannotCheck: string };

/** So many paths are taken at once. */
const handful = 64;

/** No run starts more threads than this: what they share is a disk. */
const mostThreads = 4;

/** Lets other threads help with a long list of files. Undefined where there is one processor only, or nothing built to start. */
export function shareOut(
  request: Request,
  listed: Listed,
  git: Git,
): { readonly change: Change; readonly others: () => Promise<readonly Part[]> } | undefined {
  const script = join(dirname(fileURLToPath(import.meta.url)), "thread.js");
  const helpers = Math.min(availableParallelism(), mostThreads) - 1;
  if (helpers < 1 || !existsSync(script)) return undefined;
  // V8 compiles what is warm on threads of its own, which the helpers need; a run of a second gains by compiling less, and smaller.
  setFlagsFromString("--interrupt-budget=600000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
  // Of hundreds of regular expressions most are tried a few times only: machine code is for those that are used more.
  setFlagsFromString("--regexp-tier-up-ticks=10");
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const task: Task = { request: handedOver(request), listed, counter };
  const parts = Array.from({ length: helpers }, () => start(script, task));
  // A part that fails is noticed when this thread is done; until then nobody waits for it.
  for (const part of parts) part.catch(() => undefined);
  return { change: worktreePart(git, listed, takenFrom(listed.paths, counter)), others: () => Promise.all(parts) };
}

/** Handfuls of a list, as long as no other thread has taken them. */
export function* takenFrom(paths: readonly string[], counter: Int32Array): Generator<readonly string[]> {
  for (;;) {
    const at = Atomics.add(counter, 0, handful);
    if (at >= paths.length) return;
    yield paths.slice(at, at + handful);
  }
}

/** The request without the function that reports progress: functions cannot be handed to another thread. */
function handedOver(request: Request): Request {
  const plain = { ...request };
  delete plain.onFile;
  return plain;
}

function start(script: string, task: Task): Promise<Part> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.once("message", (answer: Answered) => {
      if ("part" in answer) resolve(answer.part);
      else reject(new CannotCheck(answer.cannotCheck));
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      reject(new Error("a thread ended without an answer"));
    });
  });
}
