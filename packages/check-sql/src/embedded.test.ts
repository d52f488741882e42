import { activeRule, lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total", "revenue"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

/** `wrong:3 unproven:5`, or nothing. */
async function said(path: string, text: string): Promise<string> {
  const rules = [activeRule(unfilteredRevenue, options), activeRule(unprovenRevenue, options)];
  const { findings, failures } = await lintTexts(rules, { after: { [path]: text } });
  expect(failures).toEqual([]);
  return findings.map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`).join(" ");
}

const python: readonly (readonly [string, string, string])[] = [
  ["a string in a call", `cur.execute("SELECT SUM(total) FROM titan.jobs")`, "wrong:1"],
  ["a filtered one", `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'")`, ""],
  [
    "the line within a triple-quoted string",
    `q = """\n  SELECT customer_id,\n         SUM(total)\n  FROM titan.jobs\n  GROUP BY 1\n"""\ncur.execute(q)`,
    "wrong:3",
  ],
  [
    "implicit concatenation",
    `cur.execute(\n  "SELECT SUM(total) "\n  "FROM titan.jobs "\n  "WHERE job_status = 'completed'"\n)`,
    "",
  ],
  ["explicit concatenation", `cur.execute("SELECT SUM(total) FROM titan.jobs" + " WHERE job_status = 'completed'")`, ""],
  [
    "a constant that gets its filter later",
    `BASE = "SELECT SUM(total) FROM titan.jobs"\ndef f(cur):\n    cur.execute(BASE + " WHERE job_status = 'completed'")`,
    "",
  ],
  ["a constant without it", `BASE = "SELECT SUM(total) FROM titan.jobs"\ndef f(cur):\n    cur.execute(BASE)`, "wrong:1"],
  [
    "a filter held by a constant",
    `DONE = "job_status = 'completed'"\nQ = f"SELECT SUM(total) FROM titan.jobs WHERE {DONE}"\ncur.execute(Q)`,
    "",
  ],
  ["a growing text", `q = "SELECT SUM(total) FROM titan.jobs"\nq += " WHERE job_status = 'completed'"\ncur.execute(q)`, ""],
  [
    "a branch that leaves the filter out",
    `q = "SELECT SUM(total) FROM titan.jobs"\nif strict:\n    q += " WHERE job_status = 'completed'"\ncur.execute(q)`,
    "wrong:1",
  ],
  [
    "both branches filter",
    `q = "SELECT SUM(total) FROM titan.jobs"\nif a:\n    q += " WHERE job_status = 'completed'"\nelse:\n    q += " WHERE job_status IN ('completed')"\ncur.execute(q)`,
    "",
  ],
  [
    "join of a list",
    `conds = ["job_status = 'completed'", "total > 0"]\ncur.execute("SELECT SUM(total) FROM titan.jobs WHERE " + " AND ".join(conds))`,
    "",
  ],
  [
    "join of a growing list",
    `conds = ["job_status = 'completed'"]\nif x:\n    conds.append("a = %s")\ncur.execute("SELECT SUM(total) FROM titan.jobs WHERE " + " AND ".join(conds), p)`,
    "",
  ],
  [
    "join of unknown conditions",
    `def f(conds):\n    cur.execute("SELECT SUM(total) FROM titan.jobs WHERE " + " AND ".join(conds))`,
    "unproven:2",
  ],
  [
    "a parameter elsewhere",
    `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' AND customer_id = %s", (c,))`,
    "",
  ],
  [
    "named parameters",
    `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' AND customer_id = %(c)s", {"c": 1})`,
    "",
  ],
  [
    "the status as a parameter",
    `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = %s", ("completed",))`,
    "unproven:1",
  ],
  [
    "%% under formatting",
    `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' AND job_status NOT ILIKE '%%cancel%%' AND c = %s", (c,))`,
    "",
  ],
  ["an f-string with a table", `cur.execute(f"SELECT SUM(total) FROM {schema}.jobs WHERE completed_at IS NOT NULL")`, ""],
  [
    "an f-string with a value in quotes",
    `cur.execute(f"SELECT SUM(total) FROM titan.jobs WHERE job_status = '{status}'")`,
    "unproven:1",
  ],
  ["an f-string with a date", `cur.execute(f"SELECT SUM(total) FROM titan.jobs WHERE d >= '{start}'")`, "wrong:1"],
  [
    "an f-string with a condition at the end",
    `cur.execute(f"SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' {extra}")`,
    "",
  ],
  ["an f-string with all conditions", `cur.execute(f"SELECT SUM(total) FROM titan.jobs WHERE {where}")`, "unproven:1"],
  ["an f-string with the whole WHERE", `cur.execute(f"SELECT SUM(total) FROM titan.jobs {where}")`, "unproven:1"],
  ["format", `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE d > '{}' AND job_status = 'completed'".format(d))`, ""],
  ["percent formatting", `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE d > '%s'" % d)`, "wrong:1"],
  ["a docstring", `def f():\n    """SELECT SUM(total) FROM titan.jobs"""\n`, ""],
  ["a comment", `# SELECT SUM(total) FROM titan.jobs\nx = 1`, ""],
  ["a log line", `log.info("SELECT SUM(total) FROM titan.jobs")`, ""],
  ["prose", `raise ValueError("Select the total of all jobs from titan.jobs first")`, ""],
  [
    "read_sql with dedent",
    `df = pd.read_sql(textwrap.dedent("""\n    SELECT SUM(total)\n    FROM titan.jobs\n"""), conn)`,
    "wrong:2",
  ],
  [
    "text()",
    `session.execute(text("SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' AND c = :c"), {"c": c})`,
    "",
  ],
  [
    "a class attribute",
    `class R:\n    Q = "SELECT SUM(total) FROM titan.jobs"\n    def f(self, cur):\n        cur.execute(self.Q)`,
    "wrong:2",
  ],
  ["a raw string", `cur.execute(r"SELECT SUM(total) FROM titan.jobs WHERE job_status ~ '^completed$'")`, ""],
  ["escapes before the figure", `cur.execute("SELECT 'x\\ty',\\n SUM(total) FROM titan.jobs")`, "wrong:1"],
  [
    "a conditional expression",
    `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE " + ("job_status = 'completed'" if a else "TRUE"))`,
    "wrong:1",
  ],
  ["a return", `def q():\n    return "SELECT SUM(total) FROM titan.jobs"`, "wrong:2"],
  ["half-written SQL", `cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status =")`, "unproven:1"],
  [
    "a list of queries",
    `QS = [\n  "SELECT SUM(total) FROM titan.jobs",\n  "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'",\n]`,
    "wrong:2",
  ],
  ["a dictionary of queries", `QS = {"week": "SELECT SUM(total) FROM titan.jobs"}`, "wrong:1"],
  [
    "a builder that compares the status",
    `class Job(Base):\n    __tablename__ = "jobs"\n    __table_args__ = {"schema": "titan"}\nq = select(func.sum(Job.total)).where(Job.job_status == "completed")`,
    "",
  ],
  [
    "an early return",
    `def f(cur, a):\n    q = "SELECT SUM(total) FROM titan.jobs"\n    if a:\n        q += " WHERE x"\n        return None\n    q += " WHERE job_status = 'completed'"\n    cur.execute(q)`,
    "",
  ],
];

const typescript: readonly (readonly [string, string, string])[] = [
  ["a template", "db.query(`SELECT SUM(total) FROM titan.jobs`)", "wrong:1"],
  ["a tagged template with a value", "sql`SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' AND c = ${c}`", ""],
  ["a tagged template with the status", "sql`SELECT SUM(total) FROM titan.jobs WHERE job_status = ${status}`", "unproven:1"],
  [
    "a tagged template with a constant",
    "const DONE = 'completed';\nsql`SELECT SUM(total) FROM titan.jobs WHERE job_status = ${DONE}`",
    "",
  ],
  ["a nested fragment", "const done = sql`job_status = 'completed'`;\nsql`SELECT SUM(total) FROM titan.jobs WHERE ${done}`", ""],
  ["an unknown fragment", "sql`SELECT SUM(total) FROM titan.jobs WHERE ${sql.raw(cond)}`", "unproven:1"],
  [
    "a ternary inside",
    "db.query(`SELECT SUM(total) FROM titan.jobs ${strict ? \"WHERE job_status = 'completed'\" : ''}`)",
    "wrong:1",
  ],
  [
    "concatenation",
    "const q = 'SELECT SUM(total) ' +\n  'FROM titan.jobs ' +\n  \"WHERE job_status = 'completed'\";\ndb.query(q)",
    "",
  ],
  [
    "an array joined",
    "const q = [\n  'SELECT SUM(total)',\n  'FROM titan.jobs',\n  \"WHERE job_status = 'completed'\",\n].join(' ');\ndb.query(q)",
    "",
  ],
  [
    "an array joined without filter",
    "const q = [\n  'SELECT SUM(total)',\n  'FROM titan.jobs',\n].join(' ');\ndb.query(q)",
    "wrong:2",
  ],
  ["knex.raw", "knex.raw('SELECT SUM(total) FROM titan.jobs WHERE job_status = ?', ['completed'])", "unproven:1"],
  ["Prisma raw", "prisma.$queryRaw`\n  SELECT SUM(total)\n  FROM titan.jobs\n`", "wrong:2"],
  ["Prisma unsafe", "prisma.$queryRawUnsafe(\"SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'\")", ""],
  [
    "pg with parameters",
    "pool.query('SELECT SUM(total) FROM titan.jobs WHERE d > $1 AND job_status = \\'completed\\'', [d])",
    "",
  ],
  ["a log line", "console.log(`SELECT SUM(total) FROM titan.jobs`)", ""],
  ["an object", "pool.query({ text: 'SELECT SUM(total) FROM titan.jobs', values: [] })", "wrong:1"],
  ["an exported constant", "export const Q = `\nSELECT SUM(total)\nFROM titan.jobs`;", "wrong:2"],
  ["a function that makes the condition", "db.query(`SELECT SUM(total) FROM titan.jobs WHERE ${where()}`)", "unproven:1"],
  [
    "a constant used in two texts",
    "const T = 'titan.jobs';\ndb.query(`SELECT SUM(total) FROM ${T} WHERE job_status = 'completed'`)",
    "",
  ],
];

describe("SQL in Python", () => {
  test.each(python)("%s", async (_, text, expected) => expect(await said("a.py", text)).toBe(expected));
});

describe("SQL in TypeScript", () => {
  test.each(typescript)("%s", async (_, text, expected) => expect(await said("a.ts", text)).toBe(expected));
});
