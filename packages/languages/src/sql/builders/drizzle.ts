import type { Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { modelFor } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { drizzleExpression } from "./script-expression.ts";
import { narrowed } from "./select.ts";
import type { Built } from "./select.ts";
import { around, hole, name, word } from "./words.ts";
import type { Words } from "./words.ts";

/** The columns of `db.select({ total: sum(jobs.total) })`; all of them where it names none. */
export function drizzleTargets(program: Program, { args }: Call): Words[] {
  const [shape] = args;
  if (shape?.node.type !== "ObjectExpression") return [];
  return shape.node.children.map((property) => {
    const value = property.child("value");
    if (value === undefined) return hole(property);
    const words = drizzleExpression(program, value);
    return [...words, word(` AS "${property.child("key")?.text ?? ""}"`, property, "end")];
  });
}

/** A Drizzle table in FROM or JOIN; undefined for anything else. */
function tableWords(program: Program, node: SyntaxNode, own = node.text.split(".").at(-1) ?? ""): Words | undefined {
  const model = modelFor(program, node);
  if (model === undefined) return undefined;
  const path = model.schema === undefined ? [model.name] : [model.schema, model.name];
  return [...name(path, node), word(" AS ", node), ...name([own], node)];
}

const joins: Readonly<Partial<Record<string, string>>> = {
  innerJoin: " JOIN ",
  leftJoin: " LEFT JOIN ",
  rightJoin: " RIGHT JOIN ",
  fullJoin: " FULL JOIN ",
};

/** One step of a chain of Drizzle. */
export function takeDrizzle(program: Program, query: Built, { method = "", args, node }: Call): Built | undefined {
  const [first, second] = args.map((arg) => arg.node);
  const all = (): Words[] => args.map((arg) => drizzleExpression(program, arg.node));
  if (method === "from" && first !== undefined) {
    const words = tableWords(program, first);
    return words && { ...query, from: [...query.from, words] };
  }
  const join = joins[method];
  if (join !== undefined && first !== undefined) {
    const words = tableWords(program, first) ?? [...name([first.text], first)];
    const on = second === undefined ? [word("1 = 1", node)] : drizzleExpression(program, second);
    return {
      ...query,
      joins: [...query.joins, [word(join, first), ...words, word(" ON ", first), ...around(first, "(", on, ")")]],
    };
  }
  switch (method) {
    case "where":
      return first === undefined ? query : narrowed(query, drizzleExpression(program, first));
    case "groupBy":
      return { ...query, group: [...query.group, ...all()] };
    case "having":
      return { ...query, having: [...query.having, ...all()] };
    case "orderBy":
      return { ...query, order: [...query.order, ...all()] };
    case "limit":
    case "offset":
      return { ...query, limit: true };
    default:
      return ["as", "$dynamic", "execute", "prepare", "then", "catch", "for", "all", "get"].includes(method)
        ? query
        : narrowed(query, hole(node));
  }
}

/** `db.query.jobs.findMany({ where: eq(jobs.status, "completed") })`, also with `where: (row, { eq }) => eq(row.status, …)`. */
export function relational(program: Program, call: Call, query: Built): Built | undefined {
  const holder = call.receiver;
  const table = holder?.child("property");
  if (!/^find(?:Many|First)$/.test(call.method ?? "") || holder?.child("object")?.child("property")?.text !== "query")
    return undefined;
  const settings = call.args[0]?.node.children ?? [];
  const where = settings.find((property) => property.child("key")?.text === "where")?.child("value");
  const row = where?.type === "ArrowFunctionExpression" ? where.all("params")[0] : undefined;
  const words = table === undefined ? undefined : tableWords(program, table, row?.text);
  const model = table === undefined ? undefined : modelFor(program, table);
  if (words === undefined || model === undefined) return undefined;
  const found = { ...query, from: [words] };
  if (where === undefined) return found;
  const body = row === undefined ? where : where.child("body");
  const inside = row === undefined ? program : { ...program, models: new Map([...program.models, [row.text, model]]) };
  return narrowed(found, body === undefined ? hole(where) : drizzleExpression(inside, body));
}
