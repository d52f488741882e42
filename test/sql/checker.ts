import { sourceFile } from "@failcheck/core";
import { activeRule } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-sql";

/** The configuration that the database of the oracle stands for. */
export const options = {
  tables: { "titan.jobs": { columns: ["total", "amount"], key: "id", notNull: ["created_at"] } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

export type Verdict = "right" | "wrong" | "unproven";

const active = rules.filter(({ id }) => id.endsWith("-revenue")).map((rule) => activeRule(rule, options));

/** How often a rule reports the query, read by the rule's own front end. */
async function findings(id: string, query: string): Promise<number> {
  const found = active.find(({ rule }) => rule.id === id);
  if (found?.rule.kind !== "file") throw new Error(`no rule ${id} over a file`);
  const { reads } = found.rule;
  const file = sourceFile("query.sql", Buffer.from(query));
  const language = "load" in reads ? reads : reads.find((one) => one.matches(file.path));
  const parse = await language?.load();
  return [...found.rule.check(parse?.(file), file, found.options)].length;
}

/** What the rules say about a query: the worst of it. */
export async function verdictOn(query: string): Promise<Verdict> {
  if ((await findings("sql/unfiltered-revenue", query)) > 0) return "wrong";
  return (await findings("sql/unproven-revenue", query)) > 0 ? "unproven" : "right";
}
