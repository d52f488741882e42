import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-json";
import { expect } from "vitest";

/** What an example stores, by running it. */
export interface Executed {
  readonly module: string;
  readonly name: string;
  /** `double`, `once`, or `raises` and why. */
  readonly verdict: string;
}

/** Reads a runner's lines: module, case and verdict with tabs between. */
export function executedCases(output: string): readonly Executed[] {
  return output
    .trim()
    .split("\n")
    .map((line) => {
      const [module = "", name = "", verdict = ""] = line.split("\t");
      return { module, name, verdict };
    });
}

/** The examples of a folder, and the functions among them in which the rule finds something. */
export async function judged(folder: string, isCase: RegExp) {
  const files = readdirSync(folder).filter((name) => /\.(?:py|sql|mjs\.txt)$/.test(name) && !name.startsWith("run."));
  const after = Object.fromEntries(files.map((name) => [name.replace(".txt", ""), readFileSync(join(folder, name), "utf8")]));
  const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));
  const { findings, failures } = await lintTexts(active, { after });
  const found = new Map<string, string[]>();
  for (const { path, line, message } of findings) {
    const name = caseAt(after[path] ?? "", line, isCase) ?? `line ${String(line)}`;
    const key = `${path.replace(/\.\w+$/, "")} ${name}`;
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return { found, failures };
}

/** A program of a collection: its files, and what running it stores. */
export interface Program {
  readonly name: string;
  readonly verdict: string;
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Reads a collection: `##### name verdict: title`, then `=== path` and the file's lines, for each. */
export function programsOf(path: string): readonly Program[] {
  const programs: { name: string; verdict: string; title: string; files: Record<string, string> }[] = [];
  let file = "";
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, name, verdict, title] = /^##### (\S+) ([^:]+): (.*)/.exec(line) ?? [];
    const program = programs.at(-1);
    if (name !== undefined) programs.push({ name, verdict: verdict ?? "", title: title ?? "", files: {} });
    else if (line.startsWith("=== ")) file = line.slice(4);
    else if (program) program.files[file] = `${program.files[file] ?? ""}${line}\n`;
  }
  return programs;
}

/** How the rule judges the programs: those it misses, and those it blames without cause. */
export async function measured(programs: readonly Program[]) {
  const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));
  const [missed, blamed]: [string[], string[]] = [[], []];
  for (const { name, verdict, files } of programs) {
    const { findings, failures } = await lintTexts(active, { after: files });
    expect(failures).toEqual([]);
    if (verdict === "double" && findings.length === 0) missed.push(name);
    if (verdict === "once" && findings.length > 0) blamed.push(name);
  }
  const double = programs.filter(({ verdict }) => verdict === "double").length;
  const hits = double - missed.length;
  return { missed, blamed, recall: hits / double, precision: hits / (hits + blamed.length) };
}

/** The case a line belongs to: the last one that begins above it. */
function caseAt(text: string, line: number, isCase: RegExp): string | undefined {
  const above = text.split("\n").slice(0, line);
  return above.map((one) => isCase.exec(one)?.[1]).findLast((name) => name !== undefined);
}

/** What the rule finds in the sources that lie in a folder, as `path:line message`, and what failed. */
export async function foundInSources(folder: string): Promise<readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(?:py|[cm]?[jt]s)$/.test(path));
  const after = Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));
  const { findings, failures } = await lintTexts(active, { after });
  return [...failures, ...findings.map(({ path, line, message }) => `${path}:${String(line)} ${message}`)];
}
