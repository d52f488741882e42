import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Environment } from "./inputs.ts";

/** The text of a workflow command: `50%` and a line break would otherwise end it. */
export function commandText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/**
 * Between the two lines the runner obeys no workflow command, so that a file name or a line of a checked file cannot give one.
 * The word that ends it is not to be guessed.
 */
export function commandFence(): readonly [open: string, close: string] {
  const word = randomUUID();
  return [`::stop-commands::${word}`, `::${word}::`];
}

/** Sets an output of the step. The delimiter is not to be guessed, so that a value cannot end itself. */
export function setOutput(env: Environment, name: string, value: string | number): void {
  const file = env.GITHUB_OUTPUT;
  const delimiter = randomUUID();
  if (file) appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** GitHub refuses a whole summary above 1 MiB; the command keeps its own below 900 kB, and steps before us may have written too. */
export function addSummary(env: Environment, markdown: string): void {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file) appendFileSync(file, `${markdown.trimEnd()}\n`);
}
