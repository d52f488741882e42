import type { ChangedFile, FilePiece } from "../change.ts";
import { shownPath } from "../path-bytes.ts";
import type { FileRule } from "../rule.ts";
import type { Ready } from "./applicable.ts";
import { checkFile, sideOf } from "./check-side.ts";
import type { Parsers } from "./parsers.ts";
import { placed, type Placed } from "./placing.ts";
import type { Stopwatch } from "./time.ts";

/** What rules over everything found in a content that is too large for the others. */
export interface Large {
  readonly placed: readonly Placed[];
  readonly failures: readonly string[];
  readonly bytes: number;
}

/** Runs the rules over a content piece by piece; without pieces it was too large to look at, and that is a failure. */
export async function checkLarge(
  { path, commit }: ChangedFile,
  pieces: AsyncIterable<FilePiece> | undefined,
  rules: readonly Ready<FileRule>[],
  tools: { readonly parsers: Parsers; readonly time: Stopwatch },
): Promise<Large> {
  if (rules.length === 0) return { placed: [], failures: [], bytes: 0 };
  if (pieces === undefined) {
    const failure = `${shownPath(path)} is larger than 100 MiB, and nobody looked for secrets in it. Keep it out of git, or leave it out with "ignore:".`;
    return { placed: [], failures: [failure], bytes: 0 };
  }
  const found = new Map<string, Placed>();
  const failures: string[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const outcome = await checkFile(sideOf(piece.file, tools.parsers, tools.time), rules, tools.time);
    failures.push(...outcome.failures);
    bytes += piece.file.bytes.length;
    for (const one of placed(piece.file, outcome.reports, commit)) {
      const moved = inWhole(one, piece);
      // What stands where two pieces overlap is found in both.
      found.set([moved.finding.rule, moved.finding.line, moved.finding.column].join("\0"), moved);
    }
  }
  return { placed: [...found.values()], failures, bytes };
}

/** A finding of a piece, at its place in the whole file. */
function inWhole(one: Placed, { line, column }: FilePiece): Placed {
  const { finding } = one;
  const columnOf = (at: number, inLine: number) => (at === 1 ? inLine + column : inLine);
  return {
    ...one,
    finding: {
      ...finding,
      line: finding.line + line,
      endLine: finding.endLine + line,
      column: columnOf(finding.line, finding.column),
      endColumn: columnOf(finding.endLine, finding.endColumn),
      related: finding.related.map((other) => ({
        ...other,
        line: other.line + line,
        column: columnOf(other.line, other.column),
      })),
      excerpt: finding.excerpt.map((excerpt) => ({ ...excerpt, line: excerpt.line + line })),
    },
  };
}
