import { fileRule } from "@failcheck/core";
import type { Range, Report } from "@failcheck/core";
import { pythonSql, sql } from "@failcheck/languages/sql";
import type { SqlTree, Statement, TableName } from "@failcheck/languages/sql";

/** A step of a migration that matters here, in the order of the file. */
interface Step {
  readonly at: Range;
  readonly kind: "cleans" | "creates" | "unique";
  readonly table: string;
  readonly columns: readonly string[];
}

/** Reports a unique constraint over rows that nobody has cleaned up. */
export const uniqueWithoutCleanup = fileRule<SqlTree>({
  id: "sql/unique-without-cleanup",
  title: "A migration removes duplicate rows before it makes a column unique.",
  incidents: ["Z-0077"],
  reads: [sql, pythonSql],
  mentions: () => ["unique"],
  *check(tree) {
    yield* uncleaned(stepsOf(tree));
  },
});

function* uncleaned(steps: readonly Step[]): Generator<Report> {
  for (const [index, { kind, table, columns, at }] of steps.entries()) {
    if (kind !== "unique" || columns.length === 0) continue;
    const earlier = steps.slice(0, index).filter((step) => step.table === table);
    if (earlier.some((step) => step.kind === "creates" || (step.kind === "cleans" && touches(step, columns)))) continue;
    const list = columns.join(", ");
    yield {
      at,
      message: `${table} (${list}) becomes unique, and no statement before it removes duplicates`,
      help: `Delete or merge the rows of ${table} that share ${list} first, in the same migration.`,
    };
  }
}

/** A DELETE or UPDATE cleans if it speaks of one of the columns. */
function touches(step: Step, columns: readonly string[]): boolean {
  return columns.some((column) => step.columns.includes(column));
}

/** A word of a statement: matches `primary_wallet`. */
const word = /[\p{L}_][\p{L}\p{N}_]{0,62}/gu;

function stepsOf(tree: SqlTree): Step[] {
  const steps = tree.steps.map(({ at, kind, table, columns }): Step => ({ at, kind, table, columns }));
  for (const text of tree.texts) {
    if (!/\b(?:unique|delete|update|create|merge|truncate)\b/i.test(text.text.slice(0, 20_000))) continue;
    for (const statement of text.read("postgres").statements) steps.push(...stepOf(statement, text.text));
  }
  return steps.sort((one, other) => one.at[0] - other.at[0]);
}

function stepOf(statement: Statement, text: string): Step[] {
  const words = text.toLowerCase().match(word) ?? [];
  switch (statement.kind) {
    case "addUnique":
      return [{ at: statement.at, kind: "unique", table: nameOf(statement.table), columns: statement.columns }];
    case "createTable":
    case "createAs":
      return [{ at: statement.at, kind: "creates", table: nameOf(statement.table), columns: [] }];
    case "delete":
    case "update":
    case "merge":
      return [{ at: statement.at, kind: "cleans", table: nameOf(statement.target.table), columns: words }];
    case "query":
      return statement.query.with.flatMap((item) => (item.body.kind === "query" ? [] : stepOf(item.body, text)));
    default:
      return [];
  }
}

function nameOf({ schema, name }: TableName): string {
  return schema === undefined || schema === "public" ? name : `${schema}.${name}`;
}
