import type { Report, SourceFile } from "@failcheck/core";
import { adviceFor } from "./advice.ts";
import { veilsBeside } from "./veils.ts";
import type { Defect, Secrets } from "./secrets.ts";

/** One report for each hit of the defect. The message names the kind and shows no more than its beginning. */
export function reportsOf(defect: Defect, { hits }: Secrets, file: SourceFile): readonly Report[] {
  // Nearly all files, for each of the rules.
  if (hits.length === 0) return [];
  return hits
    .filter((hit) => hit.defect === defect)
    .map((hit) => ({
      at: hit.at,
      message: `${hit.title} (${hit.shown}): ${hit.why}`,
      help: adviceFor(file.path, defect, hit.kind),
      veils: veilsBeside(file.text, hit.at),
      ...(hit.hides ? { hides: hit.hides } : {}),
      ...(hit.related ? { related: hit.related } : {}),
    }));
}
