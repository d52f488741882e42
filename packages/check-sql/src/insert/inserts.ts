import type { Problem, Range } from "@failcheck/core";
import type {
  Dialect,
  Expression,
  ModelTable,
  Query,
  SqlText,
  SqlTree,
  Statement,
  TableName,
  With,
} from "@failcheck/languages/sql";

/** One INSERT in whatever form: INSERT itself, the INSERT of a MERGE, COPY FROM, a call that writes rows. */
export interface Insertion {
  readonly form: string;
  readonly table: Pick<TableName, "schema" | "name" | "at">;
  /** Undefined where it names none. */
  readonly columns: readonly string[] | undefined;
  /** The value that each row gives to a column; undefined where that cannot be read. */
  readonly values: (index: number) => readonly (Expression | undefined)[];
  /** The columns are put together when the program runs. */
  readonly dynamic: boolean;
}

const none: Insertion["values"] = () => [];

/** Every INSERT of a statement, also those within WITH. */
function* insertionsOf(statement: Statement): Generator<Insertion> {
  for (const item of itemsOf(statement)) yield* insertionsOf(item.body);
  switch (statement.kind) {
    case "insert": {
      const { source, table, columns } = statement;
      const names = columns?.map((column) => column.name);
      const values = source === undefined ? none : (index: number) => valuesOf(source, index);
      yield { form: "INSERT", table, columns: names, values, dynamic: isDynamic(names) };
      return;
    }
    case "copy":
      if (statement.direction === "from" && statement.table !== undefined) {
        const names = statement.columns?.map((column) => column.name);
        yield { form: "COPY", table: statement.table, columns: names, values: none, dynamic: isDynamic(names) };
      }
      return;
    case "merge":
      for (const clause of statement.clauses) {
        if (clause.action !== "insert") continue;
        const names = clause.columns?.map((column) => column.name);
        const values = (index: number) => clause.values.slice(index, index + 1);
        yield { form: "MERGE", table: statement.target.table, columns: names, values, dynamic: isDynamic(names) };
      }
      return;
    default:
      return;
  }
}

/** Names that stand for what the program puts in. */
function isDynamic(names: readonly string[] | undefined): boolean {
  return names?.some((name) => name.startsWith("put_in")) === true;
}

function itemsOf(statement: Statement): readonly With[] {
  if (statement.kind === "query" || statement.kind === "createAs") return statement.query.with;
  if (statement.kind === "insert") return [...statement.with, ...(statement.source?.with ?? [])];
  return "with" in statement ? statement.with : [];
}

function valuesOf(query: Query, index: number): readonly (Expression | undefined)[] {
  if (query.kind === "set") return [...valuesOf(query.left, index), ...valuesOf(query.right, index)];
  if (query.kind === "values") return query.rows.map((row) => row[index]);
  const stars = query.targets.slice(0, index + 1).some(({ value }) => value.kind === "star");
  return [stars ? undefined : query.targets[index]?.value];
}

/** An INSERT that the server's grammar does not read, most often because its columns are put in: matches `insert into titan.jobs ${…}`. */
const insertInto = /\binsert\s{1,20}into\s{1,20}("?[\w$]{1,63}"?\s?\.\s?)?("?[\w$]{1,63}"?)/i;

/** What a text that cannot be read would insert into, with the place of the trouble. */
function unreadInsertion(text: string, at: Range): Insertion | undefined {
  const found = insertInto.exec(text);
  if (found === null) return undefined;
  const clean = (part: string | undefined): string | undefined => part?.replaceAll(/["\s.]/g, "").toLowerCase();
  return {
    form: "INSERT",
    table: { schema: clean(found[1]), name: clean(found[2]) ?? "", at },
    columns: undefined,
    values: none,
    dynamic: true,
  };
}

/** The texts that may insert into one of these tables. */
function candidates(tree: SqlTree, mentions: readonly string[]): readonly SqlText[] {
  return tree.texts.filter(({ text }) => {
    const lower = text.toLowerCase();
    return mentions.some((name) => lower.includes(name)) && /\b(?:insert|replace|copy|merge)\b/.test(lower);
  });
}

/** Why texts that may insert into one of these tables cannot be read. */
export function unreadIn(tree: SqlTree, mentions: readonly string[], dialect: Dialect): Problem[] {
  return candidates(tree, mentions).flatMap((text) => text.read(dialect).problems.slice(0, 1));
}

/** All that a file inserts. */
export function* insertionsIn(
  tree: SqlTree,
  models: ReadonlyMap<string, ModelTable>,
  mentions: readonly string[],
  dialect: Dialect,
): Generator<Insertion> {
  for (const text of candidates(tree, mentions)) {
    const { statements, problems } = text.read(dialect);
    for (const statement of statements) yield* insertionsOf(statement);
    const unread = problems[0] === undefined ? undefined : unreadInsertion(text.text, problems[0].at);
    if (unread !== undefined) yield unread;
  }
  for (const { at, schema, name, columns, form, open } of tree.writes(models)) {
    yield { form, table: { schema, name, at }, columns, values: none, dynamic: open || columns === undefined };
  }
}
