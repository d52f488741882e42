import { recordOf } from "../record.ts";
import type { WantedFile } from "./piece.ts";
import { manifestOf, type Project } from "./project.ts";

const installs = "failcheck install";

/** package.json with `first && failcheck install` behind what its `prepare` does already; none where there is no package.json. */
export function prepared(project: Project, first: string): readonly WantedFile[] {
  const manifest = manifestOf(project);
  const text = project.read("package.json");
  if (manifest === undefined || text === undefined) return [];
  const scripts = recordOf(manifest.scripts);
  const known = typeof scripts?.prepare === "string" ? scripts.prepare : "";
  if (known.includes(installs)) return [];
  const steps = [known, ...(known.includes(first) ? [] : [first]), installs].filter((step) => step !== "");
  return [{ path: "package.json", text: json({ ...manifest, scripts: { ...scripts, prepare: steps.join(" && ") } }, text) }];
}

/** Data as JSON, indented and ended like the text it came from. */
export function json(data: unknown, like = ""): string {
  const indent = /^\{\r?\n([ \t]{1,8})\S/.exec(like)?.[1] ?? "  ";
  return JSON.stringify(data, null, indent) + (like === "" || like.endsWith("\n") ? "\n" : "");
}
