import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { missingInsertColumn } from "./missing-insert-column.ts";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";
import { unprovenRevenue } from "./unproven-revenue.ts";

const revenue = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

async function said(text: string, path = "a.sql"): Promise<string> {
  const rules = [
    activeRule(unfilteredRevenue, revenue),
    activeRule(unprovenRevenue, revenue),
    activeRule(missingInsertColumn, { tables: { "titan.*": ["created_at"] } }),
  ];
  const { findings, failures } = await lintTexts(rules, { after: { [path]: text } });
  expect(failures).toEqual([]);
  const names: Record<string, string> = { "sql/unproven-revenue": "unproven", "sql/unfiltered-revenue": "wrong" };
  return findings.map(({ rule, line }) => `${names[rule] ?? "missing"}:${line}`).join(" ");
}

const routine = (body: string, declare = "v numeric;") =>
  `CREATE OR REPLACE FUNCTION titan.f(p_status text, p_day date) RETURNS numeric LANGUAGE plpgsql AS $$\nDECLARE ${declare}\nBEGIN\n${body}\nEND;\n$$;`;

test.each([
  [routine("SELECT SUM(total) INTO v FROM titan.jobs; RETURN v;"), "wrong:4"],
  [routine("SELECT SUM(total) INTO STRICT v FROM titan.jobs WHERE job_status = 'completed'; RETURN v;"), ""],
  [routine("SELECT SUM(total) INTO v FROM titan.jobs WHERE job_status = p_status;"), "unproven:4"],
  [routine("SELECT SUM(total) INTO v FROM titan.jobs WHERE job_status = 'completed' AND day = p_day;"), ""],
  [routine("v := (SELECT SUM(total) FROM titan.jobs);"), "wrong:4"],
  [routine("v := COALESCE((SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed'), 0);"), ""],
  [routine("RETURN QUERY SELECT total FROM titan.jobs;"), "wrong:4"],
  [routine("FOR r IN SELECT total FROM titan.jobs WHERE job_status = 'completed' LOOP\n v := v + r.total;\nEND LOOP;"), ""],
  [routine("FOR r IN SELECT total FROM titan.jobs LOOP\n v := v + r.total;\nEND LOOP;"), "wrong:4"],
  [routine("IF p_day IS NULL THEN\n SELECT SUM(total) INTO v FROM titan.jobs;\nELSE\n v := 0;\nEND IF;"), "wrong:5"],
  [routine("IF (SELECT SUM(total) FROM titan.jobs) > 5 THEN v := 1; END IF;"), "wrong:4"],
  [routine("PERFORM SUM(total) FROM titan.jobs;"), "wrong:4"],
  [routine("EXECUTE 'SELECT SUM(total) FROM titan.jobs' INTO v;"), "wrong:4"],
  [routine("EXECUTE 'SELECT SUM(total) FROM titan.jobs WHERE ' || p_status INTO v;"), "unproven:4"],
  [routine("EXECUTE format('SELECT SUM(total) FROM titan.jobs WHERE %s', p_status) INTO v;"), "unproven:4"],
  [routine("INSERT INTO titan.jobs (id) VALUES (1);"), "missing:4"],
  [routine("INSERT INTO titan.jobs (id, created_at) VALUES (1, now()) RETURNING id INTO v;"), ""],
  ["DO $$ BEGIN\n INSERT INTO titan.jobs (id) VALUES (1);\nEND $$;", "missing:2"],
  ["DO $x$\nDECLARE v numeric;\nBEGIN\n  SELECT SUM(total) INTO v FROM titan.jobs;\nEND $x$;", "wrong:4"],
  ["CREATE FUNCTION g() RETURNS numeric LANGUAGE sql AS $$\nSELECT SUM(total) FROM titan.jobs\n$$;", "wrong:2"],
  [
    "CREATE FUNCTION g(s text) RETURNS numeric LANGUAGE sql AS $$ SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed' $$;",
    "",
  ],
])("%s", async (text, expected) => expect(await said(text)).toBe(expected));

test("a routine in a migration", async () => {
  const text = 'op.execute("""\nDO $$ BEGIN\n  INSERT INTO titan.jobs (id) VALUES (1);\nEND $$;\n""")';
  expect(await said(text, "m.py")).toBe("missing:3");
});
