import type { Finding } from "./finding.ts";
import type { Edit } from "./rule.ts";

/** The edits of each file, none overlapping another, in order. */
export type FileEdits = ReadonlyMap<string, readonly Edit[]>;

/** What a set of fixes comes to: the edits that can be made together, and how many findings they repair. */
export interface FixPlan {
  readonly edits: FileEdits;
  readonly repaired: number;
}

/**
 * Chooses the fixes that can be made in one go. A finding's edits are made all or none; where two fixes overlap, the second
 * waits for the next round, since the first may repair it too.
 */
export function planFixes(findings: readonly Finding[], unsafe: boolean): FixPlan {
  const edits = new Map<string, Edit[]>();
  let repaired = 0;
  for (const finding of findings) {
    const fix = finding.fix.length > 0 ? finding.fix : unsafe ? finding.unsafeFix : [];
    if (fix.length === 0 || fix.some((edit) => overlapsAny(edit, edits.get(edit.path ?? finding.path) ?? []))) continue;
    repaired += 1;
    for (const edit of fix) {
      const path = edit.path ?? finding.path;
      edits.set(path, [...(edits.get(path) ?? []), edit]);
    }
  }
  for (const list of edits.values()) list.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return { edits, repaired };
}

function overlapsAny(edit: Edit, others: readonly Edit[]): boolean {
  return (
    others.some((other) => edit.at[0] < other.at[1] && other.at[0] < edit.at[1]) || others.some((other) => isSame(edit, other))
  );
}

/** Two insertions at one place are one too many: which comes first is nobody's to say. */
const isSame = (edit: Edit, other: Edit) => edit.at[0] === other.at[0] && edit.at[1] === other.at[1];

/** The text with the edits made; they are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.at[0]), edit.text);
    at = edit.at[1];
  }
  return [...pieces, text.slice(at)].join("");
}
