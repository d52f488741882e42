import type { CreateAs, CreateTable, Dialect, SqlTree, Statement, TableName } from "@failcheck/languages/sql";

/** The columns of a table, as far as they are known. */
export interface KnownColumns {
  readonly names: readonly string[];
  /** The table has further columns. */
  readonly open: boolean;
}

/** What CREATE statements tell: the text of views, the columns of tables. */
export interface Catalog {
  readonly view: (schema: string | undefined, name: string) => CreateAs | undefined;
  readonly columns: (schema: string | undefined, name: string) => KnownColumns | undefined;
  /** The names of the views, which a query may speak of instead of a table. */
  readonly views: readonly string[];
  /** No two views have the same name, so that a view means the same at every place. */
  readonly distinct: boolean;
}

/** A statement that may define a view or a table: matches `CREATE OR REPLACE VIEW v`, not `SELECT 1`. */
const definition = /^\s{0,100}(?:create|select)\b/i;

/** A file that may define something; dbt makes a view of it under this name. */
export interface Definer {
  readonly tree: SqlTree;
  readonly model?: string | undefined;
}

/** Statements that make something. */
export function definitionsIn(definers: readonly Definer[], dialect: Dialect): Statement[] {
  return definers.flatMap(({ tree, model }) => {
    if (model !== undefined) return modelOf(tree, model, dialect);
    const texts = tree.texts.filter((text) => definition.test(text.text) && /create|into/i.test(text.text));
    return texts.flatMap((text) => text.read(dialect).statements);
  });
}

/** The view that dbt makes of a file's query. */
function modelOf(tree: SqlTree, name: string, dialect: Dialect): Statement[] {
  const [first] = tree.texts;
  const statement = first?.read(dialect).statements[0];
  if (first === undefined || statement?.kind !== "query") return [];
  const table = { schema: undefined, name, at: first.at };
  return [{ kind: "createAs", at: first.at, what: "view", table, columns: [], query: statement.query }];
}

/** Where something is defined more than once, the last definition counts. */
export function makeCatalog(statements: readonly Statement[], altered: ReadonlySet<string> = new Set()): Catalog {
  const views = viewsIn(statements);
  const tables = byName(statements.flatMap((statement): CreateTable[] => (statement.kind === "createTable" ? [statement] : [])));
  return {
    view: (schema, name) => views.get(name)?.findLast((view) => matches(view.table, schema, name)),
    columns: (schema, name) => {
      const table = tables.get(name)?.findLast((one) => matches(one.table, schema, name));
      return table && { names: table.columns.map((column) => column.name), open: altered.has(name) };
    },
    views: [...views.keys()],
    distinct: [...views.values()].every(({ length }) => length === 1),
  };
}

/** What counts at a place of a file that defines views itself: of those, the last one before the place, where there is one. */
export function catalogsIn(catalog: Catalog, own: readonly Statement[]): (place: number) => Catalog {
  const views = viewsIn(own);
  if (views.size === 0) return () => catalog;
  return (place) => ({
    ...catalog,
    view: (schema, name) =>
      views.get(name)?.findLast((view) => view.at[0] < place && matches(view.table, schema, name)) ?? catalog.view(schema, name),
  });
}

function viewsIn(statements: readonly Statement[]): Map<string, CreateAs[]> {
  return byName(statements.flatMap((statement): CreateAs[] => (statement.kind === "createAs" ? [statement] : [])));
}

function byName<Definition extends CreateAs | CreateTable>(definitions: readonly Definition[]): Map<string, Definition[]> {
  const found = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const same = found.get(definition.table.name) ?? [];
    same.push(definition);
    found.set(definition.table.name, same);
  }
  return found;
}

function matches(table: TableName, schema: string | undefined, name: string): boolean {
  return table.name === name && (schema === undefined || table.schema === undefined || table.schema === schema);
}
