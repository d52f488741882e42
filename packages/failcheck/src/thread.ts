import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { CannotCheck, lintPart, openGit, worktreePart } from "@failcheck/core";
import { policyFor } from "./policy.ts";
import { takenFrom, type Answered, type Task } from "./threads.ts";

/** Looks at what this thread takes from the list, by the same policy as the thread that started it. */
async function answer({ request, listed, counter }: Task): Promise<Answered> {
  const git = openGit();
  try {
    const change = worktreePart(git, listed, takenFrom(listed.paths, counter));
    return { part: await lintPart(change, await policyFor(request, change), { timing: request.timing }) };
  } catch (error) {
    if (error instanceof CannotCheck) return { cannotCheck: error.message };
    throw error;
  } finally {
    await git.close();
  }
}

function isTask(data: unknown): data is Task {
  return typeof data === "object" && data !== null && "listed" in data && "counter" in data;
}

const given: unknown = workerData;
if (!isMainThread && isTask(given)) {
  // What is no CannotCheck is a bug: unhandled, it ends this thread, and the one that started it tells.
  void answer(given).then((answered) => parentPort?.postMessage(answered));
}
