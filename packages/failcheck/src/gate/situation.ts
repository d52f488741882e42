import { existsSync } from "node:fs";
import { join } from "node:path";

/** What git is in the middle of, and so what leads back. */
export type Situation = "commit" | "merge" | "rebase" | "am" | "cherry-pick" | "revert";

/** Reads the state that git keeps in its directory. */
export function situationOf(gitDirectory: string): Situation {
  const has = (name: string): boolean => existsSync(join(gitDirectory, name));
  if (has("rebase-apply/applying")) return "am";
  if (has("rebase-merge") || has("rebase-apply")) return "rebase";
  if (has("MERGE_HEAD")) return "merge";
  if (has("CHERRY_PICK_HEAD")) return "cherry-pick";
  return has("REVERT_HEAD") ? "revert" : "commit";
}
