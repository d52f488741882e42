import type { Repository, SourceFile } from "@failcheck/core";
import { holdsSql, judgedFiles, readingWords } from "../repository/judged-files.ts";
import { once } from "../repository/once.ts";
import { tableNames } from "./policy/options.ts";
import type { RevenueOptions } from "./policy/options.ts";
import type { Verdicts } from "./verdicts.ts";

/** A file with what is to be said about the revenue in it. */
export interface JudgedRevenue {
  readonly path: string;
  readonly file: SourceFile;
  readonly verdicts: Verdicts;
}

/** The verdicts on every file that a change concerns. The decision procedure is loaded with the first file that needs it. */
export function judgedRevenue(repository: Repository, options: RevenueOptions): Promise<readonly JudgedRevenue[]> {
  return once(repository, "revenue", options, async () => {
    const load = () => import("./verdicts.ts");
    const files = await judgedFiles(repository, { tables: tableNames(options), dialect: options.dialect, load });
    if (files.length === 0) return [];
    const { verdictsOn } = await load();
    const found: JudgedRevenue[] = [];
    for (const judged of files)
      found.push({ path: judged.path, file: judged.file, verdicts: await verdictsOn(judged, options, repository) });
    return found;
  });
}

/** Whether a change of this file can alter what is said about revenue. */
export function concernsRevenue(path: string, _options: RevenueOptions, exists: boolean): boolean {
  return exists && holdsSql(path);
}

/** The words of which one stands in every file that could speak of revenue; none where no table is configured. */
export function revenueMentions(options: RevenueOptions): string[] {
  const tables = tableNames(options);
  return tables.length === 0 ? [] : [...tables, ...readingWords];
}
