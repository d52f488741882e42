import { Command, Option } from "commander";
import { CannotCheck } from "@failcheck/core";
import type { Acceptance } from "./accept.ts";
import { check, checking, collect, requestOf, type Flags } from "./flags.ts";
import { addGate } from "./gate/verbs.ts";
import type { Answer } from "./request.ts";
import { wantsColor } from "./terminal.ts";
import { version } from "./tool.ts";

/** Prints what a verb answers. */
type Print = (work: Promise<Answer>) => Promise<void>;

/** Gives a verb the flags of every check, where it is the one that was asked for. */
type Flagged = (verb: Command) => Command;

interface CiFlags extends Flags {
  readonly base?: string;
  readonly policyFrom: "base" | "head";
  readonly path: readonly string[];
  readonly shard?: string;
}

/** The command line. `asked` is its first word; what a verb needs is loaded when it is called. */
export function program(answer: Print, asked: string | undefined): Command {
  // Thirteen flags on each of a dozen verbs cost milliseconds at every start, so a verb gets its flags when it is the one.
  const flagged = (verb: Command) => (verb.name() === asked || asked === "help" ? checking(verb) : verb);
  const main = new Command("failcheck")
    .description("Every post-mortem becomes a check.")
    .version(version)
    .exitOverride()
    .helpCommand("help [verb]", "what a verb does, and its flags")
    .enablePositionalOptions();
  main.hook("preSubcommand", (_, verb) => {
    const early = main.options.find((option) => main.getOptionValueSource(option.attributeName()) === "cli");
    if (early)
      throw new CannotCheck(`${early.long ?? early.flags} belongs behind the verb: failcheck ${verb.name()} ${early.flags}`);
  });
  addChecks(main, answer, flagged);
  addAcceptance(main, answer, flagged);
  addInit(main, answer);
  addGate(main, answer);
  addStories(main, answer);
  return main;
}

const shardHelp = "do the i-th of n parts; write it with --output blob=FILE and join them with failcheck merge";

/** Verbs that look at files or commits. */
function addChecks(main: Command, answer: Print, flagged: Flagged): void {
  checking(main)
    .argument("[paths...]", "files and directories; default: everything git tracks")
    .option("--stdin-filename <name>", "check what comes through stdin as a file of this name")
    .action((paths: readonly string[], flags: Flags) => {
      const name = flags.stdinFilename;
      return answer(check(name === undefined ? { kind: "worktree", paths } : { kind: "stdin", path: name }, flags));
    });
  flagged(main.command("staged").description("check what git commit would commit: the index, never the working tree")).action(
    (flags: Flags) => answer(check({ kind: "staged" }, flags)),
  );
  addCi(main, answer, flagged);
  flagged(main.command("history").description("check every content that any ref reaches, once; and say what to rotate"))
    .option("--shard <i/n>", shardHelp)
    .action(({ shard, ...flags }: Flags & { readonly shard?: string }) =>
      answer(
        Promise.all([import("./history.ts"), import("./ci/shard.ts")]).then(([{ history }, { readShard }]) => {
          const part = shard === undefined ? {} : { shard: readShard(shard) };
          return history({ ...requestOf({ kind: "history" }, flags), ...part });
        }),
      ),
    );
}

/** The gate on a range of commits, and what joins the parts of one that several machines share. */
function addCi(main: Command, answer: Print, flagged: Flagged): void {
  flagged(main.command("ci").description("check every commit of a range and its end result"))
    .argument("[range]", "BASE..TIP; default: what the CI's event says")
    .option("--base <rev>", "where the range begins; its tip is HEAD")
    .option("--path <glob>", "report only about these paths; repeatable", collect, [])
    .option("--shard <i/n>", shardHelp)
    .addOption(new Option("--policy-from <side>", "whose configuration holds").choices(["base", "head"]).default("base"))
    .action((range: string | undefined, { base, path, shard, policyFrom, ...flags }: CiFlags) =>
      answer(
        Promise.all([import("./ci/ci.ts"), import("./ci/shard.ts")]).then(([{ ci }, { readShard }]) => {
          const request = requestOf({ kind: "staged" }, flags);
          const part = shard === undefined ? {} : { shard: readShard(shard) };
          return ci({ range, base, policyFrom }, { ...request, about: path, ...part });
        }),
      ),
    );
  flagged(main.command("merge").description("one report of what all shards of a check saw"))
    .argument("<blobs...>", "what each shard wrote with --output blob=FILE")
    .action((blobs: readonly string[], flags: Flags) =>
      answer(import("./ci/merge.ts").then(({ merge }) => merge(blobs, requestOf({ kind: "history" }, flags)))),
    );
}

/** Verbs by which somebody answers for what is let through. */
function addAcceptance(main: Command, answer: Print, flagged: Flagged): void {
  flagged(main.command("baseline").description("accept today's findings, each with a reason"))
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
}

interface InitFlags {
  readonly yes?: true;
  readonly force?: true;
  readonly agents?: true;
  readonly from?: readonly string[];
}

/** The way in. */
function addInit(main: Command, answer: Print): void {
  main
    .command("init")
    .description("set failcheck up here: configuration, hooks, CI and failure log; shows the diff, and ends with doctor")
    .argument(
      "[pieces...]",
      "config, incident-log, husky, lefthook, pre-commit, simple-git-hooks, git, github, github-shards, gitlab, reviewdog",
    )
    .option("--yes", "ask nothing")
    .option("--force", "also write files that are there already")
    .option(
      "--from <file>",
      "take over .gitleaks.toml, .gitleaksignore, .secrets.baseline, .secretlintrc, .secretlintignore or package.json; may be repeated",
      collect,
    )
    .option("--agents", "the settings by which coding agents ask before they run a command, and a block in AGENTS.md")
    .action((names: readonly string[], { yes, force, agents, from }: InitFlags) => {
      const request = { names, yes: yes === true, force: force === true, agents: agents === true, from: from ?? [] };
      return answer(import("./init/init.ts").then(({ init }) => init(request)));
    });
}

/** Verbs that check nothing of yours: they tell what there is. */
function addStories(main: Command, answer: Print): void {
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
