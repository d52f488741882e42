import type { Problem, Repository, SourceFile } from "@failcheck/core";
import { holdsSql, judgedFiles } from "../repository/judged-files.ts";
import { once } from "../repository/once.ts";
import type { Insertion } from "./inserts.ts";
import { insertMentions } from "./options.ts";
import type { InsertOptions } from "./options.ts";

/** A file with all that it inserts. */
export interface JudgedInserts {
  readonly path: string;
  readonly file: SourceFile;
  readonly insertions: readonly Insertion[];
  /** Why further texts, which may insert, cannot be read. */
  readonly unread: readonly Problem[];
}

/** What the files that a change concerns insert. */
export function judgedInserts(repository: Repository, options: InsertOptions): Promise<readonly JudgedInserts[]> {
  return once(repository, "inserts", options, async () => {
    const tables = insertMentions(options);
    const load = async () => ({ ...(await import("./inserts.ts")), ...(await import("./required-columns.ts")) });
    const files = await judgedFiles(repository, { tables, dialect: options.dialect, load });
    if (files.length === 0) return [];
    const { insertionsIn, unreadIn, mustHaveColumns } = await load();
    await mustHaveColumns(options, files, repository);
    return files.map(({ path, file, tree, models }) => ({
      path,
      file,
      insertions: [...insertionsIn(tree, models, tables, options.dialect)],
      unread: unreadIn(tree, tables, options.dialect),
    }));
  });
}

export function concernsInserts(path: string, _options: InsertOptions, exists: boolean): boolean {
  return exists && holdsSql(path);
}

/** Words of which one stands in every file that inserts, also through a model of another file. */
export function insertWords(options: InsertOptions): string[] {
  const tables = insertMentions(options);
  return tables.length === 0 ? [] : [...tables, "insert", "session.add", "bulk_"];
}
