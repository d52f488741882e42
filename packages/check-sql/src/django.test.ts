import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const options = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" }, shop_sale: { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

const models = `class Job(models.Model):
    total = models.DecimalField()
    status = models.CharField(max_length=9, db_column="job_status")
    class Meta:
        db_table = 'titan"."jobs'

class Sale(models.Model):
    class Meta:
        app_label = "shop"
`;

async function said(query: string): Promise<string> {
  const rules = [activeRule(unfilteredRevenue, options), activeRule(unprovenRevenue, options)];
  const after = { "models.py": models, "views.py": `from models import Job, Sale\nfound = ${query}\n` };
  const { findings, failures } = await lintTexts(rules, { after });
  expect(failures).toEqual([]);
  return findings.map(({ rule, line }) => `${rule === "sql/unproven-revenue" ? "unproven" : "wrong"}:${line}`).join(" ");
}

test.each([
  [`Job.objects.filter(status="completed").aggregate(Sum("total"))`, ""],
  [`Job.objects.aggregate(Sum("total"))`, "wrong:2"],
  [`Job.objects.aggregate(t=Sum("total", filter=Q(status="completed")))`, ""],
  [`Job.objects.exclude(status="cancelled").aggregate(Sum("total"))["total__sum"]`, "wrong:2"],
  [`Job.objects.exclude(~Q(status="completed")).aggregate(Sum("total"))`, ""],
  [`Job.objects.filter(status__in=["completed"]).values("customer").annotate(t=Sum("total"))`, ""],
  [`Job.objects.values("customer").annotate(t=Sum("total")).order_by("-t")`, "wrong:2"],
  [`Job.objects.filter(Q(status="completed") | Q(unit=1)).aggregate(Avg("total"))`, "wrong:2"],
  [`Job.objects.filter(Q(status="completed") & Q(customer__name="x")).aggregate(Avg("total"))`, ""],
  [`Job.objects.aggregate(t=Sum(Case(When(status="completed", then=F("total")), default=Value(0))))`, ""],
  [`Job.objects.aggregate(t=Coalesce(Sum(F("total") * F("rate")), 0))`, "wrong:2"],
  [`Job.objects.filter(status=status).aggregate(Sum("total"))`, "unproven:2"],
  [`Job.objects.completed().aggregate(Sum("total"))`, "unproven:2"],
  [`Job.done.aggregate(Sum("total"))`, "unproven:2"],
  [`Job.objects.filter(**given).aggregate(Sum("total"))`, "unproven:2"],
  [`Job.objects.filter(status="cancelled").count()`, ""],
  [`Sale.objects.aggregate(Sum("total"))`, "wrong:2"],
])("%s", async (query, expected) => expect(await said(query)).toBe(expected));
