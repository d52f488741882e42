/**
 * What a commit with SQL costs: a query that names no table of the configuration, one that does (the parser and the first
 * verdict on top), the hand-written queries of the agreement test, a view that others read, and a dialect with its own thread.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bareNode, compare, failcheck, scratch, table } from "./measure.mjs";

const { root, git, write, commit } = scratch();
const config = (dialect) => `rules:
  sql/unfiltered-revenue:
    tables: { titan.jobs: { columns: [total, amount], key: id } }
    require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'"
    searchPath: [titan]
    dialect: ${dialect}
`;
const queries = readFileSync(join(import.meta.dirname, "../sql/queries.sql"), "utf8");
const count = queries.split("\n").filter((line) => line !== "" && !line.startsWith("--")).length;

write("failcheck.yaml", config("postgres"));
write("views.sql", "CREATE VIEW done AS SELECT * FROM titan.jobs WHERE job_status = 'completed';\n");
commit("first");

/** One staged file, measured by itself. */
function measured(name, path, text, expected) {
  git("reset", "-q", "--hard");
  write(path, text);
  git("add", "-A");
  const run = [process.execPath, [failcheck, "staged", "--only", "sql/*"], expected];
  const medians = compare({ "node -e 0": bareNode, [name]: run }, root, 7);
  table({ [name]: medians[name] }, medians["node -e 0"]);
  return medians[name];
}

const none = measured("no table of the configuration", "q.sql", "SELECT 1 FROM other;\n", 0);
const one = measured("one right query", "q.sql", "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed';\n", 0);
const all = measured(`${count} queries`, "q.sql", queries, 1);
measured("a query of a view", "q.sql", "SELECT SUM(total) FROM done;\n", 0);
write("failcheck.yaml", config("mysql"));
commit("mysql");
measured("one right query, mysql", "q.sql", "SELECT SUM(total) FROM titan.jobs WHERE job_status = 'completed';\n", 0);
console.log(`parser and first verdict: ${(one - none).toFixed(1)} ms; a statement: ${((all - one) / (count - 1)).toFixed(2)} ms`);
rmSync(root, { recursive: true, force: true });
