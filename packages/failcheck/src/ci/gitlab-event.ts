import { isZero, objectId, refName } from "./fields.ts";
import type { Environment, RangeRequest } from "./request.ts";

/** What a pipeline of GitLab asks for, from its predefined variables. */
export function gitlabRequest(env: Environment): RangeRequest {
  const tip = objectId(env, "CI_COMMIT_SHA");
  const base = env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (base) return mergeRequestRange(env, tip);
  const source = env.CI_PIPELINE_SOURCE ?? "";
  if (source !== "push") return { kind: "everything", tip, says: `everything (${source || "no event"})` };
  const branch = refName(env.CI_COMMIT_BRANCH);
  const before = objectId(env, "CI_COMMIT_BEFORE_SHA");
  const trunk = refName(env.CI_DEFAULT_BRANCH);
  const fresh = { kind: "new", tip, branch, trunk, says: `the new ${branch === undefined ? "tag" : "branch"}` } as const;
  if (isZero(before)) return fresh;
  // GitLab does not say whether a push was forced.
  return { kind: "range", tip, base: before, ifGone: fresh, mayGoBack: true, says: "the push" };
}

/** In a pipeline for merged results CI_COMMIT_SHA is GitLab's own merge, and the request's tip stands elsewhere. */
function mergeRequestRange(env: Environment, commit: string): RangeRequest {
  const source = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA;
  const into = refName(env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME);
  return {
    kind: "range",
    tip: source ? objectId(env, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") : commit,
    base: objectId(env, "CI_MERGE_REQUEST_DIFF_BASE_SHA"),
    ...(into === undefined ? {} : { into }),
    mayGoBack: false,
    says: "the merge request",
  };
}
