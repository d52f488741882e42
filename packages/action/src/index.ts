import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commandWords, flag, input, reportFiles, type Environment, type ReportFiles } from "./inputs.ts";
import { readReport } from "./read-report.ts";
import { addSummary, commandFence, commandText, setOutput } from "./runner.ts";

/** The command, which the build puts beside this file. */
const command = join(import.meta.dirname, "cli.js");

/**
 * Runs `failcheck ci` with the inputs as options, its output fenced, and passes its reports on to the runner. The command runs in this
 * process, because another node would cost half of what a small pull request does; when it has ended, this file has the last word.
 */
function main(env: Environment): void {
  const files = reportFiles(mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), "failcheck-")));
  const words = commandWords(env, files);
  const directory = resolve(env.GITHUB_WORKSPACE ?? ".", input(env, "working-directory"));
  const wantsSummary = flag(env, "summary", true);
  process.chdir(directory);
  const [open, close] = commandFence();
  process.stdout.write(`${open}\n`);
  process.once("exit", (code) => {
    process.stdout.write(`\n${close}\n`);
    passOn(env, files, code, directory);
    if (wantsSummary && existsSync(files.markdown)) addSummary(env, readFileSync(files.markdown, "utf8"));
  });
  process.argv.splice(1, Infinity, command, ...words);
  createRequire(command)(command);
}

function passOn(env: Environment, files: ReportFiles, code: number, directory: string): void {
  setOutput(env, "exit-code", code);
  const sarif = input(env, "sarif-file");
  if (sarif !== "" && existsSync(resolve(directory, sarif))) setOutput(env, "sarif-file", resolve(directory, sarif));
  if (existsSync(files.json)) {
    const { findings, checked } = readReport(readFileSync(files.json, "utf8"));
    setOutput(env, "report-file", files.json);
    setOutput(env, "findings", findings);
    setOutput(env, "files", checked.files);
    setOutput(env, "rules", checked.rules);
  }
  if (existsSync(files.github)) process.stdout.write(readFileSync(files.github));
  else process.stdout.write("::error title=failcheck::failcheck could not look; the log says why\n");
}

try {
  main(process.env);
} catch (error) {
  // Nothing was checked, so the step must be red and say why in one line.
  process.stdout.write(`::error title=failcheck::${commandText(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
}
