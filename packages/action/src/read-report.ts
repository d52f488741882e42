/** What the action needs to know of a report. */
export interface Counts {
  readonly findings: number;
  readonly checked: { readonly files: number; readonly rules: number };
}

/** Reads the JSON report that the command wrote: how many findings gate, and what was looked at. */
export function readReport(json: string): Counts {
  const report: unknown = JSON.parse(json);
  const findings = field(report, "findings");
  const checked = field(report, "checked");
  const gating = Array.isArray(findings) ? findings.filter((finding) => field(finding, "new") === true) : [];
  return { findings: gating.length, checked: { files: count(field(checked, "files")), rules: count(field(checked, "rules")) } };
}

function field(value: unknown, name: string): unknown {
  return value instanceof Object ? Reflect.get(value, name) : undefined;
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
