import type { Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import type { Program } from "./program-queries.ts";
import { columnText, rawText, tableText, value } from "./script-expression.ts";
import { narrowed } from "./select.ts";
import type { Built } from "./select.ts";
import { around, hole, joined, name, word } from "./words.ts";
import type { Words } from "./words.ts";

/** An operator that Knex and Kysely are given as a text: matches `=`, `not in`, `is not`. */
const operator = /^(?:=|==|<>|!=|<|<=|>|>=|(?:not )?in|(?:not )?i?like|is(?: not)?|is(?: not)? distinct from)$/i;

/** A condition out of a column, an operator and a value; `where("a", 1)` means `=`. */
function compared(program: Program, nodes: readonly SyntaxNode[], node: SyntaxNode): Words {
  const [column, middle, last] = nodes;
  if (column === undefined) return hole(node);
  if (nodes.length === 1) return alone(program, column);
  const sign = last === undefined ? "=" : textOf(middle, program.tree);
  const right = last ?? middle;
  if (sign === undefined || right === undefined || !operator.test(sign)) return hole(node);
  const list = /in$/i.test(sign) && right.type !== "ArrayExpression";
  const given = rawText(program, right) ?? value(program, right);
  const words = list ? around(right, "(", given, ")") : given;
  return [...columnWords(program, column), word(` ${sign === "==" ? "=" : sign} `, column, "end"), ...words];
}

function columnWords(program: Program, node: SyntaxNode): Words {
  return rawText(program, node) ?? columnText(program, node);
}

/** `where({ job_status: "completed" })`, `where(knex.raw("…"))`, `where(true)`; a function is not followed. */
function alone(program: Program, node: SyntaxNode): Words {
  const raw = rawText(program, node);
  if (raw !== undefined) return raw;
  if (node.type !== "ObjectExpression" || node.children.some(({ type }) => type !== "Property"))
    return callback(program, node) ?? hole(node);
  const parts = node.children.map((property): Words => {
    const key = property.child("key");
    const given = property.child("value");
    if (key === undefined || given === undefined) return hole(property);
    const path = key.text.replaceAll(/["']/g, "").split(".");
    return [...name(path, key), word(" = ", key), ...value(program, given)];
  });
  return parts.length === 0 ? [word("TRUE", node)] : around(node, "(", joined(parts, " AND "), ")");
}

/** Kysely's `(eb) => eb("job_status", "=", "completed")`, `eb.or([…])`, `eb.not(…)`. */
function callback(program: Program, node: SyntaxNode): Words | undefined {
  if (node.type !== "ArrowFunctionExpression") return undefined;
  const body = node.child("body");
  return body === undefined ? undefined : built(program, body);
}

function built(program: Program, node: SyntaxNode): Words {
  const call = program.calls.get(node);
  if (call === undefined) return rawText(program, node) ?? hole(node);
  const nodes = call.args.map((arg) => arg.node);
  const [first] = nodes;
  if (call.method === "and" || call.method === "or") {
    const items = first?.type === "ArrayExpression" ? first.children : nodes;
    return around(
      node,
      "(",
      joined(
        items.map((item) => built(program, item)),
        call.method === "and" ? " AND " : " OR ",
      ),
      ")",
    );
  }
  if (call.method === "not" && first !== undefined) return around(node, "(NOT ", built(program, first), ")");
  if (call.receiver === undefined && nodes.length === 3) return around(node, "(", compared(program, nodes, node), ")");
  return rawText(program, node) ?? hole(node);
}

/** Which kind of condition a method adds: its name without what joins it to the others. */
const conditions = /^(and|or)?(where|having)(Not)?(Raw|In|NotIn|Null|NotNull|Between|NotBetween|Like|ILike|Ref|Column)?$/i;

function condition(program: Program, { args, node }: Call, kind: string): Words {
  const nodes = args.map((arg) => arg.node);
  const [first, second] = nodes;
  if (first === undefined) return hole(node);
  const after = (text: string, words: Words): Words => [...columnWords(program, first), word(text, first, "end"), ...words];
  switch (kind.toLowerCase()) {
    case "":
      return compared(program, nodes, node);
    case "raw":
      return rawText(program, node) ?? rawArgument(program, first);
    case "in":
    case "notin":
      return second === undefined
        ? hole(node)
        : after(kind.toLowerCase() === "in" ? " IN " : " NOT IN ", listWords(program, second));
    case "null":
    case "notnull":
      return after(kind.toLowerCase() === "null" ? " IS NULL" : " IS NOT NULL", []);
    case "like":
    case "ilike":
      return second === undefined
        ? hole(node)
        : after(kind.toLowerCase() === "like" ? " LIKE " : " ILIKE ", value(program, second));
    case "between":
      return second?.type === "ArrayExpression" && second.children.length === 2
        ? after(
            " BETWEEN ",
            joined(
              second.children.map((item) => value(program, item)),
              " AND ",
            ),
          )
        : hole(node);
    case "ref":
    case "column":
      return columnsCompared(program, nodes) ?? hole(node);
    default:
      return hole(node);
  }
}

/** `whereColumn("a", "b")` and `whereRef("a", "=", "b")`. */
function columnsCompared(program: Program, [left, middle, last]: readonly SyntaxNode[]): Words | undefined {
  const right = last ?? middle;
  const sign = last === undefined ? "=" : textOf(middle, program.tree);
  if (left === undefined || right === undefined || sign === undefined || !operator.test(sign)) return undefined;
  return [...columnWords(program, left), word(` ${sign} `, left, "end"), ...columnWords(program, right)];
}

function listWords(program: Program, node: SyntaxNode): Words {
  const words = value(program, node);
  return node.type === "ArrayExpression" || words[0]?.text.startsWith("(") === true ? words : around(node, "(", words, ")");
}

/** `whereRaw("job_status = 'completed'")`. */
function rawArgument(program: Program, node: SyntaxNode): Words {
  const text = textOf(node, program.tree);
  return text === undefined
    ? hole(node)
    : [{ text: `(${text})`, at: node.at, source: (index) => Math.min(node.at[0] + index, node.at[1]) }];
}

const aggregates = new Set(["sum", "avg", "min", "max", "count", "sumDistinct", "avgDistinct", "countDistinct"]);

/**
 * `sum("total as t")` and `sum({ revenue: "total" })` of Knex, also `fn.sum("total")` and `eb.fn.sum("total").as("t")` in Kysely's
 * select.
 */
function aggregated(program: Program, { method = "", args, node }: Call): Words[] {
  const plain = method.replace("Distinct", "");
  const of = (column: Words): Words => around(node, `${plain}(${plain === method ? "" : "DISTINCT "}`, column, ")");
  const named = args.flatMap((arg) => columnsGiven(arg.node));
  return named.length === 0 ? [of([word("*", node)])] : named.map((column) => of(columnText(program, column).slice(0, 1)));
}

/** The columns of `"total"`, `["total", "amount"]` and `{ revenue: "total" }`; `{ as: "t" }` names none. */
function columnsGiven(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === "ArrayExpression") return node.children;
  if (node.type !== "ObjectExpression") return [node];
  return node.children.flatMap((property) => {
    const given = property.child("value");
    if (given === undefined || property.child("key")?.text === "as") return [];
    return columnsGiven(given);
  });
}

/** What is selected: names, raw text, aggregates, lists of these, and functions that give them. */
function targets(program: Program, node: SyntaxNode): Words[] {
  if (node.type === "ArrayExpression") return node.children.flatMap((item) => targets(program, item));
  if (node.type === "ArrowFunctionExpression") {
    const body = node.child("body");
    return body === undefined ? [hole(node)] : targets(program, body);
  }
  const raw = rawText(program, node);
  // Without the brackets round it, so that it may bring a name of its own.
  if (raw !== undefined) return [raw.slice(1, -1)];
  const call = program.calls.get(node);
  if (call === undefined) return [columnText(program, node)];
  if (call.method === "as" && call.receiver !== undefined) return targets(program, call.receiver);
  if (call.method === "filterWhere" && call.receiver !== undefined) {
    const inner = targets(program, call.receiver).flat();
    const nodes = call.args.map((arg) => arg.node);
    return [[...inner, word(" FILTER (WHERE ", node), ...compared(program, nodes, node), word(")", node, "end")]];
  }
  return aggregates.has(call.method ?? "") ? aggregated(program, call) : [hole(node)];
}

const joins: Readonly<Partial<Record<string, string>>> = {
  join: " JOIN ",
  innerJoin: " JOIN ",
  leftJoin: " LEFT JOIN ",
  leftOuterJoin: " LEFT JOIN ",
  rightJoin: " RIGHT JOIN ",
  rightOuterJoin: " RIGHT JOIN ",
  fullJoin: " FULL JOIN ",
  fullOuterJoin: " FULL JOIN ",
  crossJoin: " CROSS JOIN ",
};

function joinWords(program: Program, join: string, { args, node }: Call): Words {
  const [table, ...rest] = args.map((arg) => arg.node);
  const words = table === undefined ? undefined : tableText(program, table);
  const [left] = rest;
  const right = rest.at(-1);
  if (words === undefined) return [];
  if (join === " CROSS JOIN ") return [word(join, node), ...words];
  const isPlain = rest.length >= 2 && rest.length <= 3 && left !== undefined && right !== undefined;
  const on = isPlain ? [...columnText(program, left), word(" = ", node), ...columnText(program, right)] : [word("1 = 1", node)];
  return [word(join, node), ...words, word(" ON (", node), ...on, word(")", node, "end")];
}

const harmless = new Set(
  "then catch execute executeTakeFirst executeTakeFirstOrThrow as debug on clone timeout transacting stream pluck first returning toSQL compile $call withSchema".split(
    " ",
  ),
);

/** One step of a chain of Knex or Kysely. */
export function takeText(program: Program, query: Built, call: Call): Built {
  const { method = "", args, node } = call;
  const nodes = args.map((arg) => arg.node);
  const [, by = "", clause = "", not, kind = ""] = conditions.exec(method) ?? [];
  if (clause.toLowerCase() === "where") {
    const words = condition(program, call, kind);
    return narrowed(
      query,
      not === undefined ? words : around(node, "(NOT (", words, "))"),
      by.toLowerCase() === "or" ? "OR" : "AND",
    );
  }
  if (clause !== "") return { ...query, having: [...query.having, hole(node)] };
  const join = joins[method];
  if (join !== undefined) return { ...query, joins: [...query.joins, joinWords(program, join, call)] };
  if (aggregates.has(method)) return { ...query, targets: [...query.targets, ...aggregated(program, call)] };
  switch (method) {
    case "select":
    case "column":
    case "columns":
    case "distinct":
      return { ...query, targets: [...query.targets, ...nodes.flatMap((item) => targets(program, item))] };
    case "selectAll":
      return { ...query, targets: [...query.targets, [word("*", node)]] };
    case "groupBy":
      return { ...query, group: [...query.group, ...nodes.flatMap((item) => targets(program, item))] };
    case "orderBy":
      return { ...query, order: query.order };
    case "limit":
    case "offset":
      return { ...query, limit: true };
    default:
      return harmless.has(method) ? query : narrowed(query, hole(node));
  }
}
