import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Incident pages lie beside the bundle, or in their package where the sources run. */
const folders = [join(import.meta.dirname, "incidents"), join(import.meta.dirname, "../../incidents/pages")];

/** What each of these incidents was, as its page's heading says; an incident without a page is left out. */
export async function incidentTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const folder = ids.length > 0 ? folders.find((path) => existsSync(path)) : undefined;
  if (folder === undefined) return titles;
  for (const id of new Set(ids)) {
    const path = join(folder, `${id}.md`);
    const heading = existsSync(path) ? (await readFile(path, "utf8")).split("\n", 1)[0] : undefined;
    if (heading !== undefined) titles.set(id, heading.replace(/^#\s+/, "").replace(`${id}: `, ""));
  }
  return titles;
}
