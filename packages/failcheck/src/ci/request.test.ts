import { describe, expect, test } from "vitest";
import { CannotCheck } from "@failcheck/core";
import { githubRequest } from "./github-event.ts";
import { gitlabRequest } from "./gitlab-event.ts";
import { findRequest } from "./find-request.ts";

const a = "a".repeat(40);
const b = "b".repeat(40);
const zeros = "0".repeat(40);
const pullRequest = { head: { sha: b }, base: { sha: a, ref: "main" } };

describe("GitHub", () => {
  test.each([
    ["pull_request", { pull_request: pullRequest }, { kind: "range", tip: b, base: a, into: "main", mayGoBack: false }],
    ["pull_request", { pull_request: { head: { sha: b }, base: { sha: a, ref: "--all" } } }, { kind: "range", tip: b, base: a }],
    ["merge_group", { merge_group: { head_sha: b, base_sha: a } }, { kind: "range", tip: b, base: a, mayGoBack: false }],
    ["push", { before: a, after: b, ref: "refs/heads/x", commits: [] }, { kind: "range", tip: b, base: a, mayGoBack: false }],
    [
      "push",
      { before: a, after: b, ref: "refs/heads/x", forced: true },
      { kind: "range", tip: b, base: a, mayGoBack: true, ifGone: { kind: "new", tip: b, branch: "x" } },
    ],
    ["push", { before: zeros, after: b, ref: "refs/heads/a/b" }, { kind: "new", tip: b, branch: "a/b", says: "the new branch" }],
    ["push", { before: zeros, after: b, ref: "refs/tags/v1" }, { kind: "new", tip: b, branch: undefined, says: "the new tag" }],
    ["push", { before: a, after: zeros, ref: "refs/heads/x", deleted: true }, { kind: "nothing" }],
    ["workflow_dispatch", { inputs: {} }, { kind: "everything", tip: "HEAD" }],
    ["schedule", {}, { kind: "everything", tip: "HEAD" }],
  ])("%s", (name, event, request) => {
    expect(githubRequest({ GITHUB_EVENT_NAME: name }, event)).toMatchObject(request);
  });

  test.each([
    ["an event that is no object", "push", null],
    ["a head without a commit", "pull_request", { pull_request: { base: { sha: a } } }],
    ["an option in the place of a commit", "push", { before: "--upload-pack=x", after: b }],
    ["an abbreviated commit", "push", { before: "abc123", after: b }],
    ["a number in the place of a commit", "push", { before: 7, after: b }],
    ["a push without anything", "push", {}],
    ["a pull request without anything", "pull_request", {}],
    ["a merge group without anything", "merge_group", {}],
  ])("%s is refused", (_, name, event) => {
    expect(() => githubRequest({ GITHUB_EVENT_NAME: name }, event)).toThrow(CannotCheck);
  });

  test("a target branch that no ref can be called is not asked for", () => {
    const event = { pull_request: { head: { sha: b }, base: { sha: a, ref: "main --all" } } };
    expect(githubRequest({ GITHUB_EVENT_NAME: "pull_request" }, event)).not.toHaveProperty("into");
  });
});

describe("GitLab", () => {
  const push = { CI_PIPELINE_SOURCE: "push", CI_COMMIT_SHA: b, CI_COMMIT_BRANCH: "x" };
  const request = { CI_PIPELINE_SOURCE: "merge_request_event", CI_COMMIT_SHA: b, CI_MERGE_REQUEST_DIFF_BASE_SHA: a };
  test.each([
    [
      "a push",
      { ...push, CI_COMMIT_BEFORE_SHA: a },
      { kind: "range", tip: b, base: a, ifGone: { kind: "new", tip: b, branch: "x" } },
    ],
    ["a new branch", { ...push, CI_COMMIT_BEFORE_SHA: zeros }, { kind: "new", tip: b, branch: "x" }],
    [
      "a merge request",
      { ...request, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" },
      { kind: "range", tip: b, base: a, into: "main" },
    ],
    [
      "merged results",
      { ...request, CI_COMMIT_SHA: "c".repeat(40), CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: b },
      { kind: "range", tip: b, base: a },
    ],
    ["a schedule", { CI_PIPELINE_SOURCE: "schedule", CI_COMMIT_SHA: b }, { kind: "everything", tip: b }],
  ])("%s", (_, env, expected) => {
    expect(gitlabRequest(env)).toMatchObject(expected);
  });
});

test.each([
  ["no CI", {}, undefined],
  ["no event file", { GITHUB_ACTIONS: "true" }, undefined],
  ["an event file that is not there", { GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: "/nowhere/event.json" }, undefined],
  ["one revision", {}, "HEAD"],
])("%s leaves the range unknown", (_, env, range) => {
  expect(() => findRequest(env, range, undefined)).toThrow(/BASE\.\.TIP/);
});

test("a range on the command line goes before the event", () => {
  expect(findRequest({ GITHUB_ACTIONS: "true" }, "a..b", undefined)).toMatchObject({ kind: "range", base: "a", tip: "b" });
  expect(findRequest({ GITHUB_ACTIONS: "true" }, undefined, "main")).toMatchObject({ kind: "range", base: "main", tip: "HEAD" });
});
