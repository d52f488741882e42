import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sourceFile } from "@failcheck/core";
import { stringOf, valueOf, type DataNode, type DataTree } from "@failcheck/languages";
import type { Check } from "./layer.ts";

/** Jobs of GitLab's pipeline that run failcheck: whether a finding can stop them, and whether they see the history. */
export function gitlabChecks(root: string, parse: (file: ReturnType<typeof sourceFile>) => DataTree): readonly Check[] {
  return pipelineFiles(root).flatMap((path) => {
    const bytes = readFileSync(join(root, path));
    if (!bytes.includes("failcheck")) return [];
    const { documents, problems } = parse(sourceFile(path, bytes));
    const [problem] = problems;
    if (problem) return [{ name: path, ok: false, says: `cannot be read: ${problem.message}` }];
    const [pipeline] = documents;
    const jobs = pipeline?.kind === "map" ? pipeline.entries : [];
    return jobs.flatMap(({ key, value }) => jobChecks(`${path}: ${key}`, value, pipeline));
  });
}

/** The pipeline, and the files beside it that it may include. */
function pipelineFiles(root: string): readonly string[] {
  const folder = join(root, ".gitlab");
  const parts = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  return [".gitlab-ci.yml", ...parts.sort().map((name) => `.gitlab/${name}`)].filter((path) => existsSync(join(root, path)));
}

function jobChecks(name: string, job: DataNode, pipeline: DataNode | undefined): readonly Check[] {
  const lines = textsIn(valueOf(job, "script"));
  const ours = lines.filter((line) => line.includes("failcheck"));
  if (ours.length === 0) return [];
  const soft = isOn(valueOf(job, "allow_failure"));
  const swallowed = ours.some((line) => /\|\|\s*(?:true|:|exit 0)(?:\s|$)/m.test(line));
  const depth = scalarOf(valueOf(valueOf(job, "variables"), "GIT_DEPTH") ?? valueOf(valueOf(pipeline, "variables"), "GIT_DEPTH"));
  const readsRange = ours.some((line) => /failcheck(?:\.js)?\s+(?:ci|history|push)\b/.test(line));
  return [
    { name, ok: !soft, says: soft ? "allow_failure lets findings through: take it away" : "a finding stops it" },
    ...(swallowed ? [{ name, ok: false, says: "|| true lets findings through: take it away" }] : []),
    ...(readsRange ? [depthCheck(name, depth)] : []),
  ];
}

function depthCheck(name: string, depth: string | undefined): Check {
  const ok = depth === "0";
  return { name: `${name} GIT_DEPTH`, ok, says: ok ? "0: the whole range is there" : 'is not "0": the range may not be there' };
}

/** `allow_failure: true`, or with exit codes of its own; `false` is off. */
function isOn(node: DataNode | undefined): boolean {
  return node !== undefined && !(node.kind === "scalar" && (node.value === false || node.value === null));
}

function scalarOf(node: DataNode | undefined): string | undefined {
  return node?.kind === "scalar" ? String(node.value) : undefined;
}

function textsIn(node: DataNode | undefined): readonly string[] {
  if (node?.kind === "list") return node.items.flatMap(textsIn);
  const text = stringOf(node);
  return text === undefined ? [] : [text];
}
