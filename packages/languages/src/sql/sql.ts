import type { Language, Problem, Range } from "@failcheck/core";
import { python } from "../python/python.ts";
import { typescript } from "../typescript/typescript.ts";
import type { SyntaxNode } from "../code/node.ts";
import type { Statement } from "./query.ts";

/** PostgreSQL is read with its own grammar, the others with that of node-sql-parser. */
export const dialects = [
  "postgres",
  "mysql",
  "mariadb",
  "sqlite",
  "bigquery",
  "snowflake",
  "redshift",
  "transactsql",
  "trino",
  "hive",
] as const;

export type Dialect = (typeof dialects)[number];

/** What the parser made of one text: a statement in most cases, none where the text has problems. */
export interface Reading {
  readonly statements: readonly Statement[];
  /** The texts that stand in it between quotes. */
  readonly literals: readonly string[];
  /** Pieces whose meaning the front end does not know: what rests on them is not proven. */
  readonly unsure: readonly string[];
  /** What another grammar made of the same text; where it sees a wrong figure, the first is not to be believed. */
  readonly second?: Reading;
  readonly problems: readonly Problem[];
}

/** One statement's text. It is read only when a rule asks, so that a dump costs nothing where no rule cares. */
export interface SqlText {
  readonly text: string;
  /** Where it stands in the holding file. */
  readonly at: Range;
  read(dialect: Dialect): Reading;
}

/** A call that writes rows without SQL text: `frame.to_sql("jobs", schema="titan")`, `knex("titan.jobs").insert({ … })`. */
export interface Write {
  readonly at: Range;
  readonly form: string;
  readonly schema: string | undefined;
  readonly name: string;
  /** The columns it fills, where they can be read. */
  readonly columns: readonly string[] | undefined;
  /** Something else may fill further columns: the defaults of a model. */
  readonly open: boolean;
}

/** What a class or constant of a program stands for in the database. */
export interface ModelTable {
  readonly schema: string | undefined;
  readonly name: string;
  /** Columns whose names differ between the program and the database. */
  readonly columns: ReadonlyMap<string, string>;
  /** Attributes that stand for an expression, as `hybrid_property` makes them, with what they give. */
  readonly computed?: ReadonlyMap<string, SyntaxNode>;
}

/** A step that a migration takes through a library: a table made, columns made unique. */
export interface MigrationStep {
  readonly at: Range;
  readonly kind: "creates" | "unique";
  readonly table: string;
  readonly columns: readonly string[];
}

/** The SQL of a file: all of a `.sql` file, the strings that hold SQL in a program. */
export interface SqlTree {
  readonly texts: readonly SqlText[];
  readonly steps: readonly MigrationStep[];
  /** The classes and constants of a program that stand for tables, by name. */
  readonly models: ReadonlyMap<string, ModelTable>;
  /** Calls that write rows without SQL text, where these models are known. */
  writes(models: ReadonlyMap<string, ModelTable>): readonly Write[];
  /** Queries that a program builds without SQL text, where these models are known. */
  built(models: ReadonlyMap<string, ModelTable>): readonly SqlText[];
  readonly problems: readonly Problem[];
}

/** Starts what reads a dialect, ahead of the first text, so that it loads while other things do. */
export async function headStart(dialect: Dialect): Promise<void> {
  if (dialect !== "postgres") (await import("./foreign/dialect-parser.ts")).startDialect(dialect);
  await (await import("./postgres-parser.ts")).loadPostgres();
}

/** Files that hold nothing but SQL. */
export const sql: Language<SqlTree> = {
  id: "sql",
  matches: (path) => path.endsWith(".sql"),
  load: async () => (await import("./sql-parser.ts")).loadSql(),
};

/** SQL in the strings of Python programs. */
export const pythonSql: Language<SqlTree> = {
  id: "python-sql",
  matches: (path) => python.matches(path),
  load: async () => (await import("./python-sql-parser.ts")).loadPythonSql(),
};

/** SQL in the strings of TypeScript and JavaScript programs. */
export const typescriptSql: Language<SqlTree> = {
  id: "typescript-sql",
  matches: (path) => typescript.matches(path),
  load: async () => (await import("./typescript-sql-parser.ts")).loadTypeScriptSql(),
};

/** SQL in the code cells of Jupyter notebooks. */
export const notebookSql: Language<SqlTree> = {
  id: "notebook-sql",
  matches: (path) => path.endsWith(".ipynb"),
  load: async () => (await import("./notebook-sql-parser.ts")).loadNotebookSql(),
};
