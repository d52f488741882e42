import type { Range } from "@failcheck/core";
import type {
  A_Const,
  A_Expr,
  A_Indirection,
  BooleanTest,
  CaseExpr,
  ColumnRef,
  FuncCall,
  Node,
  SubLink,
  TypeName,
  WindowDef,
} from "libpg-query";
import type { Expression, IsTest, Like, Order, Subquery, Window } from "./expression.ts";
import { nameOf, namesOf } from "./postgres-reader.ts";
import type { Reader } from "./postgres-reader.ts";
import { asStandard } from "./standard-call.ts";

/** Makes one of our expressions of a node of PostgreSQL's parse tree. */
export function readExpression(reader: Reader, node: Node): Expression {
  return readLeaf(reader, node) ?? readComposite(reader, node) ?? readSpecial(reader, node) ?? opaque(reader, node);
}

function readLeaf(reader: Reader, node: Node): Expression | undefined {
  if ("ColumnRef" in node) return readColumn(reader, node.ColumnRef);
  if ("A_Const" in node) return readConstant(reader, node.A_Const);
  if ("ParamRef" in node) {
    const { kind, text } = reader.placeholder(node.ParamRef.number ?? 0);
    const at = reader.at(node.ParamRef.location);
    return kind === "hole" ? { kind, text, at } : { kind, name: text, at };
  }
  if ("SetToDefault" in node) return { kind: "parameter", name: "default", at: reader.at(node.SetToDefault.location) };
  return undefined;
}

function readColumn(reader: Reader, column: ColumnRef): Expression {
  const fields = column.fields ?? [];
  const at = reader.at(column.location);
  const last = fields.at(-1);
  if (last !== undefined && "A_Star" in last) return { kind: "star", path: namesOf(fields.slice(0, -1)), at };
  return { kind: "column", path: namesOf(fields), at };
}

function readConstant(reader: Reader, constant: A_Const): Expression {
  const value = constantValue(constant);
  if (typeof value === "string") reader.note(value);
  return { kind: "literal", value, at: reader.at(constant.location) };
}

function constantValue(constant: A_Const): string | number | boolean | null {
  if (constant.isnull === true) return null;
  if (constant.sval !== undefined) return constant.sval.sval ?? "";
  if (constant.ival !== undefined) return constant.ival.ival ?? 0;
  if (constant.fval !== undefined) return Number(constant.fval.fval ?? "0");
  if (constant.boolval !== undefined) return constant.boolval.boolval ?? false;
  return constant.bsval?.bsval ?? "";
}

function readComposite(reader: Reader, node: Node): Expression | undefined {
  if ("BoolExpr" in node) {
    const { boolop, args = [], location } = node.BoolExpr;
    const parts = args.map((arg) => reader.expression(arg));
    const [first] = parts;
    const at = reader.at(location);
    if (boolop === "NOT_EXPR" && first !== undefined) return { kind: "not", arg: first, at };
    return { kind: boolop === "OR_EXPR" ? "or" : "and", args: parts, at };
  }
  if ("A_Expr" in node) return readOperator(reader, node.A_Expr);
  if ("FuncCall" in node) return readCall(reader, node.FuncCall);
  if ("CaseExpr" in node) return readCase(reader, node.CaseExpr);
  if ("SubLink" in node) return readSubquery(reader, node.SubLink);
  if ("NullTest" in node) {
    const { arg, nulltesttype, location } = node.NullTest;
    return isTest(reader, "null", nulltesttype === "IS_NOT_NULL", arg, location);
  }
  if ("BooleanTest" in node) return readBooleanTest(reader, node.BooleanTest);
  return undefined;
}

function readSpecial(reader: Reader, node: Node): Expression | undefined {
  if ("TypeCast" in node) {
    const { arg, typeName, location } = node.TypeCast;
    const inner = operand(reader, arg, reader.at(location));
    return { kind: "cast", arg: inner, type: typeOf(typeName), at: inner.at };
  }
  if ("CoalesceExpr" in node) return simpleCall(reader, "coalesce", node.CoalesceExpr.args, node.CoalesceExpr.location);
  if ("MinMaxExpr" in node) {
    const { op, args, location } = node.MinMaxExpr;
    return simpleCall(reader, op === "IS_LEAST" ? "least" : "greatest", args, location);
  }
  if ("RowExpr" in node) return { kind: "row", items: list(reader, node.RowExpr.args), at: reader.at(node.RowExpr.location) };
  if ("A_ArrayExpr" in node) {
    return { kind: "array", items: list(reader, node.A_ArrayExpr.elements), at: reader.at(node.A_ArrayExpr.location) };
  }
  if ("CollateClause" in node) return operand(reader, node.CollateClause.arg, reader.at(node.CollateClause.location));
  if ("NamedArgExpr" in node) return operand(reader, node.NamedArgExpr.arg, reader.at(node.NamedArgExpr.location));
  if ("A_Indirection" in node) return readIndirection(reader, node.A_Indirection);
  if ("SQLValueFunction" in node) return opaqueOf(reader, "the current time or user", [], node.SQLValueFunction.location);
  if ("GroupingFunc" in node) return simpleCall(reader, "grouping", node.GroupingFunc.args, node.GroupingFunc.location);
  return undefined;
}

function readOperator(reader: Reader, operator: A_Expr): Expression {
  const at = reader.at(operator.location);
  const name = nameOf(operator.name?.at(-1));
  const left = operator.lexpr === undefined ? undefined : reader.expression(operator.lexpr);
  const right = operand(reader, listOrNode(operator.rexpr), at);
  switch (operator.kind) {
    case "AEXPR_OP_ANY":
    case "AEXPR_OP_ALL":
      return { kind: "quantified", name, all: operator.kind === "AEXPR_OP_ALL", left: left ?? right, right, at };
    case "AEXPR_DISTINCT":
    case "AEXPR_NOT_DISTINCT":
      return { kind: "distinct", not: operator.kind === "AEXPR_NOT_DISTINCT", left: left ?? right, right, at };
    case "AEXPR_NULLIF":
      return call("nullif", left === undefined ? [right] : [left, right], at);
    case "AEXPR_IN":
      return { kind: "in", not: name === "<>", left: left ?? right, list: list(reader, itemsOf(operator.rexpr)), at };
    case "AEXPR_LIKE":
    case "AEXPR_ILIKE":
    case "AEXPR_SIMILAR":
      return readLike(operator.kind, name, left ?? right, right, at);
    case "AEXPR_BETWEEN":
    case "AEXPR_NOT_BETWEEN":
    case "AEXPR_BETWEEN_SYM":
    case "AEXPR_NOT_BETWEEN_SYM":
      return readBetween(reader, operator, left ?? right, at);
    default: {
      const whole: Range = left === undefined ? at : [Math.min(left.at[0], at[0]), Math.max(right.at[1], at[1])];
      const args = left === undefined ? [right] : [left, right];
      return { kind: "operation", name: name === "!=" ? "<>" : name, args, at: whole };
    }
  }
}

function readLike(kind: string, name: string, arg: Expression, right: Expression, at: Range): Like {
  const styles: Readonly<Record<string, Like["style"]>> = { AEXPR_LIKE: "like", AEXPR_ILIKE: "ilike" };
  const escaped = right.kind === "call" && (right.name === "like_escape" || right.name === "similar_to_escape");
  const [pattern = right, escape] = escaped ? right.args : [right];
  return { kind: "like", style: styles[kind] ?? "similar", not: name.startsWith("!"), arg, pattern, escape, at };
}

function readBetween(reader: Reader, operator: A_Expr, arg: Expression, at: Range): Expression {
  const [low, high] = list(reader, itemsOf(operator.rexpr));
  if (low === undefined || high === undefined) return { kind: "opaque", what: "BETWEEN", args: [arg], at };
  const kind = operator.kind ?? "";
  return { kind: "between", not: kind.includes("NOT"), symmetric: kind.endsWith("SYM"), arg, low, high, at };
}

function readCall(reader: Reader, node: FuncCall): Expression {
  const names = namesOf(node.funcname);
  return asStandard({
    ...call(names.at(-1) ?? "", list(reader, node.args), reader.at(node.location)),
    schema: names.length > 1 ? names.at(-2) : undefined,
    star: node.agg_star === true,
    distinct: node.agg_distinct === true,
    order: readOrder(reader, node.agg_order),
    within: node.agg_within_group === true,
    filter: node.agg_filter === undefined ? undefined : reader.expression(node.agg_filter),
    over: node.over === undefined ? undefined : readWindow(reader, node.over),
  });
}

/** A window of OVER or of the WINDOW clause. */
export function readWindow(reader: Reader, window: WindowDef): Window {
  const bare = window.name !== undefined && window.partitionClause === undefined && window.orderClause === undefined;
  return {
    name: window.name,
    refers: window.refname ?? (bare ? window.name : undefined),
    partition: list(reader, window.partitionClause),
    order: readOrder(reader, window.orderClause),
  };
}

export function readOrder(reader: Reader, nodes: readonly Node[] | undefined): Order[] {
  const found: Order[] = [];
  for (const node of nodes ?? []) {
    if (!("SortBy" in node) || node.SortBy.node === undefined) continue;
    found.push({ by: reader.expression(node.SortBy.node), descending: node.SortBy.sortby_dir === "SORTBY_DESC" });
  }
  return found;
}

function readCase(reader: Reader, node: CaseExpr): Expression {
  const at = reader.at(node.location);
  const branches = (node.args ?? []).flatMap((arg) =>
    "CaseWhen" in arg ? [{ when: operand(reader, arg.CaseWhen.expr, at), then: operand(reader, arg.CaseWhen.result, at) }] : [],
  );
  const otherwise = node.defresult === undefined ? undefined : reader.expression(node.defresult);
  return { kind: "case", arg: node.arg === undefined ? undefined : reader.expression(node.arg), branches, otherwise, at };
}

const subqueryUses: Readonly<Record<string, Subquery["use"]>> = {
  EXISTS_SUBLINK: "exists",
  ANY_SUBLINK: "any",
  ALL_SUBLINK: "all",
  ARRAY_SUBLINK: "array",
};

function readSubquery(reader: Reader, node: SubLink): Expression {
  const at = reader.at(node.location);
  const left = node.testexpr === undefined ? undefined : reader.expression(node.testexpr);
  if (node.subselect === undefined || !("SelectStmt" in node.subselect))
    return { kind: "opaque", what: "a sub-select", args: [], at };
  const use = subqueryUses[node.subLinkType ?? ""] ?? "scalar";
  return {
    kind: "subquery",
    use,
    name: nameOf(node.operName?.at(-1)) || "=",
    left,
    query: reader.query(node.subselect.SelectStmt),
    at,
  };
}

function readBooleanTest(reader: Reader, node: BooleanTest): Expression {
  const type = node.booltesttype ?? "IS_TRUE";
  const test = type.endsWith("TRUE") ? "true" : type.endsWith("FALSE") ? "false" : "unknown";
  return isTest(reader, test, type.startsWith("IS_NOT"), node.arg, node.location);
}

function isTest(reader: Reader, test: IsTest["test"], not: boolean, arg: Node | undefined, location: number | undefined): IsTest {
  const at = reader.at(location);
  return { kind: "is", test, not, arg: operand(reader, arg, at), at };
}

function readIndirection(reader: Reader, node: A_Indirection): Expression {
  const arg = operand(reader, node.arg, reader.at(undefined));
  const last = node.indirection?.at(-1);
  const name = last === undefined ? "" : "A_Star" in last ? "*" : "String" in last ? nameOf(last) : "[]";
  // `(j).total` is the column of a row that FROM names.
  if (arg.kind === "column" && node.indirection?.length === 1 && last !== undefined && "String" in last)
    return { kind: "column", path: [...arg.path, name], at: arg.at };
  return { kind: "access", arg, name, at: arg.at };
}

function typeOf(type: TypeName | undefined): string {
  return nameOf(type?.names?.at(-1)) + (type?.arrayBounds === undefined ? "" : "[]");
}

/** The items of a list; one node alone is a list of one. */
export function list(reader: Reader, nodes: readonly Node[] | undefined): Expression[] {
  return (nodes ?? []).map((node) => reader.expression(node));
}

function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return "List" in node ? (node.List.items ?? []) : [node];
}

function listOrNode(node: Node | undefined): Node | undefined {
  return node !== undefined && "List" in node ? node.List.items?.[0] : node;
}

function operand(reader: Reader, node: Node | undefined, at: Range): Expression {
  return node === undefined ? { kind: "opaque", what: "nothing", args: [], at } : reader.expression(node);
}

function simpleCall(reader: Reader, name: string, args: readonly Node[] | undefined, location: number | undefined): Expression {
  return call(name, list(reader, args), reader.at(location));
}

function call(name: string, args: readonly Expression[], at: Range): Extract<Expression, { kind: "call" }> {
  const none = { schema: undefined, star: false, distinct: false, order: [], within: false, filter: undefined, over: undefined };
  return { kind: "call", name, args, ...none, at };
}

function opaqueOf(reader: Reader, what: string, args: readonly Expression[], location: number | undefined): Expression {
  return { kind: "opaque", what, args, at: reader.at(location) };
}

function opaque(reader: Reader, node: Node): Expression {
  const [what = "something"] = Object.keys(node);
  return opaqueOf(reader, what, [], undefined);
}
