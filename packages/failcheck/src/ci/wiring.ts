import type { SourceFile } from "@failcheck/core";
import { isMap, isScalar, isSeq, parseDocument, visit, type Node } from "yaml";
import type { Loosening, Sides } from "./loosening.ts";
import { wiringPlaces } from "./wiring-paths.ts";

/** How a file runs failcheck. */
interface Wires {
  /** What it runs: `failcheck ci`, or failcheck alone. */
  readonly runs: ReadonlySet<string>;
  /** What keeps a finding from stopping anything, or the check from running at all. */
  readonly limits: ReadonlySet<string>;
  /** The events that start it. */
  readonly events: ReadonlySet<string>;
}

const noWires: Wires = { runs: new Set(), limits: new Set(), events: new Set() };

/** What hooks and CI of a range run no longer, or run so that less comes of it. A file that moved has lost nothing. */
export function cutWires(changed: readonly Sides[]): readonly Loosening[] {
  return [wiringPlaces.CI, wiringPlaces.hook].flatMap((folders) => {
    const sides = changed.filter(({ path }) => folders.some((place) => path === place || path.startsWith(`${place}/`)));
    const now = sides.map(({ after }) => wiresOf(after));
    return sides.flatMap((side) => [...lost(side, now), ...limited(side)]);
  });
}

function lost({ path, before, after }: Sides, now: readonly Wires[]): readonly Loosening[] {
  const was = wiresOf(before);
  const all = (pick: (wires: Wires) => ReadonlySet<string>) => new Set(now.flatMap((wires) => [...pick(wires)]));
  const [runs, events] = [all((wires) => wires.runs), all((wires) => wires.events)];
  const stopped = [...was.runs].filter((what) => !runs.has(what));
  const how = after === undefined ? `removes ${path}, which ran` : `stops ${path} from running`;
  return [
    ...stopped.map((what) => ({ path, line: 1, message: `${how} ${what}` })),
    ...(stopped.length > 0 ? [] : [...was.events].filter((event) => !events.has(event))).map((event) => ({
      path,
      line: 1,
      message: `starts ${path} on ${event} no longer`,
    })),
  ];
}

function limited({ path, before, after }: Sides): readonly Loosening[] {
  const was = wiresOf(before);
  if (was.runs.size === 0) return [];
  return [...wiresOf(after).limits]
    .filter((limit) => !was.limits.has(limit))
    .map((limit) => ({ path, line: lineOf(after, limit), message: `lets less come of failcheck in ${path}: ${limit}` }));
}

/** Matches `failcheck ci`, `failcheck.js staged` and `failcheck` alone, but for the file `failcheck.yaml`. */
const call =
  /\bfailcheck(?!\.ya?ml|\.json|-)(?:\.js)?\b["']?(?:\s{1,8}(ci|staged|push|install|hook|history|receive|agent-guard|merge)\b)?/g;

/** Matches what makes a check see less or stop nothing: `|| true`, `--skip x`, `--policy-from head`. */
const escape =
  /\|\|\s{0,8}(?:true|:|exit 0)(?=\s|$|["'])|;\s{0,8}(?:true|exit 0)(?=\s|$|["'])|--(?:skip|only|policy-from|config|path)[= ]{1,2}\S{1,80}|\bpolicy-from:\s{0,8}head\b/g;

function wiresOf(file: SourceFile | undefined): Wires {
  const lines = (file?.text ?? "").split("\n").filter((line) => !/^\s{0,200}(?:#|\/\/)/.test(line));
  const ours = lines.filter((line) => line.includes("failcheck"));
  const runs = ours.flatMap((line) => Array.from(line.matchAll(call), ([, verb]) => (verb ? `failcheck ${verb}` : "failcheck")));
  if (runs.length === 0) return noWires;
  const escapes = ours.flatMap((line) => Array.from(line.matchAll(escape), ([text]) => text));
  const isYaml = /\.ya?ml$/.test(file?.path ?? "");
  const { limits, events } = isYaml ? yamlWires(file?.text ?? "") : { limits: [], events: [] };
  return { runs: new Set(runs), limits: new Set([...escapes, ...limits]), events: new Set(events) };
}

/** Keys of a job or step that decide whether it runs, and whether its failure counts. */
const limiting = /^(?:if|continue-on-error|allow_failure|when|only|except|rules|skip|exclude|files|stages|glob|root)$/;
const filters = /^(?:paths|paths-ignore|branches|branches-ignore|types)$/;

function yamlWires(text: string): { readonly limits: readonly string[]; readonly events: readonly string[] } {
  const document = parseDocument(text);
  const limits: string[] = [];
  visit(document, {
    Scalar(_key, node, path) {
      if (typeof node.value !== "string" || !node.value.includes("failcheck")) return;
      for (const holder of path) if (isMap(holder)) limits.push(...entriesOf(holder, limiting));
    },
  });
  const on = document.get("on", true);
  if (isScalar(on)) return { limits, events: [String(on.value)] };
  if (isSeq(on)) return { limits, events: on.items.map(String) };
  if (!isMap(on)) return { limits, events: [] };
  for (const { key, value } of on.items) {
    if (isMap(value)) limits.push(...entriesOf(value, filters).map((limit) => `on ${String(key)}: ${limit}`));
  }
  return { limits, events: on.items.map(({ key }) => String(key)) };
}

function entriesOf(map: Node, keys: RegExp): readonly string[] {
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) => {
    const name = String(key);
    const shown = isScalar(value) ? String(value.value) : JSON.stringify(value);
    return keys.test(name) && shown !== "false" ? [`${name}: ${shown}`] : [];
  });
}

function lineOf(file: SourceFile | undefined, limit: string): number {
  const word = limit.split(": ", 1)[0] ?? limit;
  const lines = (file?.text ?? "").split("\n");
  const at = lines.findIndex((line) => line.includes(limit));
  return Math.max(1, (at >= 0 ? at : lines.findIndex((line) => line.includes(word))) + 1);
}
