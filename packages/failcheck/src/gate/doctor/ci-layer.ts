import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sourceFile } from "@failcheck/core";
import { stringOf, valueOf, yaml, type DataNode } from "@failcheck/languages";
import { gitlabChecks } from "./gitlab-jobs.ts";
import type { Check, Layer } from "./layer.ts";

/** The workflows of GitHub and the jobs of GitLab that run failcheck: whether a finding can stop them, and whether they see the history. */
export async function ciLayer(root: string): Promise<Layer> {
  const folder = join(root, ".github/workflows");
  const parse = await yaml.load();
  const checks: Check[] = [...gitlabChecks(root, parse)];
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)) : [];
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name));
    if (!text.includes("failcheck")) continue;
    const { documents, problems } = parse(sourceFile(name, text));
    const [problem] = problems;
    if (problem) checks.push({ name, ok: false, says: `cannot be read: ${problem.message}` });
    else checks.push(...workflowChecks(name, documents[0]));
  }
  return { layer: "ci", declared: checks.length > 0, checks };
}

function workflowChecks(name: string, workflow: DataNode | undefined): readonly Check[] {
  const jobs = valueOf(workflow, "jobs");
  const entries = jobs?.kind === "map" ? jobs.entries : [];
  return entries.flatMap(({ key, value }) => jobChecks(`${name}: ${key}`, value));
}

function jobChecks(name: string, job: DataNode): readonly Check[] {
  const list = valueOf(job, "steps");
  const steps = list?.kind === "list" ? list.items : [];
  const ours = steps.filter(runsFailcheck);
  if (ours.length === 0) return [];
  const soft = isTrue(valueOf(job, "continue-on-error")) || ours.some((step) => isTrue(valueOf(step, "continue-on-error")));
  const swallowed = ours.some((step) => /\|\|\s*(?:true|:|exit 0)(?:\s|$)/m.test(stringOf(valueOf(step, "run")) ?? ""));
  const checks = [
    { name, ok: !soft, says: soft ? "continue-on-error lets findings through: take it away" : "a finding stops it" },
    ...(swallowed ? [{ name, ok: false, says: "|| true lets findings through: take it away" }] : []),
  ];
  return ours.some(readsRange) ? [...checks, depthCheck(name, steps)] : checks;
}

function runsFailcheck(step: DataNode): boolean {
  return [stringOf(valueOf(step, "run")), stringOf(valueOf(step, "uses"))].some((text) =>
    /failcheck|packages\/action/.test(text ?? ""),
  );
}

/** Whether a step looks at commits; a check of the working tree needs no history. */
function readsRange(step: DataNode): boolean {
  return (
    valueOf(step, "uses") !== undefined || /failcheck(?:\.js)?\s+(?:ci|history|push)\b/.test(stringOf(valueOf(step, "run")) ?? "")
  );
}

function depthCheck(name: string, steps: readonly DataNode[]): Check {
  const checkout = steps.find((step) => (stringOf(valueOf(step, "uses")) ?? "").startsWith("actions/checkout"));
  const depth = valueOf(valueOf(checkout, "with"), "fetch-depth");
  const ok = depth?.kind === "scalar" && String(depth.value) === "0";
  return { name: `${name} fetch-depth`, ok, says: ok ? "0: the whole range is there" : "is not 0: the range may not be there" };
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.kind === "scalar" && node.value !== false && node.value !== null;
}
