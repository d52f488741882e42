import { CannotCheck } from "@failcheck/core";
import { field, isZero, objectId, refName, text } from "./fields.ts";
import type { Environment, RangeRequest } from "./request.ts";

/** What an event of GitHub asks for. `event` is the parsed event file, which a fork may have had a hand in. */
export function githubRequest(env: Environment, event: unknown): RangeRequest {
  const name = env.GITHUB_EVENT_NAME ?? "";
  if (!(event instanceof Object))
    throw new CannotCheck("The event file of GitHub holds no event: give the range, failcheck ci BASE..TIP");
  const pullRequest = field(event, "pull_request");
  if (pullRequest instanceof Object || name.startsWith("pull_request")) return pullRequestRange(pullRequest);
  const group = field(event, "merge_group");
  if (group instanceof Object || name === "merge_group") {
    const [tip, base] = [objectId(group, "merge_group.head_sha"), objectId(group, "merge_group.base_sha")];
    return { kind: "range", tip, base, mayGoBack: false, says: "the merge group" };
  }
  if (name === "push") return pushRange(event);
  return { kind: "everything", tip: "HEAD", says: `everything (${name || "no event"})` };
}

function pullRequestRange(pullRequest: unknown): RangeRequest {
  const head = field(pullRequest, "head");
  const base = field(pullRequest, "base");
  const into = refName(field(base, "ref"));
  return {
    kind: "range",
    tip: objectId(head, "pull_request.head.sha"),
    base: objectId(base, "pull_request.base.sha"),
    ...(into === undefined ? {} : { into }),
    mayGoBack: false,
    says: "the pull request",
  };
}

/** `commits` of the payload is cut off at 2,048 and is never read: the range comes from `before` and `after` alone. */
function pushRange(event: object): RangeRequest {
  const tip = objectId(event, "after");
  const before = objectId(event, "before");
  const ref = text(field(event, "ref"));
  if (isZero(tip)) return { kind: "nothing", says: `${ref} was deleted` };
  const branch = ref.startsWith("refs/heads/") ? refName(ref.slice("refs/heads/".length)) : undefined;
  const trunk = refName(field(field(event, "repository"), "default_branch"));
  const fresh = { kind: "new", tip, branch, trunk, says: `the new ${branch === undefined ? "tag" : "branch"}` } as const;
  if (isZero(before)) return fresh;
  const forced = field(event, "forced") === true;
  return {
    kind: "range",
    tip,
    base: before,
    ...(forced ? { ifGone: fresh } : {}),
    mayGoBack: forced,
    says: forced ? "the forced push" : "the push",
  };
}
