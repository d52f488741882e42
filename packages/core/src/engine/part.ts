import type { InlineAllowance } from "../allowances.ts";
import type { Gathered } from "./judge.ts";

/** What one thread found in its part of a change: plain data, which threads can hand to each other. */
export interface Part {
  readonly gathered: Gathered;
  readonly changed: ReadonlySet<string>;
  /** Repository rules that a file of this part gives something to look at. */
  readonly called: ReadonlySet<string>;
  readonly timing: Readonly<Record<string, number>>;
}

/** Everything that the parts found, as if one thread had looked. */
export function joined(parts: readonly Part[]): Part {
  const allowances = new Map<string, readonly InlineAllowance[]>();
  const gathered: Gathered = { placed: [], allowances, rulesSeen: {}, failures: [], files: 0, bytes: 0, skipped: [] };
  const changed = new Set<string>();
  const called = new Set<string>();
  const timing: Record<string, number> = {};
  for (const part of parts) {
    gathered.placed.push(...part.gathered.placed);
    gathered.failures.push(...part.gathered.failures);
    gathered.skipped.push(...part.gathered.skipped);
    gathered.files += part.gathered.files;
    gathered.bytes += part.gathered.bytes;
    for (const [path, found] of part.gathered.allowances) allowances.set(path, found);
    for (const path of part.changed) changed.add(path);
    for (const rule of part.called) called.add(rule);
    addUp(gathered.rulesSeen, part.gathered.rulesSeen);
    addUp(timing, part.timing);
  }
  if (parts.length > 1) gathered.skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { gathered, changed, called, timing };
}

function addUp(sums: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(more)) sums[key] = (sums[key] ?? 0) + value;
}
