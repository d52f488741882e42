import type { Language } from "@failcheck/core";
import { pythonSql, sql, typescriptSql, type SqlTree } from "@failcheck/languages/sql";
import type { RevenueOptions } from "./options.ts";
import type { verdictsOf } from "./verdicts.ts";

/** SQL together with what judges it: the decision procedure is loaded with the parser, for a file that needs both. */
export interface JudgedSql {
  readonly tree: SqlTree;
  verdicts(options: RevenueOptions): ReturnType<typeof verdictsOf>;
}

/** The front ends of SQL, wherever it is written, with the judgement of revenue. */
export const judgedSql: readonly Language<JudgedSql>[] = [sql, pythonSql, typescriptSql].map(judged);

function judged(language: Language<SqlTree>): Language<JudgedSql> {
  return {
    ...language,
    id: `${language.id} revenue`,
    async load() {
      const [parse, { verdictsOf }] = await Promise.all([language.load(), import("./verdicts.ts")]);
      return (file) => {
        const tree = parse(file);
        return { tree, verdicts: (options) => verdictsOf(tree, options) };
      };
    },
  };
}
