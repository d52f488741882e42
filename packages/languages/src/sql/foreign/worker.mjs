/**
 * The thread in which node-sql-parser runs: its grammars take exponential time on some texts, so whoever asks stops waiting and
 * ends the thread. Plain JavaScript, because a thread starts from a file that no bundler has seen.
 */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const { grammar, database, signal } = workerData;
const { Parser } = createRequire(import.meta.url)(grammar);
const parser = new Parser();
const flag = new Int32Array(signal);

function parsed(text) {
  try {
    const tree = parser.astify(text, { database, parseOptions: { includeLocations: true } });
    return { tree: JSON.stringify(tree) };
  } catch (error) {
    return { error: String(error?.message ?? error), offset: error?.location?.start?.offset ?? 0 };
  }
}

/** @param {{ port: import("node:worker_threads").MessagePort, text?: string }} question */
function answer({ port, text }) {
  port.postMessage(text === undefined ? {} : parsed(text));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

parentPort?.on("message", answer);
