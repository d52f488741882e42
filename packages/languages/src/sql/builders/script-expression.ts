import type { Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import { deepest, modelFor, sqlText, valuesOf } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { around, bound, hole, joined, name, text, word } from "./words.ts";
import type { Words } from "./words.ts";

/** A column written as a text, as Knex and Kysely have it: matches `j.total` and `titan.jobs.total`; not `sum(total)`. */
const path = /^[\w$]{1,63}(?:\.[\w$*]{1,63}){0,3}$/;

/** `total as t`: matches both names. */
const aliased = /^(.{1,200}?)\s{1,9}as\s{1,9}([\w$]{1,63})$/i;

/** A name that a builder is given as a text. */
export function columnText(program: Program, node: SyntaxNode): Words {
  const value = textOf(node, program.tree);
  if (value === undefined) return hole(node);
  const [, column = value, own] = aliased.exec(value) ?? [];
  if (column === "*") return [word("*", node, "all")];
  if (!path.test(column)) return hole(node);
  return own === undefined
    ? name(column.split("."), node)
    : [...name(column.split("."), node), word(` AS "${own}"`, node, "end")];
}

/** A table that a builder is given as a text or as `{ j: "titan.jobs" }`. */
export function tableText(program: Program, node: SyntaxNode): Words | undefined {
  const value = textOf(node, program.tree);
  if (value !== undefined) {
    const [, table = value, own] = aliased.exec(value) ?? [];
    if (!path.test(table)) return undefined;
    const words = name(table.split("."), node);
    return own === undefined ? words : [...words, word(` AS "${own}"`, node, "end")];
  }
  const [property] = node.type === "ObjectExpression" ? node.children : [];
  const inner = property?.child("value");
  const words = inner === undefined ? undefined : tableText(program, inner);
  return words && [...words, word(` AS "${property?.child("key")?.text ?? ""}"`, node, "end")];
}

/** A value: a literal, a constant, or what is bound at run time. */
export function value(program: Program, node: SyntaxNode, depth = 0): Words {
  const plain = textOf(node, program.tree);
  if (plain !== undefined) return text(plain, node);
  if (node.type === "Literal") return [word(node.text === "null" ? "NULL" : node.text.replaceAll("_", ""), node, "all")];
  if (node.type === "ArrayExpression")
    return around(
      node,
      "(",
      joined(
        node.children.map((item) => value(program, item, depth)),
        ", ",
      ),
      ")",
    );
  if (node.type === "TSAsExpression" && node.children[0] !== undefined) return value(program, node.children[0], depth);
  const [only, ...others] = valuesOf(program, node);
  return only !== undefined && others.length === 0 && depth < deepest ? value(program, only, depth + 1) : bound(node);
}

/** `knex.raw("…")`, sql`…` and sql.raw("…"): text that is put in. */
export function rawText(program: Program, node: SyntaxNode): Words | undefined {
  if (node.type === "TaggedTemplateExpression") return around(node, "(", templateText(program, node), ")");
  const call = program.calls.get(node);
  const [first] = call?.args ?? [];
  if (call === undefined || first === undefined || !["raw", "literal", "sql"].includes(call.method ?? "")) return undefined;
  return around(node, "(", sqlText(program, first.node), ")");
}

/** A template whose holes may be columns of a model. */
function templateText(program: Program, node: SyntaxNode): Words {
  const literal = program.tree.stringAt(node);
  return (literal?.pieces ?? []).flatMap((piece): Words => {
    if (piece.kind === "text") return [{ text: piece.text, at: piece.at, source: (index) => piece.source(index) }];
    if (piece.node === undefined) return hole(node);
    return (
      modelColumn(program, piece.node) ??
      tableOfModel(program, piece.node) ??
      rawText(program, piece.node) ??
      value(program, piece.node)
    );
  });
}

function tableOfModel(program: Program, node: SyntaxNode): Words | undefined {
  return node.type === "Identifier" && modelFor(program, node) !== undefined ? name([node.text], node) : undefined;
}

/** `jobs.total` of a Drizzle table. */
function modelColumn(program: Program, node: SyntaxNode): Words | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const holder = node.child("object");
  const own = node.child("property")?.text;
  const model = holder === undefined ? undefined : modelFor(program, holder);
  if (model === undefined || holder === undefined || own === undefined) return undefined;
  return name([holder.text.split(".").at(-1) ?? "", model.columns.get(own) ?? own], node);
}

const comparisons: Readonly<Partial<Record<string, string>>> = {
  eq: "=",
  ne: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  like: "LIKE",
  notLike: "NOT LIKE",
  ilike: "ILIKE",
  notIlike: "NOT ILIKE",
  inArray: "IN",
  notInArray: "NOT IN",
};

/** An expression of Drizzle: `eq(jobs.status, "completed")`, `and(…)`, `sum(jobs.total)`. */
export function drizzleExpression(program: Program, node: SyntaxNode, depth = 0): Words {
  const known = modelColumn(program, node) ?? rawText(program, node);
  if (known !== undefined) return known;
  const call = program.calls.get(node);
  if (call !== undefined) return drizzleCall(program, call, depth) ?? hole(node);
  if (node.type === "Identifier" && depth < deepest) {
    const [only, ...others] = valuesOf(program, node);
    if (only !== undefined && others.length === 0) return drizzleExpression(program, only, depth + 1);
    return hole(node);
  }
  return node.type === "Literal" || node.type === "ArrayExpression" ? value(program, node) : hole(node);
}

const aggregates = new Set(["sum", "avg", "min", "max", "count", "sumDistinct", "avgDistinct", "countDistinct"]);

function drizzleCall(program: Program, { method = "", args, node, receiver }: Call, depth: number): Words | undefined {
  const of = (part: SyntaxNode | undefined): Words => (part === undefined ? [] : drizzleExpression(program, part, depth + 1));
  const nodes = args.map((arg) => arg.node);
  const [first, second, third] = nodes;
  if (receiver !== undefined && ["as", "mapWith", "$type"].includes(method)) return of(receiver);
  if (receiver !== undefined) return undefined;
  const operator = comparisons[method];
  if (operator !== undefined)
    return around(node, "(", [...of(first), word(` ${operator} `, node), ...compared(program, second, depth)], ")");
  if (method === "and" || method === "or") {
    const parts = nodes.filter((part) => part.text !== "undefined").map(of);
    return parts.length === 0 ? undefined : around(node, "(", joined(parts, method === "and" ? " AND " : " OR "), ")");
  }
  if (method === "not") return around(node, "(NOT ", of(first), ")");
  if (method === "isNull" || method === "isNotNull")
    return around(node, "(", [...of(first), word(method === "isNull" ? " IS NULL" : " IS NOT NULL", node)], ")");
  if (method === "between" || method === "notBetween")
    return around(
      node,
      "(",
      [
        ...of(first),
        word(method === "between" ? " BETWEEN " : " NOT BETWEEN ", node),
        ...of(second),
        word(" AND ", node),
        ...of(third),
      ],
      ")",
    );
  if (method === "desc" || method === "asc") return of(first);
  if (!aggregates.has(method)) return undefined;
  const plain = method.replace("Distinct", "");
  return around(
    node,
    `${plain}(${plain === method ? "" : "DISTINCT "}`,
    first === undefined ? [word("*", node)] : of(first),
    ")",
  );
}

function compared(program: Program, node: SyntaxNode | undefined, depth: number): Words {
  if (node === undefined) return [];
  return modelColumn(program, node) ?? rawText(program, node) ?? value(program, node, depth);
}
