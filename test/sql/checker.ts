import { sourceFile } from "@failcheck/core";
import { activeRule } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-sql";
import { sql } from "@failcheck/languages/sql";

/** The configuration that the database of the oracle stands for. */
export const options = {
  tables: { "titan.jobs": { columns: ["total", "amount"], key: "id", notNull: ["created_at"] } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

export type Verdict = "right" | "wrong" | "unproven";

const active = rules.filter(({ id }) => id.endsWith("-revenue")).map((rule) => activeRule(rule, options));

function findings(id: string, query: string, tree: unknown): number {
  const found = active.find(({ rule }) => rule.id === id);
  if (found?.rule.kind !== "file") throw new Error(`no rule ${id} over a file`);
  return [...found.rule.check(tree, sourceFile("query.sql", Buffer.from(query)), found.options)].length;
}

/** What the rules say about a query: the worst of it. */
export async function verdictOn(query: string): Promise<Verdict> {
  const parse = await sql.load();
  const tree = parse(sourceFile("query.sql", Buffer.from(query)));
  if (findings("sql/unfiltered-revenue", query, tree) > 0) return "wrong";
  return findings("sql/unproven-revenue", query, tree) > 0 ? "unproven" : "right";
}
