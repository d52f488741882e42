import { activeRule, lintTexts } from "@failcheck/core/testing";
import { expect, test } from "vitest";
import { missingInsertColumn } from "./missing-insert-column.ts";
import { unfilteredRevenue } from "./unfiltered-revenue.ts";

const revenue = {
  tables: { "titan.jobs": { columns: ["total"], key: "id" } },
  require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'",
  searchPath: ["titan"],
};

function notebook(...cells: readonly (readonly string[])[]): string {
  const made = cells.map((source) => ({ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source }));
  const note = { cell_type: "markdown", metadata: {}, source: ["SELECT SUM(total) FROM titan.jobs"] };
  return JSON.stringify({ cells: [note, ...made], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/** The words that each finding points at. */
async function pointedAt(text: string): Promise<string[]> {
  const rules = [
    activeRule(unfilteredRevenue, revenue),
    activeRule(missingInsertColumn, { tables: { "titan.*": ["created_at"] } }),
  ];
  const { findings, failures } = await lintTexts(rules, { after: { "a.ipynb": text } });
  expect(failures).toEqual([]);
  const lines = text.split("\n");
  return findings.map((found) => (lines[found.line - 1] ?? "").slice(found.column - 1, found.endColumn - 1));
}

test("code cells are a program, and their places are the notebook's", async () => {
  const wrong = notebook(
    ["%matplotlib inline\n", "!pip install pandas\n", "import pandas as pd"],
    ['q = """SELECT \\"é\\",\n', "  SUM(total)\n", 'FROM titan.jobs"""\n', "pd.read_sql(q, conn)"],
  );
  expect(await pointedAt(wrong)).toEqual(["SUM(total)"]);
  const right = notebook(
    ["DONE = \"job_status = 'completed'\"\n"],
    ['pd.read_sql(f"SELECT SUM(total) FROM titan.jobs WHERE {DONE}", conn)'],
  );
  expect(await pointedAt(right)).toEqual([]);
});

test("cells that go to the database as they are", async () => {
  expect(await pointedAt(notebook(["%%sql postgresql://\n", "SELECT SUM(total)\n", "FROM titan.jobs"]))).toEqual(["SUM(total)"]);
  expect(await pointedAt(notebook(["%sql SELECT SUM(total) FROM titan.jobs"]))).toEqual(["SUM(total)"]);
  expect(await pointedAt(notebook(["%%sql\n", "INSERT INTO titan.jobs (id) VALUES (1)"]))).toEqual(["titan.jobs"]);
});

test("what is no notebook, or half of one", async () => {
  expect(await pointedAt('{"cells": [{"cell_type": "code", "source": ["titan.jobs')).toEqual([]);
  expect(await pointedAt('["titan.jobs"]')).toEqual([]);
});
