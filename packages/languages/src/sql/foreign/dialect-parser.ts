import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import { isNode, textAt } from "./node.ts";
import type { Dialect } from "../sql.ts";

/** What node-sql-parser made of a text: its tree, what it stumbled over, or nothing in the time that it has. */
export type Parsed =
  { readonly tree: unknown } | { readonly error: string; readonly offset: number } | { readonly stopped: true };

/** How long one statement may take. */
const patience = 500;
const patienceAtStart = 10_000;

interface Running {
  readonly worker: Worker;
  /** Raised by the thread when it has answered. */
  readonly flag: Int32Array;
  /** It has answered before: until then it gets the time to load its grammar. */
  ready: boolean;
}

const running = new Map<Dialect, Running>();

/**
 * Parses with the build of one dialect, in a thread that is ended when it does not answer. The caller waits: rules are plain
 * functions, and a file is judged whole.
 */
export function parseForeign(text: string, dialect: Dialect): Parsed {
  const thread = startDialect(dialect);
  if (!thread.ready) ask(thread, patienceAtStart);
  thread.ready = true;
  const answer = ask(thread, patience, text);
  if (answer !== undefined) return answer;
  running.delete(dialect);
  void thread.worker.terminate();
  return { stopped: true };
}

/** Starts the thread of a dialect, where it does not run, and does not wait for it. */
export function startDialect(dialect: Dialect): Running {
  const thread = running.get(dialect) ?? start(dialect);
  running.set(dialect, thread);
  return thread;
}

function start(dialect: Dialect): Running {
  const signal = new SharedArrayBuffer(4);
  const worker = new Worker(beside("worker.mjs", "sql-worker.mjs"), {
    workerData: { grammar: grammarOf(dialect), database: dialect, signal },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
  });
  // A thread that runs out of memory says so here; whoever waits for it has stopped waiting by then.
  worker.on("error", () => undefined);
  worker.unref();
  return { worker, flag: new Int32Array(signal), ready: false };
}

/** Without a text it asks whether the thread is ready. */
function ask({ worker, flag }: Running, milliseconds: number, text?: string): Parsed | undefined {
  const { port1, port2 } = new MessageChannel();
  Atomics.store(flag, 0, 0);
  worker.postMessage({ port: port2, text }, [port2]);
  const late = Atomics.wait(flag, 0, 0, milliseconds) === "timed-out";
  const message: unknown = late ? undefined : receiveMessageOnPort(port1)?.message;
  port1.close();
  if (!isNode(message)) return undefined;
  const tree = textAt(message, "tree");
  if (tree !== undefined) return { tree: JSON.parse(tree) };
  return { error: textAt(message, "error") ?? "", offset: typeof message.offset === "number" ? message.offset : 0 };
}

const here = dirname(fileURLToPath(import.meta.url));

/** A file of ours: under its own name in the sources, under the other beside the bundle. */
function beside(own: string, bundled: string): string {
  return existsSync(join(here, bundled)) ? join(here, bundled) : join(here, own);
}

/** The build of one dialect: beside the bundle, or in its package. */
function grammarOf(dialect: Dialect): string {
  const bundled = join(here, `sql-${dialect}.cjs`);
  return existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(`node-sql-parser/build/${dialect}.js`);
}
