import { globs, openGit, printable, type Git, type Result } from "@failcheck/core";
import type { Answer, Request } from "../request.ts";
import { look, report } from "../run.ts";
import { toolName } from "../tool.ts";
import { writeBlobs } from "./blob.ts";
import { findRange, type Found } from "./find-range.ts";
import { findRequest } from "./find-request.ts";
import { loosened } from "./loosened.ts";
import { ungated } from "./ungated.ts";

/** What `failcheck ci` is told on the command line, beside what every checking verb is told. */
interface Asked {
  readonly range: string | undefined;
  readonly base: string | undefined;
  readonly policyFrom: "base" | "head";
}

/** The gate, whatever the request was about: finds the range that is meant, makes sure that git holds all of it, and looks at every commit and the end result. */
export async function ci({ range, base, policyFrom }: Asked, request: Request): Promise<Answer> {
  const asked = findRequest(process.env, range, base);
  if (asked.kind === "nothing")
    return { out: `${toolName}: ${printable(asked.says)}, so there is nothing to look at\n`, err: "", exitCode: 0 };
  const git = openGit();
  try {
    return await gate(await findRange(git, asked), policyFrom, request, git);
  } finally {
    await git.close();
  }
}

async function gate({ range, policyAt, empty }: Found, policyFrom: "base" | "head", asked: Request, git: Git): Promise<Answer> {
  const trusted = policyFrom === "base" ? policyAt : undefined;
  const side = trusted === undefined ? { policyFrom: "after" as const } : { policyFrom: "before" as const, policyAt: trusted };
  const request: Request = { ...asked, subject: { kind: "commits", range, ...side } };
  const outcome = await look(request, openGit());
  const loosenings = await loosened(git, {
    range,
    trusted: policyAt,
    waived: policyFrom === "head" ? "the run takes the policy of the head" : undefined,
    today: new Date().toISOString().slice(0, 10),
    allowed: outcome.result.allowed,
    first: request.shard === undefined || request.shard.index === 1,
  });
  const shown = await about(outcome.result, request.about);
  const result: Result = {
    ...shown,
    findings: [...loosenings.findings, ...shown.findings],
    allowed: [...loosenings.allowed, ...shown.allowed],
    notes: [...(empty === undefined ? [] : [empty]), ...(await ungated(git, range, shown.findings))],
  };
  const judged = { ...outcome, result };
  return report({ ...request, outputs: await writeBlobs(request, judged, git) }, judged, git);
}

/** Only the findings about some paths, where that was asked; that the gate is loosened is told in any case. */
async function about(result: Result, paths: readonly string[] | undefined): Promise<Result> {
  if (paths === undefined || paths.length === 0) return result;
  const matches = await globs(paths);
  return { ...result, findings: result.findings.filter(({ path }) => matches(path)) };
}
