import type { Range } from "@failcheck/core";
import type { JoinExpr, Node, RangeVar, ReturningClause, SelectStmt, WithClause } from "libpg-query";
import type { Expression } from "./expression.ts";
import { list, readOrder, readWindow } from "./postgres-expression.ts";
import { aliasOf, nameOf, namesOf } from "./postgres-reader.ts";
import type { Reader } from "./postgres-reader.ts";
import type { Query, Source, TableName, TableSource, Target, With } from "./query.ts";

/** A SELECT, a set operation or VALUES. */
export function readQuery(reader: Reader, node: SelectStmt): Query {
  const base = {
    at: queryRange(reader, node),
    with: readWith(reader, node.withClause),
    recursive: node.withClause?.recursive === true,
    order: readOrder(reader, node.sortClause),
    limit: optional(reader, node.limitCount),
    offset: optional(reader, node.limitOffset),
  };
  if (node.larg !== undefined && node.rarg !== undefined) {
    const operator = node.op === "SETOP_INTERSECT" ? "intersect" : node.op === "SETOP_EXCEPT" ? "except" : "union";
    return {
      kind: "set",
      ...base,
      operator,
      all: node.all === true,
      left: readQuery(reader, node.larg),
      right: readQuery(reader, node.rarg),
    };
  }
  if (node.valuesLists !== undefined) {
    const rows = node.valuesLists.map((row) => list(reader, "List" in row ? row.List.items : []));
    return { kind: "values", ...base, rows };
  }
  const groups = (node.groupClause ?? []).flatMap(groupItems);
  return {
    kind: "select",
    ...base,
    distinct: readDistinct(reader, node.distinctClause),
    targets: readTargets(reader, node.targetList),
    from: (node.fromClause ?? []).map((source) => reader.source(source)),
    where: optional(reader, node.whereClause),
    group: list(reader, groups),
    superGroups: (node.groupClause ?? []).some((item) => "GroupingSet" in item),
    having: optional(reader, node.havingClause),
    windows: (node.windowClause ?? []).flatMap((window) => ("WindowDef" in window ? [readWindow(reader, window.WindowDef)] : [])),
  };
}

/** The first thing that a SELECT gives is the best place to point at. */
function queryRange(reader: Reader, node: SelectStmt): Range {
  const [first] = node.targetList ?? [];
  return reader.at(first !== undefined && "ResTarget" in first ? first.ResTarget.location : undefined);
}

function readDistinct(reader: Reader, nodes: readonly Node[] | undefined): boolean | Expression[] {
  if (nodes === undefined) return false;
  const on = nodes.filter((node) => Object.keys(node).length > 0);
  return on.length === 0 ? true : list(reader, on);
}

function groupItems(node: Node): readonly Node[] {
  if ("GroupingSet" in node) return (node.GroupingSet.content ?? []).flatMap(groupItems);
  if ("RowExpr" in node) return node.RowExpr.args ?? [];
  if ("List" in node) return (node.List.items ?? []).flatMap(groupItems);
  return [node];
}

function readTargets(reader: Reader, nodes: readonly Node[] | undefined): Target[] {
  return (nodes ?? []).flatMap((node) => {
    if (!("ResTarget" in node) || node.ResTarget.val === undefined) return [];
    return [{ value: reader.expression(node.ResTarget.val), name: node.ResTarget.name }];
  });
}

export function readReturning(reader: Reader, clause: ReturningClause | undefined): Target[] {
  return readTargets(reader, clause?.exprs);
}

export function readWith(reader: Reader, clause: WithClause | undefined): With[] {
  return (clause?.ctes ?? []).flatMap((node) => {
    if (!("CommonTableExpr" in node) || node.CommonTableExpr.ctequery === undefined) return [];
    const { ctename = "", aliascolnames, ctequery } = node.CommonTableExpr;
    return [{ name: ctename, columns: namesOf(aliascolnames), body: reader.statement(ctequery) }];
  });
}

export function readTableName(reader: Reader, node: RangeVar): TableName {
  return { schema: node.schemaname, name: node.relname ?? "", at: reader.nameAt(node.location) };
}

export function readTable(reader: Reader, node: RangeVar): TableSource {
  return { kind: "table", table: readTableName(reader, node), alias: aliasOf(node.alias) };
}

export function optional(reader: Reader, node: Node | undefined): Expression | undefined {
  return node === undefined ? undefined : reader.expression(node);
}

/** One item of FROM. */
export function readSource(reader: Reader, node: Node): Source {
  if ("RangeVar" in node) return readTable(reader, node.RangeVar);
  if ("JoinExpr" in node) return readJoin(reader, node.JoinExpr);
  if ("RangeSubselect" in node) {
    const { lateral, subquery, alias } = node.RangeSubselect;
    if (subquery !== undefined && "SelectStmt" in subquery) {
      return { kind: "derived", lateral: lateral === true, query: reader.query(subquery.SelectStmt), alias: aliasOf(alias) };
    }
  }
  if ("RangeFunction" in node) {
    const { functions = [], alias } = node.RangeFunction;
    const calls = functions.flatMap((item) => ("List" in item ? (item.List.items ?? []).slice(0, 1) : []));
    return { kind: "function", calls: list(reader, calls), alias: aliasOf(alias) };
  }
  if ("RangeTableSample" in node && node.RangeTableSample.relation !== undefined)
    return reader.source(node.RangeTableSample.relation);
  const [what = "a source"] = Object.keys(node);
  return { kind: "unknown", what, alias: undefined, at: reader.at(undefined) };
}

function readJoin(reader: Reader, node: JoinExpr): Source {
  const types = { JOIN_LEFT: "left", JOIN_RIGHT: "right", JOIN_FULL: "full" } as const;
  const type = node.jointype ?? "JOIN_INNER";
  const left = node.larg === undefined ? undefined : reader.source(node.larg);
  const right = node.rarg === undefined ? undefined : reader.source(node.rarg);
  if (left === undefined || right === undefined)
    return { kind: "unknown", what: "JOIN", alias: undefined, at: reader.at(undefined) };
  return {
    kind: "join",
    type: type === "JOIN_LEFT" || type === "JOIN_RIGHT" || type === "JOIN_FULL" ? types[type] : "inner",
    natural: node.isNatural === true,
    using: (node.usingClause ?? []).map(nameOf),
    on: optional(reader, node.quals),
    left,
    right,
    alias: aliasOf(node.alias),
  };
}
