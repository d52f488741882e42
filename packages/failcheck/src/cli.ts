import { Command, CommanderError, Option } from "commander";
import { CannotCheck } from "@failcheck/core";
import type { Acceptance } from "./accept.ts";
import type { Answer, Request, Subject } from "./request.ts";
import { progress, wantsColor, wantsHyperlinks } from "./terminal.ts";
import { version } from "./tool.ts";

/** The flags of every checking verb, as the command line gives them. */
interface Flags {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly format?: string;
  readonly output: readonly string[];
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

interface CiFlags extends Flags {
  readonly base?: string;
  readonly policyFrom: "base" | "head";
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

function checking(command: Command): Command {
  return command
    .option("--only <glob>", "run only the rules whose id matches; repeatable", collect, [])
    .option("--skip <glob>", "leave out the rules whose id matches; repeatable", collect, [])
    .option("--format <name>", "text, json, jsonl, github, markdown, sarif, gitlab, junit, checkstyle, rdjsonl, azure, agent")
    .option("--output <format=file>", "also write a report to a file; repeatable", collect, [])
    .option("--config <file>", "use this configuration instead of failcheck.yaml")
    .addOption(new Option("--color <when>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .option("--fix", "repair what can be repaired without changing anything else")
    .option("--unsafe", "with --fix or --diff: also repairs that may change meaning")
    .option("--diff", "show the repair and write nothing")
    .option("--timing", "show where the time went, by rule and language")
    .option("--verbose", "also list what was skipped and what was allowed")
    .option("--quiet", "print nothing but what was looked at, on stderr");
}

function repairOf(flags: Flags): Request["fix"] {
  if (!flags.fix && !flags.diff) {
    if (flags.unsafe) throw new CannotCheck("--unsafe goes with --fix or --diff.");
    return "none";
  }
  return flags.unsafe ? "unsafe" : "safe";
}

async function check(subject: Subject, flags: Flags): Promise<Answer> {
  const { run } = await import("./run.ts");
  const bar = progress(process.stderr);
  try {
    return await run({ ...requestOf(subject, flags), ...(bar.onFile ? { onFile: bar.onFile } : {}) });
  } finally {
    bar.clear();
  }
}

function requestOf(subject: Subject, flags: Flags): Request {
  return {
    subject,
    only: flags.only,
    skip: flags.skip,
    format: flags.format ?? (process.env.GITHUB_ACTIONS === "true" ? "github" : "text"),
    outputs: flags.output,
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

function program(answer: (work: Promise<Answer>) => Promise<void>): Command {
  const main = new Command("failcheck")
    .description("Every post-mortem becomes a check.")
    .version(version)
    .exitOverride()
    .enablePositionalOptions();
  main.hook("preSubcommand", (_, verb) => {
    const early = main.options.find((option) => main.getOptionValueSource(option.attributeName()) === "cli");
    if (early)
      throw new CannotCheck(`${early.long ?? early.flags} belongs behind the verb: failcheck ${verb.name()} ${early.flags}`);
  });
  checking(main)
    .argument("[paths...]", "files and directories; default: everything git tracks")
    .option("--stdin-filename <name>", "check what comes through stdin as a file of this name")
    .action((paths: readonly string[], flags: Flags) => {
      const name = flags.stdinFilename;
      return answer(check(name === undefined ? { kind: "worktree", paths } : { kind: "stdin", path: name }, flags));
    });
  checking(main.command("staged").description("check what git commit would commit: the index, never the working tree")).action(
    (flags: Flags) => answer(check({ kind: "staged" }, flags)),
  );
  checking(main.command("ci").description("check every commit of a range and its end result"))
    .argument("[range]", "BASE..TIP; default: what the CI's event says")
    .option("--base <rev>", "where the range begins; its tip is HEAD")
    .addOption(new Option("--policy-from <side>", "whose configuration holds").choices(["base", "head"]).default("base"))
    .action((range: string | undefined, flags: CiFlags) =>
      answer(import("./ci/ci.ts").then(({ ci }) => ci({ ...flags, range }, (subject) => check(subject, flags)))),
    );
  checking(main.command("history").description("check every content that any ref reaches, once; and say what to rotate")).action(
    (flags: Flags) => answer(import("./history.ts").then(({ history }) => history(requestOf({ kind: "history" }, flags)))),
  );
  checking(main.command("baseline").description("accept today's findings, each with a reason"))
    .option("--reason <text>", "why they are accepted")
    .option("--owner <who>", "who answers for them; secrets need one")
    .option("--until <day>", "the last day on which they are accepted, YYYY-MM-DD; secrets need one")
    .option("--prune", "only drop what is found no longer")
    .action((flags: Flags & Partial<Acceptance> & { readonly prune?: true }) => {
      const request = requestOf({ kind: "worktree", paths: [] }, flags);
      return answer(
        import("./accept.ts").then(({ baseline, pruneBaseline }) =>
          flags.prune ? pruneBaseline(request) : baseline(request, { ...flags, reason: flags.reason ?? "" }),
        ),
      );
    });
  main
    .command("allow")
    .description("write a reviewed line into the allowance file")
    .argument("<fingerprint>", "of the finding, as the JSON report or a blocked commit shows it")
    .requiredOption("--reason <text>", "why it is allowed")
    .option("--owner <who>", "who answers for it; default: git's user.email")
    .option("--until <day>", "the last day on which it holds, YYYY-MM-DD; default: in 90 days")
    .action((fingerprint: string, acceptance: Acceptance) =>
      answer(import("./accept.ts").then(({ allow }) => allow(fingerprint, acceptance))),
    );
  addStories(main, answer);
  return main;
}

/** Verbs that check nothing of yours: they tell what there is. */
function addStories(main: Command, answer: (work: Promise<Answer>) => Promise<void>): void {
  main
    .command("demo")
    .description("six failures in a scratch repository, and git commit --no-verify refused")
    .option("--keep", "leave the repository to play with")
    .action(({ keep }: { keep?: true }) => {
      const color = wantsColor("auto", process.env, process.stdout.isTTY);
      return answer(import("./demo/demo.ts").then(({ demo }) => demo({ keep: keep === true, color })));
    });
  main
    .command("rules")
    .description("list the rules")
    .action(() => answer(import("./explain.ts").then(({ listRules }) => listRules())));
  main
    .command("explain")
    .description("a rule or an incident: what, why, the story, bad and good, how to repair")
    .argument("<id>", "a rule's id or an incident's")
    .action((id: string) => answer(import("./explain.ts").then(({ explain }) => explain(id))));
}

/** Prints an answer; nothing else in failcheck prints. */
async function print(work: Promise<Answer>): Promise<void> {
  const { out, err, exitCode } = await work;
  process.exitCode = exitCode;
  if (err !== "") process.stderr.write(err);
  if (out !== "") process.stdout.write(out);
}

/** One sentence on stderr, exit code 2: bad usage, bad configuration, git, or a bug of ours. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has printed its own sentence already; `--help` and `--version` end well.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.exitCode = 2;
  if (error instanceof CannotCheck) process.stderr.write(`failcheck: ${error.message}\n`);
  else
    process.stderr.write(
      `failcheck: ${error instanceof Error ? error.name : "an error"} stopped the run: this is a bug, please report it\n`,
    );
}

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
process.stdout.on("error", () => {
  process.stderr.write("failcheck: the output was closed before everything was written\n");
  process.exit(2);
});

try {
  await program(print).parseAsync();
} catch (error) {
  fail(error);
}
