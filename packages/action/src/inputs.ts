import { join } from "node:path";

/** The environment of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the command writes what the action passes on. */
export interface ReportFiles {
  readonly json: string;
  readonly github: string;
  readonly markdown: string;
}

/** An input of the step; the runner hands it in as INPUT_NAME, with hyphens kept. */
export function input(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}

/** An input that is yes or no; anything else is a mistake in the workflow. */
export function flag(env: Environment, name: string, otherwise: boolean): boolean {
  const value = input(env, name).toLowerCase();
  if (value === "") return otherwise;
  if (value === "true" || value === "false") return value === "true";
  throw new Error(`the input ${name} is true or false, not ${JSON.stringify(value)}`);
}

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The words of the command: `ci`, with an option for each input that was given. */
export function commandWords(env: Environment, files: ReportFiles): readonly string[] {
  const option = (name: string) => (input(env, name) === "" ? [] : [`--${name}=${input(env, name)}`]);
  const sarif = input(env, "sarif-file");
  const outputs = [
    `json=${files.json}`,
    `github=${files.github}`,
    `markdown=${files.markdown}`,
    ...(sarif === "" ? [] : [`sarif=${sarif}`]),
    ...lines(input(env, "formats")),
  ];
  return [
    "ci",
    ...["base", "config", "shard", "policy-from"].flatMap(option),
    ...lines(input(env, "paths")).map((glob) => `--path=${glob}`),
    ...(flag(env, "fail-on-unproven", true) ? [] : ["--skip=*/unproven*"]),
    ...outputs.map((output) => `--output=${output}`),
    "--format=text",
    "--color=always",
  ];
}

/** Report files in the runner's own folder, outside of the checkout. */
export function reportFiles(folder: string): ReportFiles {
  return {
    json: join(folder, "failcheck.json"),
    github: join(folder, "failcheck.txt"),
    markdown: join(folder, "failcheck.md"),
  };
}
