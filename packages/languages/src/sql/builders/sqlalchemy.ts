import type { Argument, Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { condition, expression } from "./sqlalchemy-expression.ts";
import { modelOf } from "./sqlalchemy-names.ts";
import type { Alchemy } from "./sqlalchemy-names.ts";
import { managerOf, readDjango } from "./django.ts";
import { deepest, modelFor, valuesOf } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { emptyQuery, narrowed, rendered } from "./select.ts";
import type { Built } from "./select.ts";
import { around, hole, name, word } from "./words.ts";
import type { Words } from "./words.ts";

/** The tables of a query, by the names that the program has for them. */
interface Tables {
  readonly known: Map<string, Words>;
  readonly joined: Set<string>;
}

interface Reading {
  readonly program: Program;
  readonly tables: Tables;
  readonly alchemy: Alchemy;
}

/** A chain of SQLAlchemy calls as queries: `select(…).where(…)`, `session.query(…).filter(…)`, `Job.query.filter_by(…)`. */
export function readAlchemy(program: Program, node: SyntaxNode, depth: number): readonly Built[] {
  if (depth > deepest) return [];
  return chainsOf(program, node, depth).flatMap((steps) => readSteps(program, steps, depth) ?? []);
}

/** The calls of a chain from its beginning on; several where the variable it goes out from may hold several. */
function chainsOf(program: Program, node: SyntaxNode, depth: number): readonly (readonly Call[])[] {
  const call = program.calls.get(node);
  if (call === undefined || depth > deepest) return [];
  const { receiver } = call;
  if (receiver?.type === "call") return chainsOf(program, receiver, depth).map((steps) => [...steps, call]);
  if (receiver?.type !== "identifier" || call.method === "query") return [[call]];
  const before = valuesOf(program, receiver).flatMap((value) => chainsOf(program, value, depth + 1));
  return before.length === 0 ? [[call]] : before.map((steps) => [...steps, call]);
}

function readSteps(program: Program, steps: readonly Call[], depth: number): Built | undefined {
  const [root, ...rest] = steps;
  if (root === undefined) return undefined;
  const tables: Tables = { known: new Map(), joined: new Set() };
  const reading: Reading = { program, tables, alchemy: alchemyOf(program, tables, depth) };
  const manager = managerOf(program, root);
  if (manager !== undefined) return readDjango(program, reading.alchemy, manager, steps);
  let query = begin(reading, root);
  const isQuery = root.receiver?.type === "attribute" && root.receiver.child("attribute")?.text === "query";
  if (query === undefined) return undefined;
  for (const step of isQuery ? steps : rest) {
    query = take(reading, query, step);
    if (answers.has(step.method ?? "")) break;
  }
  const from = [...tables.known].filter(([own]) => !tables.joined.has(own)).map(([, words]) => words);
  return from.length === 0 ? undefined : { ...query, from };
}

function alchemyOf(program: Program, tables: Tables, depth: number): Alchemy {
  const alchemy: Alchemy = {
    program,
    depth,
    entity: (node) => entity(program, tables, node, depth),
    model: (node) => modelOf(program, node),
    subquery: (node) => subquery(program, node, depth),
  };
  return alchemy;
}

/** The name of a table in the query; it belongs to FROM from then on. */
function entity(program: Program, tables: Tables, node: SyntaxNode, depth: number): string | undefined {
  const own = node.text.split(".").at(-1) ?? "";
  if (tables.known.has(own)) {
    program.consumed.add(node);
    return own;
  }
  const words = sourceOf(program, node, own, depth);
  if (words !== undefined) tables.known.set(own, words);
  return words === undefined ? undefined : own;
}

function sourceOf(program: Program, node: SyntaxNode, own: string, depth: number): Words | undefined {
  const model = modelFor(program, node);
  if (model !== undefined) {
    const path = model.schema === undefined ? [model.name] : [model.schema, model.name];
    return [...name(path, node), word(" AS ", node), ...name([own], node)];
  }
  const [value, ...others] = valuesOf(program, node);
  const call = value === undefined || others.length > 0 ? undefined : program.calls.get(value);
  if (call === undefined || depth > deepest) return undefined;
  const [first] = call.args;
  if ((call.method === "aliased" || call.method === "alias") && first !== undefined && call.receiver === undefined)
    return sourceOf(program, first.node, own, depth + 1);
  if (call.method === "alias" && call.receiver !== undefined && modelFor(program, call.receiver) !== undefined)
    return sourceOf(program, call.receiver, own, depth + 1);
  if (!["subquery", "cte", "alias", "lateral"].includes(call.method ?? "")) return undefined;
  const [inner] = readAlchemy(program, call.node, depth + 1);
  if (inner !== undefined) consume(program, node, call.node, inner.node);
  return inner && [...around(call.node, "(", rendered(inner), ")"), word(" AS ", node), ...name([own], node)];
}

/** These are part of a larger query now. */
function consume({ consumed }: Program, ...nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) consumed.add(node);
}

/** A whole query as a value: `select(…).scalar_subquery()`, `exists().where(…)`. */
function subquery(program: Program, node: SyntaxNode, depth: number): Words | undefined {
  const call = program.calls.get(node);
  if (
    call === undefined ||
    !/^(?:select|exists|where|filter|filter_by|scalar_subquery|as_scalar|subquery|limit|group_by|select_from|join|order_by)$/.test(
      call.method ?? "",
    )
  )
    return undefined;
  const [query] = readAlchemy(program, node, depth + 1);
  if (query === undefined) return undefined;
  consume(program, node, query.node);
  const exists = chainsOf(program, node, depth)[0]?.some((step) => step.method === "exists") === true;
  return around(node, exists ? "EXISTS (" : "(", rendered(query), ")");
}

/** What a chain begins with; nothing where that is no query. */
function begin(reading: Reading, root: Call): Built | undefined {
  const { method, receiver, args, node } = root;
  const empty = emptyQuery(node);
  if (receiver?.type === "attribute" && receiver.child("attribute")?.text === "query") {
    const holder = receiver.child("object");
    const own = holder === undefined ? undefined : reading.alchemy.entity(holder);
    return own === undefined || holder === undefined ? undefined : { ...empty, targets: [name([own, "*"], holder)] };
  }
  const isSelect = method === "select" && (receiver === undefined || /^(?:sa|sqlalchemy|sql|db|expression)$/.test(receiver.text));
  if (isSelect || (method === "query" && receiver !== undefined)) return { ...empty, targets: targetsOf(reading, args) };
  if (method === "exists" && receiver === undefined) return { ...empty, targets: targetsOf(reading, args) };
  if (method === "select" && receiver !== undefined && modelFor(reading.program, receiver) !== undefined)
    return { ...empty, targets: [name([reading.alchemy.entity(receiver) ?? "", "*"], receiver)] };
  return undefined;
}

function targetsOf({ alchemy }: Reading, args: readonly Argument[]): Words[] {
  const nodes = args.flatMap(({ node, name: key }) => (key !== undefined ? [] : node.type === "list" ? node.children : [node]));
  return nodes.map((node) => target(alchemy, node));
}

/** A labelled expression keeps its label, so that an outer query finds it. */
function target(alchemy: Alchemy, node: SyntaxNode): Words {
  const label = alchemy.program.calls.get(node);
  const words = expression(alchemy, node);
  const given = label?.method === "label" ? label.args[0]?.node.text.replaceAll(/["']/g, "") : undefined;
  return given === undefined ? words : [...words, word(" AS ", node, "end"), word(`"${given}"`, node, "end")];
}

/** What these give is no query any more: the steps behind them work on its result. */
const answers = new Set(
  "scalar scalars scalar_one scalar_one_or_none one one_or_none all first count fetchall fetchone mappings delete update".split(
    " ",
  ),
);

const harmless = new Set(
  `scalar scalars one one_or_none all execution_options options correlate correlate_except label scalar_one scalar_one_or_none
   subquery cte alias lateral exists scalar_subquery as_scalar with_for_update params enable_eagerloads yield_per populate_existing
   with_hint prefix_with execute mappings unique partitions fetchall compile autoflush`.split(/\s+/),
);

function take(reading: Reading, query: Built, step: Call): Built {
  const { alchemy } = reading;
  const { method = "", args, node } = step;
  const words = (): Words[] => args.map((arg) => condition(alchemy, arg));
  switch (method) {
    case "where":
    case "filter":
      return conditions(query, words());
    case "filter_by":
      return conditions(
        query,
        args.map((arg) => keyword(reading, arg)),
      );
    case "having":
      return { ...query, having: [...query.having, ...words()] };
    case "group_by":
      return { ...query, group: [...query.group, ...words()] };
    case "order_by":
      return { ...query, order: [...query.order, ...words()] };
    case "limit":
    case "offset":
    case "fetch":
    case "first":
      return { ...query, limit: true };
    case "distinct":
      return { ...query, distinct: true };
    case "count":
      return { ...query, targets: [[word("count(*)", node)]] };
    case "delete":
    case "update":
      return { ...query, targets: [[word("1", node)]] };
    case "with_entities":
    case "with_only_columns":
      return { ...query, targets: targetsOf(reading, args) };
    case "add_columns":
      return { ...query, targets: [...query.targets, ...targetsOf(reading, args)] };
    case "select_from":
      for (const arg of args) alchemy.entity(arg.node);
      return query;
    case "join":
    case "outerjoin":
      return join(reading, query, step);
    default:
      return harmless.has(method) ? query : narrowed(query, hole(node));
  }
}

function conditions(query: Built, all: readonly Words[]): Built {
  let found = query;
  for (const words of all) found = narrowed(found, words);
  return found;
}

/** `filter_by(job_status="completed")` is about the table that was named last. */
function keyword({ tables, alchemy }: Reading, { name: key, node, spread }: Argument): Words {
  const own = [...tables.known.keys()].at(-1);
  if (key === undefined || own === undefined || spread !== undefined) return hole(node);
  return [...name([own, key], node), word(" = ", node), ...expression(alchemy, node)];
}

/** A class that no file maps: a table of which nothing is known but its name. */
function stranger({ known }: Tables, node: SyntaxNode): string | undefined {
  if (node.type !== "identifier") return undefined;
  known.set(node.text, name([node.text], node));
  return node.text;
}

/** `.join(Customer, Customer.id == Job.customer_id)`; without a condition SQLAlchemy finds one by foreign keys, which drops rows only. */
function join({ alchemy, tables, program }: Reading, query: Built, { method, args, node }: Call): Built {
  const [target, on] = args.filter((arg) => arg.name === undefined).map((arg) => arg.node);
  const condition = on ?? args.find((arg) => arg.name === "onclause")?.node;
  const outer = method === "outerjoin" || args.some((arg) => arg.name === "isouter" && arg.node.text === "True");
  const own = target === undefined ? undefined : (alchemy.entity(target) ?? stranger(tables, target));
  const words = own === undefined ? undefined : tables.known.get(own);
  if (own === undefined || words === undefined || target === undefined) return narrowed(query, hole(node));
  tables.joined.add(own);
  const isFull = args.some((arg) => arg.name === "full" && arg.node.text === "True");
  const kind = isFull ? " FULL JOIN " : outer ? " LEFT JOIN " : " JOIN ";
  const test =
    condition === undefined || modelFor(program, condition) !== undefined
      ? [word("1 = 1", node)]
      : expression(alchemy, condition);
  return {
    ...query,
    joins: [...query.joins, [word(kind, target), ...words, word(" ON (", target), ...test, word(")", target, "end")]],
  };
}
