import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commandWords, flag, input, reportFiles, type Environment, type ReportFiles } from "./inputs.ts";
import { readReport } from "./read-report.ts";
import { addSummary, commandFence, commandText, setOutput } from "./runner.ts";

/** The command, which the build puts beside this file. */
const command = join(import.meta.dirname, "cli.js");

/** Runs `failcheck ci` with the inputs as options, its output fenced, and passes its reports on to the runner. */
async function main(env: Environment): Promise<number> {
  const files = reportFiles(mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), "failcheck-")));
  const words = commandWords(env, files);
  const directory = resolve(env.GITHUB_WORKSPACE ?? ".", input(env, "working-directory"));
  const code = await run(words, directory);
  passOn(env, files, code, directory);
  return code;
}

async function run(words: readonly string[], directory: string): Promise<number> {
  const [open, close] = commandFence();
  process.stdout.write(`${open}\n`);
  const child = spawn(process.execPath, [command, ...words], { cwd: directory, stdio: ["ignore", "inherit", "inherit"] });
  try {
    await once(child, "close");
    return child.exitCode ?? 2;
  } finally {
    process.stdout.write(`\n${close}\n`);
  }
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
  if (flag(env, "summary", true) && existsSync(files.markdown)) addSummary(env, readFileSync(files.markdown, "utf8"));
}

/** Nothing was checked, so the step must be red and say why in one line. */
function fail(error: unknown): void {
  process.stdout.write(`::error title=failcheck::${commandText(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
}

main(process.env).then((code) => {
  process.exitCode = code;
}, fail);
