import { sql } from "@failcheck/languages/sql";
import { describe, expect, test } from "vitest";
import { makeCatalog } from "./scopes/catalog.ts";
import { decide } from "./decide.ts";
import type { Policy } from "./policy/policy.ts";
import { readRequirement } from "./policy/requirement.ts";

const requirement = readRequirement("job_status = 'completed' AND job_status NOT ILIKE '%cancel%'", true);
if (typeof requirement === "string") throw new Error(requirement);

const policy: Policy = {
  tables: [
    {
      schema: "titan",
      name: "jobs",
      revenue: new Set(["total", "revenue", "amount", "invoice_total"]),
      status: requirement.column,
      keys: new Set(["id"]),
      notNull: new Set(["id"]),
      columns: undefined,
    },
  ],
  requirement,
  searchPath: ["titan"],
  strict: false,
  views: {},
  functions: new Set(),
};

async function label(text: string): Promise<string> {
  const parse = await sql.load();
  const tree = parse({ path: "x.sql", kind: "file", bytes: Buffer.from(text), text });
  const catalog = makeCatalog([]);
  const found = tree.texts.flatMap((part) => {
    const reading = part.read("postgres");
    if (reading.problems.length > 0) return [`problem: ${reading.problems[0]!.message}`];
    return reading.statements.flatMap((statement) =>
      decide(statement, reading.literals, policy, catalog).flatMap(({ kind }) => (kind === "right" ? [] : [kind])),
    );
  });
  return [...new Set(found)].sort().join(" ") || "ok";
}

const right = [
  "SELECT SUM(j.total) FROM customers c FULL JOIN titan.jobs j ON j.customer_id = c.id WHERE j.job_status = 'completed'",
  "SELECT unit, SUM(total) FROM titan.jobs WHERE job_status = 'completed' GROUP BY ROLLUP (unit)",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status ILIKE ANY (ARRAY['completed', 'Completed'])",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs GROUP BY job_status HAVING COUNT(*) > 5",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs GROUP BY 1 HAVING COUNT(*) > 5",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') / COUNT(*) FROM titan.jobs GROUP BY job_status",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') / NULLIF(COUNT(*) FILTER (WHERE total > 0), 0) FROM titan.jobs GROUP BY job_status",
  "SELECT SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs j WHERE (SELECT COUNT(*) FROM titan.jobs k WHERE k.id = j.id) > 0",
  "SELECT SUM(j.total) FROM titan.jobs j WHERE (SELECT COUNT(*) > 0 FROM titan.jobs k WHERE k.id = j.id AND k.job_status = 'completed')",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'",
  "SELECT SUM(total) FROM jobs j WHERE j.job_status = 'completed' AND j.job_status NOT ILIKE '%cancel%'",
  "SELECT SUM(total) FROM titan.jobs WHERE NOT (job_status <> 'completed')",
  "SELECT SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs",
  "SELECT SUM(CASE WHEN job_status = 'completed' THEN total ELSE 0 END) FROM titan.jobs",
  "SELECT SUM(total * (job_status = 'completed')::int) FROM titan.jobs",
  "SELECT bu, SUM(total) FROM titan.jobs GROUP BY bu, job_status HAVING job_status = 'completed'",
  "WITH c AS (SELECT * FROM titan.jobs WHERE job_status = 'completed') SELECT SUM(c.total) FROM c",
  "WITH c AS (SELECT * FROM titan.jobs) SELECT SUM(c.total) FROM c WHERE c.job_status = 'completed'",
  "SELECT name FROM titan.jobs",
  "SELECT COUNT(*) FROM titan.jobs",
  "SELECT SUM(total) FROM titan.jobs WHERE LOWER(job_status) = 'completed'",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status IN ('completed')",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status = ANY(ARRAY['completed'])",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' OR FALSE",
  "SELECT c.name, SUM(j.total) FROM customers c LEFT JOIN titan.jobs j ON j.customer_id = c.id AND j.job_status = 'completed' GROUP BY c.name",
  "SELECT SUM(j.total) FROM titan.jobs j WHERE j.id IN (SELECT id FROM titan.jobs WHERE job_status = 'completed')",
  "SELECT SUM(j.total) FROM titan.jobs j WHERE EXISTS (SELECT 1 FROM titan.jobs k WHERE k.id = j.id AND k.job_status = 'completed')",
  "SELECT SUM(j.total) FROM titan.jobs j WHERE NOT EXISTS (SELECT 1 FROM titan.jobs k WHERE k.id = j.id AND k.job_status IS DISTINCT FROM 'completed')",
  "SELECT SUM(t) FROM (SELECT total t, job_status s FROM titan.jobs UNION ALL SELECT total, job_status FROM titan.jobs) u WHERE s = 'completed'",
  "SELECT SUM(j.total) FROM titan.jobs j LEFT JOIN titan.jobs b ON b.id = j.id AND b.job_status IS DISTINCT FROM 'completed' WHERE b.id IS NULL",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status IS NOT DISTINCT FROM 'completed'",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status ~ '^completed$'",
  "SELECT SUM(total) FROM titan.jobs WHERE COALESCE(job_status, '') = 'completed'",
  "SELECT SUM(total) FROM (SELECT total FROM titan.jobs WHERE job_status = 'completed' UNION ALL SELECT amount FROM legacy.payments) t",
];
/** Texts that have nothing to do with the status. */
const many = Array.from({ length: 60 }, (_, index) => `region ${index}`);

const wrong = [
  "SELECT SUM(j.total) FROM customers c FULL JOIN titan.jobs j ON j.customer_id = c.id AND j.job_status = 'completed'",
  "SELECT job_status, SUM(total) FROM titan.jobs GROUP BY ROLLUP (job_status)",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status NOT ILIKE ALL (ARRAY['%cancel%'])",
  "SELECT customer_id, SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs GROUP BY customer_id HAVING COUNT(*) > 5",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') / COUNT(*) FROM titan.jobs GROUP BY ROLLUP (job_status)",
  "SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') / SUM(COUNT(*)) OVER () FROM titan.jobs GROUP BY job_status",
  "SELECT SUM(x) / SUM(n) FROM (SELECT job_status, SUM(total) FILTER (WHERE job_status = 'completed') AS x, COUNT(*) AS n FROM titan.jobs GROUP BY job_status) t",
  "SELECT SUM(total) FILTER (WHERE job_status = 'completed') FROM titan.jobs j WHERE (SELECT COUNT(*) FROM titan.jobs k WHERE k.customer_id = j.customer_id) > 0",
  "SELECT SUM(j.total) FROM titan.jobs j WHERE (SELECT COUNT(*) >= 0 FROM titan.jobs k WHERE k.id = j.id AND k.job_status = 'completed')",
  "SELECT SUM(total) FROM titan.jobs",
  "SELECT SUM(total) FROM titan.jobs WHERE completed_at IS NOT NULL",
  "SELECT SUM(total) FROM titan.jobs WHERE business_unit = 'HVAC' OR business_unit = 'Plumbing' AND job_status = 'completed'",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status <> 'cancelled'",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status NOT ILIKE '%cancel%'",
  "SELECT SUM(total) FROM titan.jobs WHERE (job_status = 'completed') IS NOT FALSE",
  "SELECT SUM(CASE WHEN job_status <> 'completed' THEN 0 ELSE total END) FROM titan.jobs",
  "SELECT AVG(CASE WHEN job_status = 'completed' THEN total ELSE 0 END) FROM titan.jobs",
  "SELECT * FROM titan.jobs",
  "SELECT SUM(total) FROM (SELECT total, 'completed' AS job_status FROM titan.jobs) x WHERE job_status = 'completed'",
  "SELECT SUM(x.t) FROM (SELECT SUM(total) OVER () t, job_status FROM titan.jobs) x WHERE job_status = 'completed'",
  "SELECT SUM(total) / COUNT(*) FROM titan.jobs HAVING true",
  "SELECT SUM(total) FILTER (WHERE job_status = 'completed') / COUNT(*) FROM titan.jobs",
  "SELECT c.name, SUM(j.total) FROM titan.jobs j LEFT JOIN customers c ON c.id = j.customer_id AND j.job_status = 'completed' GROUP BY c.name",
  "SELECT SUM(total) FROM titan.jobs WHERE COALESCE(job_status, 'completed') = 'completed'",
  "INSERT INTO report SELECT SUM(total) FROM titan.jobs",
  "UPDATE report SET revenue = (SELECT SUM(total) FROM titan.jobs)",
  "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' OR TRUE",
  `SELECT SUM(total) FROM titan.jobs WHERE job_status LIKE '${"%a".repeat(500)}'`,
  `SELECT SUM(total) FROM titan.jobs WHERE job_status = '${"x".repeat(3000)}'`,
  `SELECT SUM(total) FROM titan.jobs WHERE region IN ('${many.join("', '")}') AND job_status IN ('completed', 'invoiced')`,
  `SELECT SUM(total) FROM titan.jobs WHERE job_status = ANY('{completed,${many.join(",")}}')`,
];

describe("the decision", () => {
  test.each(right)("right: %s", async (text) => expect(await label(text)).toBe("ok"));
  test.each(wrong)("wrong: %s", async (text) => expect(await label(text)).toBe("violation"));
  test.each([
    "SELECT SUM(total) FROM titan.jobs WHERE job_status = $1",
    "SELECT SUM(total) FROM titan.jobs WHERE is_done(job_status)",
    `SELECT SUM(total) FROM titan.jobs WHERE job_status IN ('completed', '${"x".repeat(6000)}')`,
  ])("unproven: %s", async (text) => expect(await label(text)).toBe("unproven"));
});
