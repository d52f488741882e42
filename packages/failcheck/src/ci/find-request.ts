import { readFileSync } from "node:fs";
import { CannotCheck, commitRange } from "@failcheck/core";
import { githubRequest } from "./github-event.ts";
import { gitlabRequest } from "./gitlab-event.ts";
import { preCommitRequest } from "./pre-commit-event.ts";
import type { Environment, RangeRequest } from "./request.ts";

/** What is to be checked: the range on the command line, or what the CI's event says. */
export function findRequest(env: Environment, range: string | undefined, base: string | undefined): RangeRequest {
  if (range !== undefined) return namedRange(range);
  if (base !== undefined && base !== "") return namedRange(`${base}..HEAD`);
  if (env.GITHUB_ACTIONS === "true") return githubRequest(env, readEvent(env.GITHUB_EVENT_PATH));
  if (env.GITLAB_CI === "true") return gitlabRequest(env);
  if (env.PRE_COMMIT === "1" && env.PRE_COMMIT_REMOTE_NAME) return preCommitRequest(env);
  throw new CannotCheck("No CI event was found, so the range is not known. Give it: failcheck ci BASE..TIP");
}

function namedRange(range: string): RangeRequest {
  const { tip, base } = commitRange(range);
  if (base === undefined) throw new CannotCheck(`${range} is one revision. A range has two: failcheck ci BASE..TIP`);
  return { kind: "range", tip, base, mayGoBack: false, says: range };
}

function readEvent(path: string | undefined): unknown {
  if (!path) throw new CannotCheck("GITHUB_EVENT_PATH names no file, so the range is not known. Give it: failcheck ci BASE..TIP");
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotCheck(`The event file of GitHub could not be read (${why}). Give the range: failcheck ci BASE..TIP`);
  }
}
