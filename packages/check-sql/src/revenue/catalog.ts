import type { CreateAs, SqlTree, Statement } from "@failcheck/languages/sql";

/** What CREATE statements tell: the text of views, the columns of tables. */
export interface Catalog {
  readonly view: (schema: string | undefined, name: string) => CreateAs | undefined;
  readonly columns: (schema: string | undefined, name: string) => readonly string[] | undefined;
  /** The names of the views, which a query may speak of instead of a table. */
  readonly views: readonly string[];
}

/** A statement that may define a view or a table: matches `CREATE OR REPLACE VIEW v`, not `SELECT 1`. */
const definition = /^\s{0,100}create\b/i;

/** Gathers what a file defines; `speaks` says which views could matter. */
export function catalogOf(tree: SqlTree): Catalog {
  const statements = tree.texts.filter((text) => definition.test(text.text)).flatMap((text) => text.read("postgres").statements);
  return makeCatalog(statements);
}

export function makeCatalog(statements: readonly Statement[]): Catalog {
  const views = statements.flatMap((statement) => (statement.kind === "createAs" ? [statement] : []));
  const tables = statements.flatMap((statement) => (statement.kind === "createTable" ? [statement] : []));
  const matches = (table: CreateAs["table"], schema: string | undefined, name: string): boolean =>
    table.name === name && (schema === undefined || table.schema === undefined || table.schema === schema);
  return {
    view: (schema, name) => views.find((view) => matches(view.table, schema, name)),
    columns: (schema, name) => tables.find((table) => matches(table.table, schema, name))?.columns.map((column) => column.name),
    views: views.map((view) => view.table.name),
  };
}
