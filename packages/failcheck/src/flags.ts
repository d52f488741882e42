import { Option, type Command } from "commander";
import { CannotCheck } from "@failcheck/core";
import type { Answer, Request, Subject } from "./request.ts";
import { progress, wantsColor, wantsHyperlinks } from "./terminal.ts";

/** The flags of every checking verb, as the command line gives them. */
export interface Flags {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly format?: string;
  readonly output?: readonly string[];
  readonly config?: string;
  readonly color: "auto" | "always" | "never";
  readonly timing?: true;
  readonly verbose?: true;
  readonly quiet?: true;
  readonly stdinFilename?: string;
  readonly fix?: true;
  readonly unsafe?: true;
  readonly diff?: true;
}

/** Gathers an option that may be given more than once. */
export const collect = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];

/** Adds the flags that every checking verb has. */
export function checking(command: Command): Command {
  return command
    .option("--only <glob>", "run only the rules whose id matches; repeatable", collect)
    .option("--skip <glob>", "leave out the rules whose id matches; repeatable", collect)
    .option("--format <name>", "text, json, jsonl, github, markdown, sarif, gitlab, junit, checkstyle, rdjsonl, azure, agent")
    .option("--output <format=file>", "also write a report to a file; repeatable", collect)
    .option("--config <file>", "use this configuration instead of failcheck.yaml")
    .addOption(new Option("--color <when>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .option("--fix", "repair what can be repaired without changing anything else")
    .option("--unsafe", "with --fix or --diff: also repairs that may change meaning")
    .option("--diff", "show the repair and write nothing")
    .option("--timing", "show where the time went, by rule and language")
    .option("--verbose", "also list what was skipped and what was allowed")
    .option("--quiet", "print nothing but what was looked at, on stderr");
}

/** Which repairs the flags ask for. */
function repairOf(flags: Flags): Request["fix"] {
  if (!flags.fix && !flags.diff) {
    if (flags.unsafe) throw new CannotCheck("--unsafe goes with --fix or --diff.");
    return "none";
  }
  return flags.unsafe ? "unsafe" : "safe";
}

/** Runs a check, with a bar on a terminal where it takes long. */
export async function check(subject: Subject, flags: Flags): Promise<Answer> {
  const { run } = await import("./run.ts");
  const bar = progress(process.stderr);
  try {
    return await run({ ...requestOf(subject, flags), ...(bar.onFile ? { onFile: bar.onFile } : {}) });
  } finally {
    bar.clear();
  }
}

/** The request that a verb and its flags make. */
export function requestOf(subject: Subject, flags: Flags): Request {
  return {
    subject,
    only: flags.only ?? [],
    skip: flags.skip ?? [],
    format: flags.format ?? (process.env.GITHUB_ACTIONS === "true" ? "github" : "text"),
    outputs: flags.output ?? [],
    config: flags.config,
    color: wantsColor(flags.color, process.env, process.stdout.isTTY),
    hyperlinks: wantsHyperlinks(process.env, process.stdout.isTTY),
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    timing: flags.timing === true,
    fix: repairOf(flags),
    diff: flags.diff === true,
  };
}
