import type { Finding } from "./finding.ts";
import type { Edit, Move } from "./rule.ts";

/** The edits of each file, none overlapping another, in order. */
export type FileEdits = ReadonlyMap<string, readonly Edit[]>;

/** What a set of fixes comes to: what can be done together, and how many findings it repairs. */
export interface FixPlan {
  readonly edits: FileEdits;
  /** Done after the edits. */
  readonly moves: readonly Move[];
  readonly repaired: number;
}

/** One finding's repair: all of it is done, or none. */
interface Fix {
  readonly edits: readonly Edit[];
  readonly move?: Move;
}

/**
 * Chooses the fixes that can be made in one go. Where two overlap, the second waits for the next round, since the first may
 * repair it too. A finding with both kinds of repair gets the unsafe one where that was asked for.
 */
export function planFixes(findings: readonly Finding[], unsafe: boolean): FixPlan {
  const edits = new Map<string, Edit[]>();
  const moves: Move[] = [];
  let repaired = 0;
  for (const finding of findings) {
    const fix = fixOf(finding, unsafe);
    if (!fix || fix.edits.some((edit) => overlapsAny(edit, edits.get(edit.path ?? finding.path) ?? []))) continue;
    if (fix.move && moves.some(({ from, to }) => from === fix.move?.from || to === fix.move?.to)) continue;
    repaired += 1;
    if (fix.move) moves.push(fix.move);
    for (const edit of fix.edits) {
      const path = edit.path ?? finding.path;
      edits.set(path, [...(edits.get(path) ?? []), edit]);
    }
  }
  for (const list of edits.values()) list.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return { edits, moves, repaired };
}

function fixOf({ fix, unsafeFix, move }: Finding, unsafe: boolean): Fix | undefined {
  if (unsafe && (unsafeFix.length > 0 || move)) return { edits: unsafeFix, ...(move ? { move } : {}) };
  return fix.length > 0 ? { edits: fix } : undefined;
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
