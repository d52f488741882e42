import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFile } from "@failcheck/core";
import { readIncident, type Incident } from "@failcheck/incidents";
import { markdown } from "@failcheck/languages";
import { makeSecret } from "../make-secret.ts";

const folder = join(import.meta.dirname, "../../packages/incidents/pages");

/** Every incident of this project by the name of its file; a secret that a page names is made here. */
export async function incidentPages(): Promise<ReadonlyMap<string, Incident>> {
  const parse = await markdown.load();
  const pages = readdirSync(folder).map((file): readonly [string, Incident] => {
    const text = readFileSync(join(folder, file), "utf8").replace(/«([\w-]{1,60})»/g, (_, kind: string) => makeSecret(kind));
    const tree = parse(sourceFile(file, Buffer.from(text)));
    return [file.replace(".md", ""), readIncident(text, tree)];
  });
  return new Map(pages);
}
