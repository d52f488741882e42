import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-sql";

/** The configuration that the database of the oracle stands for. */
export const options = {
  tables: { "titan.jobs": { columns: ["total", "amount"], key: "id", notNull: ["created_at"] } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

export type Verdict = "right" | "wrong" | "unproven";

const active = rules.filter(({ id }) => id.endsWith("-revenue")).map((rule) => activeRule(rule, options));

/** What the rules say about a query: the worst of it. */
export async function verdictOn(query: string): Promise<Verdict> {
  const { findings, failures } = await lintTexts(active, { after: { "query.sql": query } });
  if (failures.length > 0) throw new Error(failures.join("\n"));
  if (findings.some(({ rule }) => rule === "sql/unfiltered-revenue")) return "wrong";
  return findings.length > 0 ? "unproven" : "right";
}
