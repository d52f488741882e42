import type { Hit } from "../secrets.ts";
import { findIn } from "./find.ts";
import { surest } from "./surest.ts";
import { plainView } from "./view.ts";

/** A run long enough for a token, as few names have one: `ghp_0123456789abcdefgh` matches, `my_file-name` does not. */
const longRun = /[\w+=-]{16}/;

/** The secrets in a file's own name: every listing shows it, and every log. */
export function hitsInName(path: string): Hit[] {
  if (path.length < 16 || !/\d/.test(path) || !longRun.test(path)) return [];
  const { candidates } = findIn(plainView(Buffer.from(path)), "");
  return surest(candidates)
    .filter(({ isId }) => isId !== true)
    .map(({ defect, kind, title, start, end, shown, why }) => ({
      defect,
      kind,
      at: [0, 0] as const,
      title: `${title} in the file's name`,
      shown,
      why,
      hides: [Buffer.from(path).toString("latin1", start, end)],
    }));
}
