import type { Call, Class, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { plainText } from "../code/strings.ts";
import type { ModelTable } from "./sql.ts";

/** A string literal's text. */
export function textOf(node: SyntaxNode | undefined, tree: CodeTree): string | undefined {
  const literal = node === undefined ? undefined : tree.stringAt(node);
  return literal === undefined ? undefined : plainText(literal);
}

/** `titan.jobs` in two parts. */
export function tableOf(
  name: string,
  schema: string | undefined,
): { readonly schema: string | undefined; readonly name: string } {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? { schema, name } : { schema: name.slice(0, dot), name: name.slice(dot + 1) };
}

/** SQLAlchemy's classes and tables, and Drizzle's tables: what they are called in the program, and in the database. */
export function modelsOf(tree: CodeTree): Map<string, ModelTable> {
  const models = new Map<string, ModelTable>();
  if (!/__tablename__|db_table|app_label|[tT]able\(/.test(tree.text)) return models;
  for (const found of tree.classes) {
    const model = mappedClass(found, tree);
    if (found.name !== undefined && model !== undefined) models.set(found.name, model);
  }
  const calls = new Map([...tree.calls()].map((call) => [call.node, call]));
  for (const { target, value } of tree.assignments) {
    const call = value === undefined ? undefined : calls.get(value);
    const model = call === undefined ? undefined : declaredTable(call, tree);
    if (model !== undefined) models.set(target.text, model);
  }
  return models;
}

/** Matches `__tablename__ = "jobs"` and `"schema": "titan"`. */
const tableName = /\b__tablename__\s{0,9}(?::[^=\n]{0,60})?=\s{0,9}["']([\w.]{1,130})["']/;
const schemaName = /["']schema["']\s{0,9}:\s{0,9}["'](\w{1,63})["']/;

/** A column with a name of its own: matches `status = Column("job_status", String)` and `status: Mapped[str] = mapped_column("job_status")`. */
const namedColumn =
  /^(\w{1,63})\s{0,9}(?::[^=]{0,200})?=\s{0,9}(?:[\w.]{1,63}\.)?(?:Column|mapped_column)\(\s{0,99}["'](\w{1,63})["']/;

/** The table in Django's `class Meta`: matches `db_table = "jobs"` and `db_table = 'titan"."jobs'`. */
const metaTable = /\bdb_table\s{0,9}=\s{0,9}["']([\w."\\]{1,130})["']/;
const metaApp = /\bapp_label\s{0,9}=\s{0,9}["'](\w{1,63})["']/;

/** A field with a column of its own: matches `status = models.CharField(max_length=20, db_column="job_status")`. */
const djangoColumn = /^(\w{1,63})\s{0,9}=\s{0,9}[\w.]{1,63}Field\([^\n]{0,300}\bdb_column\s{0,9}=\s{0,9}["'](\w{1,63})["']/;

/** A model of Django: the table that Meta names, or that the app and the class give. */
function djangoModel(own: string | undefined, body: Class["body"], text: string): ModelTable | undefined {
  const app = metaApp.exec(text)?.[1];
  const table = metaTable.exec(text)?.[1] ?? (app && own && `${app}_${own.toLowerCase()}`);
  if (table === undefined || table === "") return undefined;
  const named = body.flatMap((statement) => {
    const [, field, column] = djangoColumn.exec(statement.text) ?? [];
    return field === undefined || column === undefined ? [] : [[field, column] as const];
  });
  return { ...tableOf(table.replaceAll(/["\\]/g, ""), undefined), columns: new Map(named) };
}

function mappedClass({ name: own, body, node }: Class, tree: CodeTree): ModelTable | undefined {
  const text = body.map((statement) => statement.text).join("\n");
  const table = tableName.exec(text)?.[1];
  if (table === undefined && /\b(?:db_table|app_label)\b/.test(text)) return djangoModel(own, body, text);
  if (table === undefined) return undefined;
  const columns = new Map<string, string>();
  for (const statement of body) {
    const [, attribute, column] = namedColumn.exec(statement.text) ?? [];
    if (attribute !== undefined && column !== undefined) columns.set(attribute, column);
  }
  return { ...tableOf(table, schemaName.exec(text)?.[1]), columns, computed: computedIn(node, tree) };
}

/** A decorator that makes an attribute of a method: matches `@hybrid_property`, `@is_done.expression` and `@x.inplace.expression`. */
const hybrid = /^@?(?:(?:\w{1,63}\.){0,2}hybrid_property\b|(\w{1,63})(?:\.inplace)?\.expression\b)/;

/** What `@hybrid_property` methods give; `.expression` is what a query gets. */
function computedIn(holder: SyntaxNode, tree: CodeTree): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  for (const { node, name, decorators } of tree.functions) {
    if (name === undefined || node.at[0] < holder.at[0] || node.at[1] > holder.at[1]) continue;
    const made = decorators.map((decorator) => hybrid.exec(decorator.text)).find((one) => one !== null);
    const given = made === undefined ? undefined : returned(node);
    if (made !== undefined && given !== undefined) found.set(made[1] ?? name, given);
  }
  return found;
}

/** What a function gives that does nothing but return. */
function returned(node: SyntaxNode): SyntaxNode | undefined {
  const statements = node.child("body")?.children ?? [];
  const last = statements.at(-1);
  const others = statements
    .slice(0, -1)
    .filter(({ type, children }) => type !== "expression_statement" || children[0]?.type !== "string");
  return last?.type === "return_statement" && others.length === 0 ? last.children[0] : undefined;
}

const makers = new Set(["Table", "table", "pgTable", "mysqlTable", "sqliteTable"]);

/** `Table("jobs", metadata, schema="titan")`, `pgTable("jobs", { … })` and `titan.table("jobs", { … })`. */
function declaredTable(call: Call, tree: CodeTree): ModelTable | undefined {
  if (call.method === undefined || !makers.has(call.method)) return undefined;
  const table = textOf(call.args[0]?.node, tree);
  if (table === undefined) return undefined;
  const schema = textOf(call.args.find((arg) => arg.name === "schema")?.node, tree) ?? schemaOf(call.receiver, tree);
  return { ...tableOf(table, schema), columns: columnsOf(call.args[1]?.node, tree) };
}

/** `const titan = pgSchema("titan")`. */
function schemaOf(holder: SyntaxNode | undefined, tree: CodeTree): string | undefined {
  if (holder === undefined) return undefined;
  const made = tree.assignments.find(({ target }) => target.text === holder.text)?.value;
  return made?.type === "CallExpression" ? textOf(made.all("arguments")[0], tree) : undefined;
}

/** `{ jobStatus: text("job_status") }`. */
function columnsOf(node: SyntaxNode | undefined, tree: CodeTree): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  if (node?.type !== "ObjectExpression") return columns;
  for (const property of node.children) {
    const key = property.child("key")?.text;
    let value = property.child("value");
    while (value?.child("callee")?.child("object")?.type === "CallExpression") value = value.child("callee")?.child("object");
    const column = textOf(value?.all("arguments")[0], tree);
    if (key !== undefined && column !== undefined) columns.set(key, column);
  }
  return columns;
}
