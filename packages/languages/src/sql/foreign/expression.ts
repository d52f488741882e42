import type { Range } from "@failcheck/core";
import type { Call, Expression, Order, Window } from "../expression.ts";
import { associate, isJunction } from "./associate.ts";
import { isNode, listAt, nameIn, nodeAt, textAt } from "./node.ts";
import type { ForeignNode } from "./node.ts";
import { textInDoubleQuotes } from "../quotes.ts";
import { asStandard } from "../standard-call.ts";
import { readOperator } from "./operator.ts";
import type { ForeignReader } from "./reader.ts";

/** Makes one of our expressions of a node of node-sql-parser's tree; what is not on the list is strange. */
export function readForeignExpression(reader: ForeignReader, value: unknown): Expression {
  if (!isNode(value)) return strange(reader, "an expression", [], [0, 0]);
  if (value.ast !== undefined || value.type === "select") return subquery(reader, value);
  return readValue(reader, value) ?? readComposite(reader, value) ?? unknownNode(reader, value);
}

function strange(reader: ForeignReader, what: string, args: readonly Expression[], at: Range): Expression {
  reader.strange(what);
  return { kind: "opaque", what, args, strange: true, at };
}

function unknownNode(reader: ForeignReader, node: ForeignNode): Expression {
  return strange(reader, `the ${textAt(node, "type") ?? "piece"} in it`, [], reader.at(node));
}

/** `(SELECT …)` as a value; its list of tables stands beside its tree. */
function subquery(reader: ForeignReader, node: ForeignNode): Expression {
  const query = reader.query(node.ast ?? node);
  return { kind: "subquery", use: "scalar", name: "=", left: undefined, query, at: query.at };
}

function readValue(reader: ForeignReader, node: ForeignNode): Expression | undefined {
  const at = reader.at(node);
  const text = nameIn(node.value);
  switch (node.type) {
    case "column_ref":
      return readColumn(reader, node);
    case "star":
      return { kind: "star", path: [], at };
    case "null":
      return { kind: "literal", value: null, at };
    case "number":
    case "bigint":
      return { kind: "literal", value: Number(node.value), at };
    case "bool":
    case "boolean":
      return { kind: "literal", value: node.value === true || node.value === "TRUE", at };
    case "double_quote_string":
      if (!textInDoubleQuotes.has(reader.dialect)) return { kind: "column", path: [(text ?? "").toLowerCase()], at };
      return literal(reader, text ?? "", at);
    case "single_quote_string":
    case "string":
    case "var_string":
    case "natural_string":
    case "date":
    case "time":
    case "timestamp":
    case "datetime":
      return literal(reader, text ?? "", at);
    case "origin":
    case "param":
    case "var":
      return { kind: "parameter", name: textAt(node, "name") ?? text ?? "?", at };
    case "interval":
      return { kind: "opaque", what: "an interval", args: [], at };
    default:
      return undefined;
  }
}

function literal(reader: ForeignReader, value: string, at: Range): Expression {
  reader.note(value);
  return { kind: "literal", value, at };
}

/** A name as people write it: matches `job_status` and `"job status"`'s inside, not `b::int`, which a build takes for a name. */
const plainName = /^[^:()]{1,128}$/;

function readColumn(reader: ForeignReader, node: ForeignNode): Expression {
  const name = nameIn(node.column ?? node.expr) ?? "";
  // `* EXCLUDE (a)` tells less than `*` does.
  const less =
    name === "*" && /^exclude$/i.test(nameIn(listAt(nodeAt(nodeAt(node, "suffix") ?? {}, "name") ?? {}, "name")[0]) ?? "");
  reader.only(node, ["db", "schema", "table", "column", "expr", ...(less ? ["suffix"] : [])]);
  const at = reader.at(node, name);
  const path = [node.schema ?? node.db, node.table, name].flatMap((part) => nameIn(part)?.toLowerCase() ?? []);
  if (name === "*") return { kind: "star", path: path.slice(0, -1), at };
  const placeholder = path.length === 1 ? reader.placeholder(name) : undefined;
  if (placeholder?.kind === "hole") return { kind: "hole", text: placeholder.text, at };
  if (placeholder !== undefined || name.startsWith("@")) return { kind: "parameter", name: placeholder?.text ?? name, at };
  if (!plainName.test(name)) return strange(reader, `the name ${name}`, [], at);
  return { kind: "column", path, at };
}

function readComposite(reader: ForeignReader, node: ForeignNode): Expression | undefined {
  const at = reader.at(node);
  switch (node.type) {
    case "binary_expr":
      return isJunction(node) ? readJunction(reader, node) : readOperator(reader, node);
    case "unary_expr":
      return readUnary(reader, node);
    case "function":
    case "aggr_func":
    case "window_func":
      return readCall(reader, node);
    case "case":
      return readCase(reader, node);
    case "cast": {
      const type = textAt(listAt(node, "target").find(isNode) ?? {}, "dataType") ?? "";
      const arg = reader.expression(node.expr);
      return { kind: "cast", arg, type: type.toLowerCase(), at: arg.at };
    }
    case "expr_list":
      return { kind: "row", items: listAt(node, "value").map((item) => reader.expression(item)), at };
    case "expr":
      return reader.expression(node.expr);
    case "extract":
      return { kind: "opaque", what: "EXTRACT", args: [], at };
    default:
      return undefined;
  }
}

function readJunction(reader: ForeignReader, node: ForeignNode): Expression {
  const at = reader.at(node);
  const arms = associate(node).arms.map((operands): Expression => {
    const args = operands.map((operand) => reader.expression(operand));
    const [only] = args;
    return only !== undefined && args.length === 1 ? only : { kind: "and", args, at };
  });
  const [only] = arms;
  return only !== undefined && arms.length === 1 ? only : { kind: "or", args: arms, at };
}

function readUnary(reader: ForeignReader, node: ForeignNode): Expression {
  const at = reader.at(node);
  const operator = (textAt(node, "operator") ?? "").toUpperCase();
  if (operator.endsWith("EXISTS")) return exists(reader, node.expr, operator.startsWith("NOT"), at);
  const arg = reader.expression(node.expr);
  if (operator === "NOT" || operator === "!") return { kind: "not", arg, at };
  if (operator === "-" || operator === "+") return { kind: "operation", name: operator, args: [arg], at };
  return strange(reader, `the operator ${operator}`, [arg], at);
}

function exists(reader: ForeignReader, value: unknown, not: boolean, at: Range): Expression {
  const inner = isNode(value) ? value : {};
  const found: Expression = {
    kind: "subquery",
    use: "exists",
    name: "=",
    left: undefined,
    query: reader.query(inner.ast ?? inner),
    at,
  };
  return not ? { kind: "not", arg: found, at } : found;
}

/** `name: [{ value }]` in most builds, `{ schema: { value } }` in one, a text for aggregates. */
function functionName(node: ForeignNode): string {
  const { name } = node;
  if (typeof name === "string") return name.toLowerCase();
  if (!isNode(name)) return "";
  return (nameIn(listAt(name, "name").at(-1)) ?? nameIn(name.schema) ?? "").toLowerCase();
}

function readCall(reader: ForeignReader, node: ForeignNode): Expression {
  const name = functionName(node);
  const at = reader.at(node);
  const given = nodeAt(node, "args");
  const items = given === undefined ? [] : "expr" in given ? [given.expr] : listAt(given, "value");
  const [first] = items;
  if (name === "exists") return exists(reader, first, false, at);
  reader.only(node, ["name", "args", "over", "filter", "within_group_orderby", "args_parentheses"]);
  const star = isNode(first) && first.type === "star";
  const args = star ? [] : items.map((item) => reader.expression(item));
  if (name === "not" && args[0] !== undefined) return { kind: "not", arg: args[0], at };
  const filter = nodeAt(node, "filter")?.where;
  const within = listAt(node, "within_group_orderby");
  const call: Call = {
    kind: "call",
    name,
    schema: undefined,
    args,
    star,
    distinct: given?.distinct !== undefined && given.distinct !== null && given.distinct !== "",
    order: readOrder(reader, within.length > 0 ? within : given === undefined ? [] : listAt(given, "orderby")),
    within: within.length > 0,
    filter: filter === undefined ? undefined : reader.expression(filter),
    over: readOver(reader, node),
    at,
  };
  return asStandard(call);
}

function readOver(reader: ForeignReader, node: ForeignNode): Window | undefined {
  const over = nodeAt(node, "over");
  if (over === undefined) return undefined;
  const window = over.as_window_specification;
  if (typeof window === "string") return { name: window, refers: window, partition: [], order: [] };
  return isNode(window)
    ? readWindow(reader, undefined, window)
    : { name: undefined, refers: undefined, partition: [], order: [] };
}

/** `(PARTITION BY … ORDER BY …)`. */
export function readWindow(reader: ForeignReader, name: string | undefined, window: ForeignNode): Window {
  const specification = nodeAt(window, "window_specification") ?? {};
  reader.only(specification, ["name", "partitionby", "orderby", "window_frame_clause"]);
  const partition = listAt(specification, "partitionby").map((part) =>
    reader.expression(isNode(part) && part.type === undefined ? part.expr : part),
  );
  return { name, refers: nameIn(specification.name), partition, order: readOrder(reader, listAt(specification, "orderby")) };
}

export function readOrder(reader: ForeignReader, items: readonly unknown[]): Order[] {
  return items.map((item) => {
    const node = isNode(item) ? item : {};
    return { by: reader.expression(node.expr), descending: textAt(node, "type")?.toUpperCase() === "DESC" };
  });
}

function readCase(reader: ForeignReader, node: ForeignNode): Expression {
  const arms = listAt(node, "args").filter(isNode);
  const branches = arms.flatMap((arm) =>
    arm.type === "when" ? [{ when: reader.expression(arm.cond), then: reader.expression(arm.result) }] : [],
  );
  const last = arms.find((arm) => arm.type === "else");
  const arg = isNode(node.expr) ? reader.expression(node.expr) : undefined;
  const otherwise = last === undefined ? undefined : reader.expression(last.result);
  return { kind: "case", arg, branches, otherwise, at: reader.at(node) };
}
