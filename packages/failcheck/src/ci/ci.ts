import { openGit } from "@failcheck/core";
import type { Answer, Subject } from "../request.ts";
import { toolName } from "../tool.ts";
import { findRange } from "./find-range.ts";
import { findRequest } from "./find-request.ts";

/** What `failcheck ci` is told on the command line. */
interface Asked {
  readonly range?: string | undefined;
  readonly base?: string;
  readonly policyFrom: "base" | "head";
}

/** The gate: finds the range that is meant, makes sure that git holds all of it, and has it checked. */
export async function ci(asked: Asked, check: (subject: Subject) => Promise<Answer>): Promise<Answer> {
  const request = findRequest(process.env, asked.range, asked.base);
  if (request.kind === "nothing")
    return { out: `${toolName}: ${request.says}, so there is nothing to look at\n`, err: "", exitCode: 0 };
  const git = openGit();
  try {
    const range = await findRange(git, request);
    // Where everything is new there is no side to be trusted more than the tip.
    const fromBase = asked.policyFrom === "base" && range.base !== undefined;
    return await check({ kind: "commits", range, policyFrom: fromBase ? "before" : "after" });
  } finally {
    await git.close();
  }
}
