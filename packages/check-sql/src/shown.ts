import type { Range } from "@failcheck/core";

const longest = 60;

/** A piece of a file for a message: on one line, and not too long. */
export function shown(text: string, at: Range): string {
  const piece = text.slice(at[0], Math.min(at[1], at[0] + 400)).replace(/\s+/g, " ");
  return piece.length > longest ? `${piece.slice(0, longest - 1)}…` : piece;
}
