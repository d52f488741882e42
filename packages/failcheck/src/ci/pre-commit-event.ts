import type { Environment, RangeRequest } from "./request.ts";

/**
 * What pre-commit and prek ask for before a push; they keep git's lines on stdin to themselves. Where a push brings a first commit
 * they name no range: then everything that leaves is looked at.
 */
export function preCommitRequest(env: Environment): RangeRequest {
  const [base, tip] = [env.PRE_COMMIT_FROM_REF, env.PRE_COMMIT_TO_REF];
  if (base && tip) return { kind: "range", tip, base, mayGoBack: true, says: "the push" };
  return { kind: "everything", tip: env.PRE_COMMIT_LOCAL_BRANCH ?? "HEAD", says: "everything (a first push)" };
}
