import type { Expression } from "../expression.ts";
import type { Assignment, CreateTable, Insert, Query, Statement, TableSource } from "../query.ts";
import { isNode, listAt, nameIn, nodeAt, textAt } from "./node.ts";
import type { ForeignNode } from "./node.ts";
import { readFrom, readTableName } from "./query.ts";
import type { ForeignReader } from "./reader.ts";

/** One statement; undefined for a kind that is better left to another grammar. */
export function readForeignStatement(reader: ForeignReader, node: ForeignNode): Statement | undefined {
  switch (node.type) {
    case "select":
      return { kind: "query", query: reader.query(node) };
    case "insert":
    case "replace":
      return readInsert(reader, node);
    case "update":
    case "delete":
      return readChange(reader, node);
    case "create":
      return readCreate(reader, node);
    default:
      return undefined;
  }
}

const insertKeys = "table columns values on_duplicate_update conflict returning set partition with".split(" ");

function readInsert(reader: ForeignReader, node: ForeignNode): Insert | undefined {
  const [target] = listAt(node, "table").filter(isNode);
  if (target === undefined) return undefined;
  reader.only(node, insertKeys);
  const table = readTableName(reader, target);
  const set = readAssignments(reader, listAt(node, "set"));
  const names = set.length > 0 ? set.flatMap(({ columns }) => columns) : columnNames(node);
  return {
    kind: "insert",
    at: table.at,
    table,
    alias: undefined,
    columns: names.length === 0 ? undefined : names.map((name) => ({ name, at: table.at })),
    source: set.length > 0 ? valuesOf(reader, [set.map(({ value }) => value)]) : readRows(reader, node),
    conflict: readAssignments(reader, listAt(nodeAt(node, "on_duplicate_update") ?? {}, "set")),
    returning: [],
    with: [],
  };
}

function columnNames(node: ForeignNode): string[] {
  return listAt(node, "columns").flatMap((column) => nameIn(column)?.toLowerCase() ?? []);
}

function readRows(reader: ForeignReader, node: ForeignNode): Query | undefined {
  const given = node.values;
  const inner = isNode(given) ? given : undefined;
  if (inner !== undefined && inner.type !== "values") return reader.query(inner.ast ?? inner);
  const rows = (inner === undefined ? listAt(node, "values") : listAt(inner, "values")).filter(isNode);
  if (rows.length === 0) return undefined;
  return valuesOf(
    reader,
    rows.map((row) => listAt(row, "value").map((item) => reader.expression(item))),
  );
}

function valuesOf(reader: ForeignReader, rows: readonly (readonly Expression[])[]): Query {
  const at = rows[0]?.[0]?.at ?? reader.at(undefined);
  return { kind: "values", at, with: [], recursive: false, order: [], limit: undefined, offset: undefined, rows };
}

function readAssignments(reader: ForeignReader, items: readonly unknown[]): Assignment[] {
  return items.filter(isNode).map((item) => ({
    columns: [nameIn(item.column)?.toLowerCase() ?? ""],
    value: reader.expression(item.value),
  }));
}

function readChange(reader: ForeignReader, node: ForeignNode): Statement | undefined {
  reader.only(node, ["table", "from", "set", "where", "orderby", "limit", "with", "returning"]);
  const tables = listAt(node, node.type === "update" || listAt(node, "from").length === 0 ? "table" : "from");
  const [first, ...rest] = readFrom(reader, tables);
  const target = targetOf(first);
  if (target === undefined) return undefined;
  // A joined target is read twice: what is written to it, and the join that says which rows.
  const beside = first === target ? rest : [first, ...rest].flatMap((source) => source ?? []);
  const where = isNode(node.where) ? reader.expression(node.where) : undefined;
  const tail = { at: target.table.at, target, where, returning: [], with: [] };
  if (node.type === "delete") return { kind: "delete", using: beside, ...tail };
  const from = [...beside, ...readFrom(reader, listAt(node, "from"))];
  return { kind: "update", set: readAssignments(reader, listAt(node, "set")), from, ...tail };
}

function targetOf(source: ReturnType<typeof readFrom>[number] | undefined): TableSource | undefined {
  if (source?.kind === "join") return targetOf(source.left);
  return source?.kind === "table" ? source : undefined;
}

function readCreate(reader: ForeignReader, node: ForeignNode): Statement | undefined {
  const what = textAt(node, "keyword");
  if (what === "view") {
    const table = readTableName(reader, nodeAt(node, "view") ?? {});
    return { kind: "createAs", at: table.at, what, table, columns: columnNames(node), query: reader.query(node.select) };
  }
  const [named] = listAt(node, "table").filter(isNode);
  if (what !== "table" || named === undefined) return undefined;
  const table = readTableName(reader, named);
  const query = nodeAt(node, "query_expr");
  if (query !== undefined)
    return { kind: "createAs", at: table.at, what, table, columns: [], query: reader.query(query.ast ?? query) };
  return readColumns(node, table);
}

function readColumns(node: ForeignNode, table: CreateTable["table"]): CreateTable {
  const columns: { name: string; notNull: boolean }[] = [];
  const keys: (readonly string[])[] = [];
  for (const item of listAt(node, "create_definitions").filter(isNode)) {
    const name = nameIn(item.column)?.toLowerCase();
    if (item.resource !== "column" || name === undefined) {
      const kind = textAt(item, "constraint_type")?.toLowerCase() ?? "";
      if (/primary|unique/.test(kind)) keys.push(listAt(item, "definition").flatMap((part) => nameIn(part)?.toLowerCase() ?? []));
      continue;
    }
    const isKey = typeof item.primary_key === "string" || typeof item.unique === "string";
    if (isKey) keys.push([name]);
    columns.push({ name, notNull: typeof item.primary_key === "string" || nodeAt(item, "nullable")?.type === "not null" });
  }
  return { kind: "createTable", at: table.at, table, columns, keys };
}
