import { activeRule, lintTexts } from "@failcheck/core/testing";
import { describe, expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

/** `wrong:3 unproven:5`, or nothing. */
async function said(path: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const rules = [activeRule(unfilteredRevenue, options), activeRule(unprovenRevenue, options)];
  const { findings, failures } = await lintTexts(rules, { after: { [path]: text, ...others } });
  expect(failures).toEqual([]);
  return findings.map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`).join(" ");
}

const job = `class Job(Base):\n    __tablename__ = "jobs"\n    __table_args__ = {"schema": "titan"}\n    status = Column("job_status", String)\n`;
const hybrid = `${job}    @hybrid_property\n    def is_done(self):\n        """Done."""\n        return self.status == "completed"\n    is_late = Column(Boolean)\n`;
const core = `jobs = Table("jobs", metadata, schema="titan")\n`;

const alchemy: readonly (readonly [string, string])[] = [
  [`${job}q = select(func.sum(Job.total)).where(Job.job_status == "completed")`, ""],
  [`${job}q = select(func.sum(Job.total)).where(Job.status == "completed")`, ""],
  [`${job}q = select(func.sum(Job.total)).where(Job.completed_at.isnot(None))`, "wrong:5"],
  [`${job}q = select(func.sum(Job.total))`, "wrong:5"],
  [`${job}q = select(Job.id, Job.total).where(Job.job_status.in_(["completed"]))`, ""],
  [`${job}q = select(Job.id, Job.total).where(Job.job_status.in_(["completed", "paid"]))`, "wrong:5"],
  [`${job}q = select(func.sum(Job.total)).where(Job.job_status == status)`, "unproven:5"],
  [`${job}q = select(func.sum(Job.total)).where(or_(Job.job_status == "completed", Job.closed))`, "wrong:5"],
  [`${job}q = select(func.sum(Job.total)).where(and_(Job.job_status == "completed", Job.closed.is_(True)))`, ""],
  [`${job}q = select(func.sum(Job.total)).where(and_(*conditions))`, "unproven:5"],
  [`${job}def f(condition):\n    return select(func.sum(Job.total)).where(condition)`, "unproven:6"],
  [`${job}q = select(func.sum(Job.total)).where((Job.job_status == "completed") & (Job.total > 5))`, ""],
  [`${job}q = select(func.sum(Job.total)).where(~(Job.job_status != "completed"))`, ""],
  [`${job}q = select(func.sum(Job.total)).where(not_(Job.job_status == "cancelled"))`, "wrong:5"],
  [`${job}q = select(func.sum(Job.total)).where(Job.job_status.ilike("completed"), Job.job_status.notilike("%cancel%"))`, ""],
  [`${job}q = select(func.sum(Job.total)).filter_by(job_status="completed")`, ""],
  [`${job}q = session.query(func.sum(Job.total)).filter(Job.job_status == "completed").scalar()`, ""],
  [`${job}q = session.query(func.sum(Job.total)).filter(Job.created > start).scalar()`, "wrong:5"],
  [`${job}jobs = session.query(Job).all()`, "wrong:5"],
  [`${job}jobs = Job.query.filter_by(job_status="completed").all()`, ""],
  [`${job}n = Job.query.count()`, ""],
  [`${job}q = select(func.sum(case((Job.job_status == "completed", Job.total), else_=0)))`, ""],
  [`${job}q = select(func.avg(case((Job.job_status == "completed", Job.total), else_=0)))`, "wrong:5"],
  [`${job}q = select(func.sum(Job.total).filter(Job.job_status == "completed").label("t"))`, ""],
  [`${job}q = select(func.sum(Job.total)).where(text("job_status = 'completed'"))`, ""],
  [`${job}q = select(func.sum(Job.total)).where(some_filter(Job))`, "unproven:5"],
  [`${job}q = with_filters(select(func.sum(Job.total)))`, "wrong:5"],
  [
    `${job}q = select(func.sum(Job.total)).join(Customer, Customer.id == Job.customer_id).where(Job.job_status == "completed")`,
    "",
  ],
  [`${job}stmt = select(func.sum(Job.total))\nstmt = stmt.where(Job.job_status == "completed")\nsession.execute(stmt)`, ""],
  [
    `${job}stmt = select(func.sum(Job.total))\nif strict:\n    stmt = stmt.where(Job.job_status == "completed")\nsession.execute(stmt)`,
    "wrong:5",
  ],
  [
    `${job}def f(s, strict):\n    stmt = select(func.sum(Job.total))\n    if strict:\n        stmt = stmt.where(Job.status == "completed")\n    else:\n        stmt = stmt.where(Job.status.in_(("completed",)))\n    return s.execute(stmt)`,
    "",
  ],
  [`${job}done = select(Job).where(Job.job_status == "completed").subquery()\nq = select(func.sum(done.c.total))`, ""],
  [`${job}every = select(Job).subquery()\nq = select(func.sum(every.c.total))`, "wrong:6"],
  [`${job}DONE = Job.job_status == "completed"\nq = select(func.sum(Job.total)).where(DONE)`, ""],
  [
    `${job}class Status(str, Enum):\n    DONE = "completed"\nq = select(func.sum(Job.total)).where(Job.job_status == Status.DONE.value)`,
    "",
  ],
  [`${job}def f(s):\n    t = s.query(func.sum(Job.total)).scalar()\n    return t, 1`, "wrong:6"],
  [`${job}def f(s):\n    t = s.query(func.sum(Job.total)).scalar()\n    return {"t": t or 0}`, "wrong:6"],
  [`${job}def f(s):\n    q = s.query(Job.id, Job.total)\n    return [row for row in q]`, "wrong:6"],
  [
    `${job}def f(s):\n    t = s.query(func.sum(Job.total)).filter(Job.job_status == "completed").scalar()\n    return t.quantize(2)`,
    "",
  ],
  [
    `${job}def f():\n    rows = select(Job.total, Job.job_status).subquery()\n    return select(func.sum(rows.c.total)).select_from(rows).where(rows.c.job_status == "completed")`,
    "",
  ],
  [`${hybrid}q = select(func.sum(Job.total)).where(Job.is_done)`, ""],
  [`${hybrid}q = select(func.sum(Job.total)).where(~Job.is_done)`, "wrong:10"],
  [`${hybrid}j = aliased(Job)\nq = select(func.sum(j.total)).where(j.is_done)`, ""],
  [`${hybrid}q = select(func.sum(Job.total)).where(Job.is_late)`, "wrong:10"],
  [`${job}j = aliased(Job)\nq = select(func.sum(j.total)).where(j.status == "completed")`, ""],
  [`${core}q = select(func.sum(jobs.c.total)).where(jobs.c.job_status == "completed")`, ""],
  [`${core}q = select(func.sum(jobs.c.total)).where(jobs.c.completed_at != None)`, "wrong:2"],
  [`${core}q = select([func.sum(jobs.c.total)]).where(jobs.c.job_status == "completed").group_by(jobs.c.unit)`, ""],
];

describe("SQLAlchemy", () => {
  test.each(alchemy)("%s", async (text, expected) => expect(await said("a.py", text)).toBe(expected));
  test("a model of another file", async () => {
    const using = `from app.models import Job as J\nq = select(func.sum(J.total))`;
    expect(await said("report.py", using, { "app/models.py": job })).toBe("wrong:2");
    expect(await said("report.py", `${using}.where(J.job_status == "completed")`, { "app/models.py": job })).toBe("");
  });
});

const drizzleModel = `const titan = pgSchema("titan");\nexport const jobs = titan.table("jobs", { total: numeric("total"), jobStatus: text("job_status").notNull() });\n`;

const script: readonly (readonly [string, string])[] = [
  [`knex("titan.jobs").where({ job_status: "completed" }).sum("total")`, ""],
  [`knex("titan.jobs").where("job_status", "completed").sum("total as t").first()`, ""],
  [`knex("titan.jobs").where("job_status", "=", "completed").andWhere("total", ">", 5).sum("total")`, ""],
  [`knex("titan.jobs").whereNotNull("completed_at").sum("total")`, "wrong:1"],
  [`knex("titan.jobs").sum("total")`, "wrong:1"],
  [`knex("titan.jobs").where("job_status", "completed").orWhere("unit", "x").sum("total")`, "wrong:1"],
  [`knex("titan.jobs").where("unit", "x").orWhere("unit", "y").andWhere("job_status", "completed").sum("total")`, "wrong:1"],
  [`knex("titan.jobs").whereIn("job_status", ["completed"]).select("id", "total")`, ""],
  [`knex("titan.jobs").whereNot("job_status", "cancelled").sum("total")`, "wrong:1"],
  [`knex("titan.jobs").whereRaw("job_status = 'completed'").sum("total")`, ""],
  [`knex("titan.jobs").where("job_status", status).sum("total")`, "unproven:1"],
  [`knex("titan.jobs").where(function () { this.where("a", 1); }).sum("total")`, "unproven:1"],
  [`knex("titan.jobs").modify(onlyDone).sum("total")`, "unproven:1"],
  [`knex.select(knex.raw("SUM(total)")).from("titan.jobs").where({ job_status: "completed" })`, ""],
  [`knex.select(knex.raw("SUM(total)")).from("titan.jobs")`, "wrong:1"],
  [`knex.select(knex.raw("SUM(total) FILTER (WHERE job_status = 'completed') AS t")).from("titan.jobs")`, ""],
  [`knex.withSchema("titan").from("jobs").sum("total")`, "wrong:1"],
  [
    `knex("titan.jobs as j").join("customers as c", "c.id", "j.customer_id").where("j.job_status", "completed").sum("j.total")`,
    "",
  ],
  [`this.db("titan.jobs as j").where("j.job_status", "completed").whereBetween("j.day", [a, b]).sum("j.total")`, ""],
  [`this.db("titan.jobs as j").whereBetween("j.day", [a, b]).sum("j.total")`, "wrong:1"],
  [`knex("titan.jobs").whereColumn("total", ">", "hours").sum("total")`, "wrong:1"],
  [`const t = await knex("titan.jobs").sum("total");\nreturn { t };`, "wrong:1"],
  [`knex("titan.jobs").insert({ id: 1 })`, ""],
  [`knex("titan.jobs").count("*")`, ""],
  [`let q = knex("titan.jobs").sum("total");\nif (strict) q = q.where("job_status", "completed");\nawait run(q);`, "wrong:1"],
  [`const q = knex("titan.jobs").sum("total");\nawait q.where("job_status", "completed");`, ""],
  [`db.selectFrom("titan.jobs").select(({ fn }) => fn.sum("total").as("t")).where("job_status", "=", "completed").execute()`, ""],
  [`db.selectFrom("titan.jobs").select(({ fn }) => [fn.sum("total").as("t")]).execute()`, "wrong:1"],
  [`db.selectFrom("titan.jobs as j").selectAll().where("j.job_status", "=", "completed").execute()`, ""],
  [`db.selectFrom("titan.jobs as j").selectAll().execute()`, "wrong:1"],
  [
    `db.selectFrom("titan.jobs").select("total").where((eb) => eb.or([eb("job_status", "=", "completed"), eb("a", "=", 1)])).execute()`,
    "wrong:1",
  ],
  [
    `db.selectFrom("titan.jobs").select("total").where((eb) => eb.and([eb("job_status", "=", "completed"), eb("a", "=", 1)])).execute()`,
    "",
  ],
  [`${drizzleModel}db.select({ t: sum(jobs.total) }).from(jobs).where(eq(jobs.jobStatus, "completed"))`, ""],
  [`${drizzleModel}db.select({ t: sum(jobs.total) }).from(jobs)`, "wrong:3"],
  [`${drizzleModel}db.select().from(jobs).where(and(eq(jobs.jobStatus, "completed"), gt(jobs.total, 5)))`, ""],
  [`${drizzleModel}db.select().from(jobs).where(or(eq(jobs.jobStatus, "completed"), gt(jobs.total, 5)))`, "wrong:3"],
  [`${drizzleModel}db.select({ t: sql\`sum(\${jobs.total})\` }).from(jobs).where(sql\`\${jobs.jobStatus} = 'completed'\`)`, ""],
  [`${drizzleModel}db.select({ t: sql\`sum(\${jobs.total})\` }).from(jobs).where(isNotNull(jobs.completedAt))`, "wrong:3"],
  [`${drizzleModel}db.select({ t: sum(jobs.total) }).from(jobs).where(filters)`, "unproven:3"],
  [`${drizzleModel}db.query.jobs.findMany({ where: eq(jobs.jobStatus, "completed") })`, ""],
  [`${drizzleModel}db.query.jobs.findMany({ where: (j, { eq }) => eq(j.jobStatus, "completed") })`, ""],
  [`${drizzleModel}db.query.jobs.findMany({ where: (j, { ne }) => ne(j.jobStatus, "cancelled") })`, "wrong:3"],
  [`${drizzleModel}db.query.jobs.findMany({ where: inArray(jobs.jobStatus, ["completed", "paid"]) })`, "wrong:3"],
];

describe("Knex, Kysely and Drizzle", () => {
  test.each(script)("%s", async (text, expected) => expect(await said("a.ts", text)).toBe(expected));
  test("a table of another file", async () => {
    const using = `import { jobs } from "./schema.js";\nexport const q = db.select({ t: sum(jobs.total) }).from(jobs);`;
    expect(await said("report.ts", using, { "schema.ts": drizzleModel })).toBe("wrong:2");
  });
  test("a file's own table comes before one of the same name elsewhere", async () => {
    const using = `${drizzleModel}db.select({ t: sum(jobs.total) }).from(jobs).where(eq(jobs.jobStatus, "completed"));`;
    expect(await said("report.ts", using, { "z.ts": `const jobs = pgTable("jobs", {});`, "z.py": core })).toBe("");
  });
});
