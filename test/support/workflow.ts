import { parse } from "yaml";

/** A step of a job, as far as the tests play it. */
export interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

function entries(value: unknown): Readonly<Record<string, unknown>> {
  return value instanceof Object ? Object.fromEntries(Object.entries(value)) : {};
}

/** What stands under these keys of a YAML text. */
export function under(text: string, ...keys: readonly string[]): unknown {
  let inner: unknown = parse(text);
  for (const key of keys) inner = entries(inner)[key];
  return inner;
}

/** The steps of a workflow's job that run something. */
export function stepsOf(workflow: string, job: string): readonly Step[] {
  const steps = under(workflow, "jobs", job, "steps");
  return (Array.isArray(steps) ? steps.map(entries) : []).flatMap(({ run, env }) => {
    const values = Object.entries(entries(env)).map(([name, value]) => [name, String(value)] as const);
    return typeof run === "string" ? [{ run, env: Object.fromEntries(values) }] : [];
  });
}
