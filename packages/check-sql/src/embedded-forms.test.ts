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
  return [
    ...failures,
    ...findings.map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`),
  ].join(" ");
}

const S = "SELECT SUM(total) FROM titan.jobs";
const W = "WHERE job_status = 'completed'";

const py: readonly (readonly [string, string])[] = [
  [
    `with conn.cursor() as cur:\n    cur.execute(\n        """\n        SELECT\n            SUM(total)\n        FROM titan.jobs\n        """\n    )`,
    "wrong:5",
  ],
  [`cur.execute(b"${S}")`, "wrong:1"],
  [`cur.execute("""/***** total * 2 *****/ ${S}""")`, "wrong:1"],
  [`cur.execute("""/* ${"x ".repeat(3000)} */\n${"-- x\n".repeat(60)}${S}""")`, "wrong:62"],
  [`cur.execute("""/* open\n${S}""")`, "unproven:1"],
  [`cur.execute("/* open")`, ""],
  [`cur.execute(rf"${S} {tail}")`, "unproven:1"],
  [`cur.execute("""SELECT SUM(total) "x" FROM titan.jobs """ """WHERE job_status = 'completed' """)`, ""],
  [`q = "SELECT SUM(total) "\nq = q + "FROM titan.jobs "\nq = q + "WHERE job_status = 'completed'"\ncur.execute(q)`, ""],
  [`q = "SELECT SUM(total) "\nq = q + "FROM titan.jobs "\ncur.execute(q)`, "wrong:1"],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = '%s'" % "completed")`, ""],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = '%s'" % status)`, "unproven:1"],
  [`cur.execute("SELECT SUM(total) FROM %s WHERE job_status = 'completed'" % table)`, ""],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status NOT ILIKE '%%cancel%%' AND a = %s", (1,))`, "wrong:1"],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = '{}'".format("completed"))`, ""],
  [`cur.execute("SELECT SUM(total) FROM {} WHERE x".format("titan.jobs"))`, "wrong:1"],
  [`cur.execute("SELECT SUM(total) FROM {t} WHERE x".format(t="titan.jobs"))`, "wrong:1"],
  [`STATUS = "completed"\ncur.execute(f"${S} WHERE job_status = '{STATUS}'")`, ""],
  [
    `def f(cur, start):\n    sql = f"""\n    ${S}\n    WHERE completed_at >= '{start:%Y-%m-%d}'\n    """\n    cur.execute(sql)`,
    "wrong:3",
  ],
  [`df = pd.read_sql_query(sql="${S}", con=engine)`, "wrong:1"],
  [`df = pd.read_sql(sa.text("${S} ${W}"), engine)`, ""],
  [`conn.execute(sqlalchemy.text("""\n${S}\n"""))`, "wrong:2"],
  [`await conn.fetch("${S} WHERE job_status = $1", "completed")`, "unproven:1"],
  [`await conn.fetchval("${S}")`, "wrong:1"],
  [`cur.execute(sql.SQL("SELECT SUM(total) FROM titan.jobs WHERE {}").format(cond))`, "unproven:1"],
  [`cur.execute(sql.SQL("SELECT SUM(total) FROM {}.jobs ${W}").format(sql.Identifier("titan")))`, ""],
  [`cur.execute(sql.SQL("SELECT {} FROM titan.jobs").format(sql.Identifier("total")))`, "wrong:1"],
  [
    `parts = []\nparts.append("SELECT SUM(total)")\nparts.append("FROM titan.jobs")\nparts.append("WHERE job_status = 'completed'")\ncur.execute(" ".join(parts))`,
    "",
  ],
  [
    `parts = ["SELECT SUM(total)", "FROM titan.jobs"]\nif strict:\n    parts.append("WHERE job_status = 'completed'")\ncur.execute("\\n".join(parts))`,
    "wrong:1",
  ],
  [`cur.execute("\\n".join(["SELECT SUM(total)", "FROM titan.jobs"]))`, "wrong:1"],
  [`QUERIES = {\n  "a": "${S}",\n  "b": "${S} ${W}",\n}\ncur.execute(QUERIES["a"])`, "wrong:2"],
  [`class Q:\n    SUM = """\n    ${S}\n    """\ncur.execute(Q.SUM)`, "wrong:3"],
  [`def q():\n    """Runs ${S}."""\n    return 1`, ""],
  [`def q():\n    """\n    ${S}\n    """\n    return 1`, ""],
  [`logger.debug("running %s", "${S}")`, ""],
  [`print("${S}")`, ""],
  [`raise RuntimeError("SELECT SUM(total) FROM titan.jobs failed")`, ""],
  [`# cur.execute("${S}")\npass`, ""],
  [`x = "Select jobs from titan.jobs by total"\nlabel(x)`, ""],
  [`cur.execute("${S}" if raw else "${S} ${W}")`, "wrong:1"],
  [`match mode:\n    case "a":\n        q = "${S}"\n    case _:\n        q = "${S} ${W}"\ncur.execute(q)`, "wrong:3"],
  [`try:\n    q = "${S} ${W}"\nexcept Exception:\n    q = "${S}"\ncur.execute(q)`, "wrong:4"],
  [`for s in statuses:\n    cur.execute(f"${S} WHERE job_status = '{s}'")`, "unproven:2"],
  [`cur.executemany("INSERT INTO report SELECT SUM(total) FROM titan.jobs WHERE d = %s", rows)`, "wrong:1"],
  [`where = "WHERE job_status = 'completed'"\nif x:\n    where += " AND y = 1"\ncur.execute(f"${S} {where}")`, ""],
  [`where = ""\nif x:\n    where = "WHERE job_status = 'completed'"\ncur.execute(f"${S} {where}")`, "wrong:4"],
  [`(lambda: cur.execute("${S}"))()`, "wrong:1"],
  [`@task\ndef t(cur):\n    return cur.execute("${S}").fetchone()[0]`, "wrong:3"],
  [`BigQueryOperator(task_id="x", sql="""\n${S}\n""")`, "wrong:2"],
  [`spark.sql("${S}").show()`, "wrong:1"],
  [`cur.execute("SELECT 'é', SUM(total)\\nFROM titan.jobs")`, "wrong:1"],
  [`cur.execute("""\nSELECT 1;\n${S};\n""")`, "wrong:3"],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = :s", {"s": "completed"})`, "unproven:1"],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status = ?", ("completed",))`, "unproven:1"],
  [`cur.execute("SELECT SUM(total) FROM titan.jobs WHERE job_status IN %s", (("completed",),))`, "unproven:1"],
  [`template = Template("SELECT SUM(total) FROM titan.jobs WHERE {{ cond }}")`, "unproven:1"],
];

const ts: readonly (readonly [string, string])[] = [
  ["const r = await client.query<Row>(`\n  SELECT SUM(total)\n  FROM titan.jobs\n`);", "wrong:2"],
  ["const r = await sql<Row[]>`SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'`;", ""],
  ["const q = `SELECT SUM(total) FROM titan.jobs`;\nexport default q;", "wrong:1"],
  [
    "export const getTotal = (db) => db.one('SELECT SUM(total) FROM titan.jobs WHERE job_status = $<status>', { status });",
    "unproven:1",
  ],
  [
    "let q = 'SELECT SUM(total) FROM titan.jobs';\nif (a) { q += \" WHERE job_status = 'completed'\"; }\npool.query(q);",
    "wrong:1",
  ],
  ["let q = 'SELECT SUM(total) FROM titan.jobs';\nq += ' WHERE job_status = \\'completed\\'';\npool.query(q);", ""],
  [
    "const where = ['a = 1'];\nwhere.push(\"job_status = 'completed'\");\npool.query(`SELECT SUM(total) FROM titan.jobs WHERE ${where.join(' AND ')}`);",
    "",
  ],
  ["pool.query(`SELECT SUM(total) FROM titan.jobs WHERE ${conds.join(' AND ')}`);", "unproven:1"],
  ["await prisma.$queryRaw`SELECT SUM(total) FROM titan.jobs WHERE job_status = ${'completed'}`;", ""],
  ["await prisma.$queryRaw(Prisma.sql`SELECT SUM(total) FROM titan.jobs`);", "wrong:1"],
  ["await prisma.$queryRaw`SELECT SUM(total) FROM titan.jobs ${Prisma.sql`WHERE job_status = 'completed'`}`;", ""],
  [
    "await prisma.$queryRaw`SELECT SUM(total) FROM titan.jobs ${strict ? Prisma.sql`WHERE job_status = 'completed'` : Prisma.empty}`;",
    "wrong:1",
  ],
  ["await sql`SELECT SUM(total) FROM ${sql('titan.jobs')} WHERE job_status = 'completed'`;", ""],
  ["knex.raw(`SELECT SUM(total) FROM titan.jobs WHERE d > ?`, [d])", "wrong:1"],
  ["knex.raw('SELECT SUM(??) FROM titan.jobs', ['total'])", "unproven:1"],
  ["knex.raw('SELECT total FROM ?? WHERE a = ?', ['titan.jobs', 1])", ""],
  ["db.query(`SELECT ${cols} FROM titan.jobs`)", "unproven:1"],
  ["db.query(`SELECT ${cols} FROM titan.jobs WHERE job_status = 'completed'`)", ""],
  ["const QUERIES = {\n  total: `SELECT SUM(total)\n    FROM titan.jobs`,\n} as const;\nrun(QUERIES.total);", "wrong:2"],
  [
    "class Repo {\n  private readonly q = 'SELECT SUM(total) FROM titan.jobs';\n  get() { return this.db.query(this.q); }\n}",
    "wrong:2",
  ],
  ["// db.query('SELECT SUM(total) FROM titan.jobs')\nfoo();", ""],
  ["/** SELECT SUM(total) FROM titan.jobs */\nfoo();", ""],
  ["throw new Error('SELECT SUM(total) FROM titan.jobs failed');", ""],
  ["it('SELECT SUM(total) FROM titan.jobs', () => {});", ""],
  ["const Q = gql`query { jobs { total } }`; // titan.jobs", ""],
  ["const el = <p>SELECT SUM(total) FROM titan.jobs</p>;", ""],
  ["db.execute({ sql: 'SELECT SUM(total) FROM titan.jobs', args: [] });", "wrong:1"],
  ["pool.query(\n  'SELECT SUM(total) ' +\n  'FROM titan.jobs ' +\n  'WHERE d > ' + pg.escapeLiteral(d)\n);", "wrong:2"],
  ["const f = (status: string) => `SELECT SUM(total) FROM titan.jobs WHERE job_status = '${status}'`;", "unproven:1"],
  ["sequelize.query('SELECT SUM(total) FROM titan.jobs', { type: QueryTypes.SELECT });", "wrong:1"],
  ["db.prepare('SELECT SUM(total) FROM titan.jobs').get();", "wrong:1"],
  ["db.exec(dedent`\n  SELECT SUM(total)\n  FROM titan.jobs\n`);", "wrong:2"],
  [
    "switch (x) {\n  case 1:\n    q = 'SELECT SUM(total) FROM titan.jobs';\n    break;\n  default:\n    q = \"SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'\";\n}\ndb.query(q);",
    "wrong:3",
  ],
];

describe("forms in which Python holds SQL", () => {
  test.each(py)("%s", async (text, expected) => expect(await said("a.py", text)).toBe(expected));
});

describe("forms in which TypeScript holds SQL", () => {
  test.each(ts)("%s", async (text, expected) => expect(await said(text.includes("<p>") ? "a.tsx" : "a.ts", text)).toBe(expected));
});

test.each([
  ["a.sql", `${S} ${W};\n/* open\n${S};`, "unproven:2"],
  ["a.sql", `${S};\n/* nested /* comment */ */\n${S} ${W};`, "wrong:1"],
  ["a.ts", "-- \uFFFD\ndb.query(`SELECT SUM(total) FROM titan.jobs`);", "unproven:1"],
  ["a.ts", "const q = `SELECT SUM(total) FROM titan.jobs; db.query(q)", "unproven:1"],
  ["a.ts", "-- \uFFFD\ndb.query(`SELECT name FROM customers`);", ""],
  ["a.py", `def f(:\n  cur.execute("""SELECT SUM(total) FROM titan.jobs`, "unproven:1"],
  ["a.py", `def f(:\n  cur.execute("SELECT SUM(total) FROM titan.jobs")`, "wrong:2"],
])("half-written %s: %s", async (path, text, expected) => expect(await said(path, text)).toBe(expected));
