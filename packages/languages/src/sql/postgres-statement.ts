import type {
  AlterTableStmt,
  Constraint,
  CopyStmt,
  CreateStmt,
  CreateTableAsStmt,
  InsertStmt,
  MergeWhenClause,
  Node,
} from "libpg-query";
import { optional, readReturning, readSource, readTable, readTableName, readWith } from "./postgres-query.ts";
import { nameOf, namesOf } from "./postgres-reader.ts";
import type { Reader } from "./postgres-reader.ts";
import type { Assignment, CreateTable, MergeClause, Statement } from "./query.ts";

/** One statement, or the body of a WITH item. */
export function readStatement(reader: Reader, node: Node): Statement {
  return readChange(reader, node) ?? readDefinition(reader, node) ?? other(reader, node);
}

function readChange(reader: Reader, node: Node): Statement | undefined {
  if ("SelectStmt" in node) return readSelect(reader, node.SelectStmt);
  if ("InsertStmt" in node) return readInsert(reader, node.InsertStmt);
  if ("CopyStmt" in node) return readCopy(reader, node.CopyStmt);
  if ("UpdateStmt" in node && node.UpdateStmt.relation !== undefined) {
    const { relation, targetList, fromClause = [], whereClause, returningClause, withClause } = node.UpdateStmt;
    const set = readAssignments(reader, targetList);
    const from = fromClause.map((source) => readSource(reader, source));
    const tail = {
      where: optional(reader, whereClause),
      returning: readReturning(reader, returningClause),
      with: readWith(reader, withClause),
    };
    return { kind: "update", at: reader.at(relation.location), target: readTable(reader, relation), set, from, ...tail };
  }
  if ("DeleteStmt" in node && node.DeleteStmt.relation !== undefined) {
    const { relation, usingClause = [], whereClause, returningClause, withClause } = node.DeleteStmt;
    const using = usingClause.map((source) => readSource(reader, source));
    const tail = {
      where: optional(reader, whereClause),
      returning: readReturning(reader, returningClause),
      with: readWith(reader, withClause),
    };
    return { kind: "delete", at: reader.at(relation.location), target: readTable(reader, relation), using, ...tail };
  }
  if ("MergeStmt" in node) {
    const { relation, sourceRelation, joinCondition, mergeWhenClauses = [], returningClause, withClause } = node.MergeStmt;
    if (relation === undefined || sourceRelation === undefined || joinCondition === undefined) return undefined;
    const clauses = mergeWhenClauses.flatMap((when) =>
      "MergeWhenClause" in when ? [readMergeClause(reader, when.MergeWhenClause)] : [],
    );
    const head = {
      at: reader.at(relation.location),
      target: readTable(reader, relation),
      source: readSource(reader, sourceRelation),
    };
    const tail = { returning: readReturning(reader, returningClause), with: readWith(reader, withClause) };
    return { kind: "merge", ...head, on: reader.expression(joinCondition), clauses, ...tail };
  }
  return undefined;
}

function readSelect(reader: Reader, select: Parameters<Reader["query"]>[0]): Statement {
  const query = reader.query(select);
  const into = select.intoClause?.rel;
  if (into === undefined) return { kind: "query", query };
  return { kind: "createAs", at: query.at, what: "table", table: readTableName(reader, into), columns: [], query };
}

function readInsert(reader: Reader, node: InsertStmt): Statement | undefined {
  const { relation, cols, selectStmt, onConflictClause, returningClause, withClause } = node;
  if (relation === undefined) return undefined;
  return {
    kind: "insert",
    at: reader.at(relation.location),
    table: readTableName(reader, relation),
    alias: relation.alias?.aliasname,
    columns: cols === undefined ? undefined : columnList(reader, cols),
    source: selectStmt !== undefined && "SelectStmt" in selectStmt ? reader.query(selectStmt.SelectStmt) : undefined,
    conflict: readAssignments(reader, onConflictClause?.targetList),
    returning: readReturning(reader, returningClause),
    with: readWith(reader, withClause),
  };
}

function columnList(reader: Reader, nodes: readonly Node[]) {
  return nodes.flatMap((node) =>
    "ResTarget" in node ? [{ name: node.ResTarget.name ?? "", at: reader.at(node.ResTarget.location) }] : [],
  );
}

function readAssignments(reader: Reader, nodes: readonly Node[] | undefined): Assignment[] {
  return (nodes ?? []).flatMap((node) => {
    if (!("ResTarget" in node) || node.ResTarget.val === undefined) return [];
    const { name = "", val } = node.ResTarget;
    const value = "MultiAssignRef" in val ? val.MultiAssignRef.source : val;
    return value === undefined ? [] : [{ columns: [name], value: reader.expression(value) }];
  });
}

function readMergeClause(reader: Reader, clause: MergeWhenClause): MergeClause {
  const actions: Readonly<Record<string, MergeClause["action"]>> = {
    CMD_INSERT: "insert",
    CMD_UPDATE: "update",
    CMD_DELETE: "delete",
  };
  const action = actions[clause.commandType ?? ""] ?? "nothing";
  return {
    action,
    condition: optional(reader, clause.condition),
    columns: action === "insert" && clause.targetList !== undefined ? columnList(reader, clause.targetList) : undefined,
    values: (clause.values ?? []).map((value) => reader.expression(value)),
    set: action === "update" ? readAssignments(reader, clause.targetList) : [],
  };
}

function readCopy(reader: Reader, node: CopyStmt): Statement {
  const query = node.query !== undefined && "SelectStmt" in node.query ? reader.query(node.query.SelectStmt) : undefined;
  const at = reader.at(node.relation?.location);
  const table = node.relation === undefined ? undefined : readTableName(reader, node.relation);
  const columns = node.attlist?.map((column) => ({ name: nameOf(column), at }));
  return { kind: "copy", at, direction: node.is_from === true ? "from" : "to", table, columns, query };
}

function readDefinition(reader: Reader, node: Node): Statement | undefined {
  if ("ViewStmt" in node) {
    const { view, query, aliases } = node.ViewStmt;
    if (view === undefined || query === undefined || !("SelectStmt" in query)) return undefined;
    const table = readTableName(reader, view);
    return {
      kind: "createAs",
      at: table.at,
      what: "view",
      table,
      columns: namesOf(aliases),
      query: reader.query(query.SelectStmt),
    };
  }
  if ("CreateTableAsStmt" in node) return readCreateAs(reader, node.CreateTableAsStmt);
  if ("CreateStmt" in node) return readCreateTable(reader, node.CreateStmt);
  if ("IndexStmt" in node && node.IndexStmt.unique === true && node.IndexStmt.relation !== undefined) {
    const { relation, indexParams = [] } = node.IndexStmt;
    const columns = indexParams.flatMap((param) =>
      "IndexElem" in param && param.IndexElem.name !== undefined ? [param.IndexElem.name] : [],
    );
    return { kind: "addUnique", at: reader.at(relation.location), table: readTableName(reader, relation), columns };
  }
  if ("AlterTableStmt" in node) return readAlterTable(reader, node.AlterTableStmt);
  if ("ExplainStmt" in node && node.ExplainStmt.query !== undefined) return readStatement(reader, node.ExplainStmt.query);
  if ("PrepareStmt" in node && node.PrepareStmt.query !== undefined) return readStatement(reader, node.PrepareStmt.query);
  if ("DeclareCursorStmt" in node && node.DeclareCursorStmt.query !== undefined)
    return readStatement(reader, node.DeclareCursorStmt.query);
  return undefined;
}

function readCreateAs(reader: Reader, node: CreateTableAsStmt): Statement | undefined {
  const { query, into, objtype } = node;
  if (into?.rel === undefined || query === undefined || !("SelectStmt" in query)) return undefined;
  const table = readTableName(reader, into.rel);
  const what = objtype === "OBJECT_MATVIEW" ? "materialized view" : "table";
  return { kind: "createAs", at: table.at, what, table, columns: namesOf(into.colNames), query: reader.query(query.SelectStmt) };
}

function readCreateTable(reader: Reader, node: CreateStmt): CreateTable | undefined {
  if (node.relation === undefined) return undefined;
  const columns: { name: string; notNull: boolean }[] = [];
  const keys: (readonly string[])[] = [];
  for (const element of node.tableElts ?? []) {
    if ("Constraint" in element && isKey(element.Constraint)) keys.push(namesOf(element.Constraint.keys));
    if (!("ColumnDef" in element)) continue;
    const { colname: name = "", constraints = [] } = element.ColumnDef;
    const found = constraints.flatMap((constraint) => ("Constraint" in constraint ? [constraint.Constraint] : []));
    if (found.some(isKey)) keys.push([name]);
    columns.push({ name, notNull: found.some(({ contype }) => contype === "CONSTR_NOTNULL" || contype === "CONSTR_PRIMARY") });
  }
  const table = readTableName(reader, node.relation);
  return { kind: "createTable", at: table.at, table, columns, keys };
}

function isKey(constraint: Constraint): boolean {
  return constraint.contype === "CONSTR_PRIMARY" || constraint.contype === "CONSTR_UNIQUE";
}

function readAlterTable(reader: Reader, node: AlterTableStmt): Statement | undefined {
  if (node.relation === undefined) return undefined;
  const table = readTableName(reader, node.relation);
  for (const command of node.cmds ?? []) {
    if (!("AlterTableCmd" in command) || command.AlterTableCmd.subtype !== "AT_AddConstraint") continue;
    const { def } = command.AlterTableCmd;
    if (def === undefined || !("Constraint" in def) || def.Constraint.contype !== "CONSTR_UNIQUE") continue;
    return { kind: "addUnique", at: reader.at(def.Constraint.location), table, columns: namesOf(def.Constraint.keys) };
  }
  return undefined;
}

function other(reader: Reader, node: Node): Statement {
  const [what = "nothing"] = Object.keys(node);
  return { kind: "other", at: reader.at(undefined), what };
}
