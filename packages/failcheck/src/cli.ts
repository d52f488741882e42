import { CommanderError } from "commander";
import { CannotCheck, printable } from "@failcheck/core";
import { program } from "./program.ts";
import type { Answer } from "./request.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** Prints an answer; nothing else in failcheck prints. */
async function print(work: Promise<Answer>): Promise<void> {
  const { out, err, exitCode } = await work;
  process.exitCode = exitCode;
  if (err !== "") process.stderr.write(await withoutSecrets(err));
  if (out !== "") process.stdout.write(out);
}

/** One sentence on stderr, exit code 2: bad usage, bad configuration, git, or a bug of ours. */
async function fail(error: unknown): Promise<void> {
  if (error instanceof CommanderError) {
    // Commander has printed its own sentence already; `--help` and `--version` end well.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.exitCode = 2;
  // A sentence may quote a branch or file of any name: no part of it begins a line of its own, or gives a CI runner a command.
  if (error instanceof CannotCheck) {
    const sentences = (await withoutSecrets(error.message)).split("\n");
    process.stderr.write(`failcheck: ${sentences.map(printable).join("\n")}\n`);
  } else
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

program(print, process.argv[2]).parseAsync().catch(fail);
