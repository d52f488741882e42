import type { Range, UnreadPiece } from "@failcheck/core";

/** A statement that nobody could read, for the run's count. */
export function unreadStatement(path: string, at: Range, reason: string): UnreadPiece {
  return { path, at, unread: "SQL statement", reason };
}
