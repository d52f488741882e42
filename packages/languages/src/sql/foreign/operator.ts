import type { Range } from "@failcheck/core";
import type { Expression } from "../expression.ts";
import { isNode, listAt, nameIn, nodeAt, textAt } from "./node.ts";
import type { ForeignNode } from "./node.ts";
import type { ForeignReader } from "./reader.ts";

const comparisons: Readonly<Partial<Record<string, string>>> = {
  "=": "=",
  "==": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const arithmetic = new Set(["+", "-", "*", "/", "%"]);

/** Dialects in which `||` is OR unless the server is told otherwise. */
const orBars = new Set(["mysql", "mariadb"]);

/** Dialects whose REGEXP is known to find a pattern anywhere. */
const foldsCase = new Set(["mysql", "mariadb", "sqlite"]);

/** An operator with two sides. */
export function readOperator(reader: ForeignReader, node: ForeignNode): Expression {
  const at = reader.at(node);
  const operator = (textAt(node, "operator") ?? "").toUpperCase();
  const comparison = comparisons[operator];
  if (comparison !== undefined) return readComparison(reader, node, comparison, at);
  const not = operator.startsWith("NOT ") || operator === "IS NOT";
  const left = reader.expression(node.left);
  switch (operator.replace(/^NOT /, "").replace(/^IS NOT$/, "IS")) {
    case "IN":
      return readIn(reader, node, left, not, at);
    case "LIKE":
    case "ILIKE":
    case "SIMILAR TO":
      return readLike(reader, node, left, operator, at);
    case "BETWEEN": {
      const [low, high] = listAt(nodeAt(node, "right") ?? {}, "value").map((item) => reader.expression(item));
      if (low !== undefined && high !== undefined) return { kind: "between", not, symmetric: false, arg: left, low, high, at };
      break;
    }
    case "IS":
      return readIs(reader, node, left, not, at);
    case "REGEXP":
    case "RLIKE":
      if (!foldsCase.has(reader.dialect)) break;
      return { kind: "operation", name: not ? "!~*" : "~*", args: [left, reader.expression(node.right)], at };
    default:
  }
  if (arithmetic.has(operator) || (operator === "||" && !orBars.has(reader.dialect)))
    return { kind: "operation", name: operator, args: [left, reader.expression(node.right)], at };
  reader.strange(`the operator ${operator}`);
  return { kind: "opaque", what: `the operator ${operator}`, args: [left, reader.expression(node.right)], strange: true, at };
}

/** `x = ANY (SELECT …)` stands as a call of ANY. */
function readComparison(reader: ForeignReader, node: ForeignNode, name: string, at: Range): Expression {
  const left = reader.expression(node.left);
  const right = nodeAt(node, "right");
  const called =
    right?.type === "function" ? nameIn(listAt(nodeAt(right, "name") ?? {}, "name").at(-1))?.toLowerCase() : undefined;
  const [only] = listAt(nodeAt(right ?? {}, "args") ?? {}, "value");
  if ((called === "any" || called === "some" || called === "all") && isNode(only) && only.ast !== undefined) {
    const use = called === "all" ? "all" : "any";
    return { kind: "subquery", use, name, left, query: reader.query(only.ast), at };
  }
  return { kind: "operation", name, args: [left, reader.expression(node.right)], at };
}

function readIn(reader: ForeignReader, node: ForeignNode, left: Expression, not: boolean, at: Range): Expression {
  const right = nodeAt(node, "right");
  if (right?.type === "unnest") return readMember(reader, right, left, not, at);
  const items = right?.type === "expr_list" ? listAt(right, "value") : [node.right];
  const [only] = items;
  if (items.length === 1 && isNode(only) && (only.ast !== undefined || only.type === "select")) {
    const query = reader.query(only.ast ?? only);
    const found: Expression = { kind: "subquery", use: "any", name: "=", left, query, at };
    return not ? { kind: "not", arg: found, at } : found;
  }
  return { kind: "in", not, left, list: items.map((item) => reader.expression(item)), at };
}

/** BigQuery's `IN UNNEST(['a', 'b'])` and `IN UNNEST(@list)`. */
function readMember(reader: ForeignReader, unnest: ForeignNode, left: Expression, not: boolean, at: Range): Expression {
  const given = nodeAt(unnest, "expr") ?? {};
  const items = listAt(given, "array_path").map((item) =>
    reader.expression(isNode(item) && isNode(item.expr) ? item.expr : item),
  );
  if (given.type === "array") return { kind: "in", not, left, list: items, at };
  const name = not ? "<>" : "=";
  return { kind: "quantified", name, all: not, left, right: reader.expression(unnest.expr), at };
}

function readLike(reader: ForeignReader, node: ForeignNode, arg: Expression, operator: string, at: Range): Expression {
  const right = nodeAt(node, "right") ?? {};
  const escape = nodeAt(right, "escape")?.value;
  if (right.type === "function" && /^(?:any|all|some)$/i.test(nameIn(listAt(nodeAt(right, "name") ?? {}, "name").at(-1)) ?? ""))
    reader.strange(`${operator} with a list`);
  const style = operator.endsWith("ILIKE") ? "ilike" : operator.endsWith("LIKE") ? "like" : "similar";
  return {
    kind: "like",
    style,
    not: operator.startsWith("NOT"),
    arg,
    pattern: reader.expression(right),
    escape: escape === undefined ? undefined : reader.expression(escape),
    at,
  };
}

/** What SQLite compares with IS, NULL and NULL being equal; `IS DISTINCT FROM` arrives as something else. */
const sqliteOperands = new Set(["single_quote_string", "string", "number", "column_ref"]);

/** `IS NULL`, `IS TRUE`; `IS DISTINCT FROM` arrives as a text without its parts and is strange. */
function readIs(reader: ForeignReader, node: ForeignNode, arg: Expression, not: boolean, at: Range): Expression {
  const right = nodeAt(node, "right") ?? {};
  if (right.type === "null") return { kind: "is", test: "null", not, arg, at };
  if (right.type === "bool" || right.type === "boolean") {
    return { kind: "is", test: right.value === true || right.value === "TRUE" ? "true" : "false", not, arg, at };
  }
  if (reader.dialect === "sqlite" && sqliteOperands.has(textAt(right, "type") ?? ""))
    return { kind: "distinct", not: !not, left: arg, right: reader.expression(right), at };
  const what = `IS ${nameIn(right) ?? "something"}`;
  reader.strange(what);
  return { kind: "opaque", what, args: [arg], strange: true, at };
}
