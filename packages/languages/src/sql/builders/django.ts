import type { Argument, Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import { modelFor } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { emptyQuery, narrowed } from "./select.ts";
import type { Built } from "./select.ts";
import { expression as valueOf } from "./sqlalchemy-expression.ts";
import type { Alchemy } from "./sqlalchemy-names.ts";
import { around, hole, joined, name, word } from "./words.ts";
import type { Words } from "./words.ts";

/** A query over one model, while it is read. */
interface Reading {
  readonly alchemy: Alchemy;
  readonly columns: ReadonlyMap<string, string>;
}

const begins = new Set("aggregate annotate filter exclude values values_list all order_by get first last alias".split(" "));

/** The model of `Job.objects.filter(…)`; undefined where the chain begins otherwise. */
export function managerOf(program: Program, { receiver, method }: Call): SyntaxNode | undefined {
  const holder = receiver?.type === "attribute" ? receiver.child("object") : undefined;
  const own = receiver?.child("attribute")?.text;
  if (holder === undefined || own === undefined || /^(?:query|c|columns)$/.test(own)) return undefined;
  if (!/^(?:objects|_default_manager|_base_manager)$/.test(own) && !begins.has(method ?? "")) return undefined;
  return modelFor(program, holder) === undefined ? undefined : holder;
}

/** The calls of a chain that goes out from a manager of Django, as a query. */
export function readDjango(program: Program, alchemy: Alchemy, model: SyntaxNode, steps: readonly Call[]): Built | undefined {
  const table = modelFor(program, model);
  const [root] = steps;
  if (table === undefined || root === undefined) return undefined;
  const path = table.schema === undefined ? [table.name] : [table.schema, table.name];
  const reading: Reading = { alchemy, columns: table.columns };
  let query: Built = { ...emptyQuery(steps.at(-1)?.node ?? root.node), from: [name(path, model)] };
  const manager = root.receiver?.child("attribute")?.text ?? "";
  // A manager of the project's own may filter, and nobody can say what.
  if (!/^(?:objects|_default_manager|_base_manager)$/.test(manager)) query = narrowed(query, hole(root.receiver ?? root.node));
  for (const step of steps) query = take(reading, query, step);
  return query;
}

const harmless = new Set(
  "all order_by select_related prefetch_related only defer using iterator none reverse select_for_update".split(" "),
);
const rowless = new Set(
  "update delete exists create bulk_create bulk_update get_or_create update_or_create count acreate aexists acount".split(" "),
);

function take(reading: Reading, query: Built, { method = "", args, node }: Call): Built {
  if (harmless.has(method)) return query;
  if (rowless.has(method)) return { ...query, targets: [[word("1", node)]], group: [] };
  switch (method) {
    case "filter":
    case "get":
      return args.length === 0 ? query : narrowed(query, all(reading, args, node));
    case "exclude":
      return narrowed(query, around(node, "(", all(reading, args, node), ") IS NOT TRUE"));
    case "first":
    case "last":
      return { ...query, limit: true };
    case "distinct":
      return { ...query, distinct: true };
    case "values":
    case "values_list": {
      const targets = args
        .filter((arg) => arg.name !== "flat" && arg.name !== "named")
        .map((arg) => expression(reading, arg.node));
      return { ...query, targets };
    }
    case "aggregate":
      return { ...query, targets: args.map((arg) => expression(reading, arg.node)) };
    case "annotate":
    case "alias":
      return annotated(reading, query, args);
    default:
      return narrowed(query, hole(node));
  }
}

const aggregate = /\b(?:Sum|Avg|Max|Min|Count|StdDev|Variance|ArrayAgg|StringAgg)\(/;

/** What is added up stands beside the values that the rows are grouped by. */
function annotated(reading: Reading, query: Built, args: readonly Argument[]): Built {
  const added = args.map((arg) => expression(reading, arg.node));
  if (!args.some((arg) => aggregate.test(arg.node.text)))
    return query.targets.length === 0 ? query : { ...query, targets: [...query.targets, ...added] };
  if (query.targets.length === 0) return { ...query, targets: added };
  return { ...query, targets: [...query.targets, ...added], group: query.group.length > 0 ? query.group : query.targets };
}

function all(reading: Reading, args: readonly Argument[], node: SyntaxNode): Words {
  const words = args.map((arg) => condition(reading, arg));
  return words.length === 0 ? hole(node) : joined(words, " AND ");
}

/** `status="completed"`, `Q(…)`. */
function condition(reading: Reading, { name: key, node, spread }: Argument): Words {
  if (spread !== undefined) return hole(node);
  return key === undefined ? question(reading, node) : lookup(reading, key, node);
}

/** `Q(a=1) & ~Q(b=2) | Q(c=3)`. */
function question(reading: Reading, node: SyntaxNode): Words {
  const call = reading.alchemy.program.calls.get(node);
  if (call?.method === "Q") return around(node, "(", all(reading, call.args, node), ")");
  const of = (part: SyntaxNode | undefined): Words => (part === undefined ? hole(node) : question(reading, part));
  if (node.type === "parenthesized_expression") return of(node.children[0]);
  if (node.type === "unary_operator" && node.attribute("operator") === "~")
    return around(node, "((", of(node.child("argument")), ") IS NOT TRUE)");
  const operator = node.type === "binary_operator" ? node.attribute("operator") : undefined;
  if (operator !== "&" && operator !== "|") return hole(node);
  return around(
    node,
    "(",
    [...of(node.child("left")), word(operator === "&" ? " AND " : " OR ", node), ...of(node.child("right"))],
    ")",
  );
}

const comparisons: Readonly<Partial<Record<string, readonly [string, string]>>> = {
  exact: [" = ", ""],
  iexact: [" ILIKE ", ""],
  in: [" IN (", ")"],
  gt: [" > ", ""],
  gte: [" >= ", ""],
  lt: [" < ", ""],
  lte: [" <= ", ""],
  regex: [" ~ ", ""],
  iregex: [" ~* ", ""],
  startswith: [" LIKE (", " || '%')"],
  istartswith: [" ILIKE (", " || '%')"],
  endswith: [" LIKE ('%' || ", ")"],
  contains: [" LIKE ('%' || ", " || '%')"],
  icontains: [" ILIKE ('%' || ", " || '%')"],
};

/** `job_status__in=["completed"]`; what leads to another table is a column that nobody knows. */
function lookup(reading: Reading, key: string, node: SyntaxNode): Words {
  const parts = key.split("__");
  const last = parts.at(-1) ?? "";
  const field = column(
    reading,
    parts.length > 1 && (last in comparisons || last === "isnull") ? parts.slice(0, -1).join("__") : key,
  );
  const left = name([field], node);
  if (last === "isnull") return around(node, "(", [...left, word(node.text === "True" ? " IS NULL" : " IS NOT NULL", node)], ")");
  if (node.type === "none") return around(node, "(", [...left, word(" IS NULL", node)], ")");
  const [before, after] = comparisons[parts.length > 1 ? last : "exact"] ?? [" = ", ""];
  const value = valueOf(reading.alchemy, node);
  const list = before === " IN (" && value[0]?.text.startsWith("(") === true;
  const given = list ? [word(" IN ", node), ...value] : [word(before, node), ...value, word(after, node, "end")];
  return around(node, "(", [...left, ...given], ")");
}

function column({ columns }: Reading, field: string): string {
  return columns.get(field) ?? field;
}

const aggregates: Readonly<Partial<Record<string, string>>> = {
  Sum: "sum",
  Avg: "avg",
  Max: "max",
  Min: "min",
  Count: "count",
  ArrayAgg: "array_agg",
  StdDev: "stddev",
  Variance: "variance",
};
const transparent = new Set([
  "ExpressionWrapper",
  "Cast",
  "Round",
  "Abs",
  "TruncMonth",
  "TruncWeek",
  "TruncDay",
  "TruncYear",
  "TruncDate",
]);

/** `Sum("total", filter=Q(…))`, `F("total")`, `Case(When(…, then=…), default=…)`. */
function expression(reading: Reading, node: SyntaxNode): Words {
  const { program } = reading.alchemy;
  const text = textOf(node, program.tree);
  if (text !== undefined) return name([column(reading, text)], node);
  if (node.type === "integer" || node.type === "float") return [word(node.text, node, "all")];
  if (node.type === "parenthesized_expression" && node.children[0] !== undefined) return expression(reading, node.children[0]);
  if (node.type === "binary_operator") {
    const sides = [node.child("left"), node.child("right")].map((side) => (side === undefined ? [] : expression(reading, side)));
    return around(node, "(", joined(sides, ` ${node.attribute("operator") ?? "+"} `), ")");
  }
  const call = program.calls.get(node);
  return call === undefined ? hole(node) : called(reading, call);
}

function called(reading: Reading, { method = "", args, node }: Call): Words {
  const given = args.filter((arg) => arg.name === undefined).map((arg) => arg.node);
  const [first] = given;
  const named = (key: string): SyntaxNode | undefined => args.find((arg) => arg.name === key)?.node;
  const own = aggregates[method];
  const of = (part: SyntaxNode): Words => expression(reading, part);
  if (own !== undefined && first !== undefined) {
    const filter = named("filter");
    const inner = around(
      node,
      `${own}(`,
      textOf(first, reading.alchemy.program.tree) === "*" ? [word("*", first)] : of(first),
      ")",
    );
    if (filter === undefined) return inner;
    return [...inner, word(" FILTER (WHERE ", filter), ...question(reading, filter), word(")", filter, "end")];
  }
  if (method === "F" && first !== undefined) return of(first);
  if (method === "Value" && first !== undefined) return valueOf(reading.alchemy, first);
  if (transparent.has(method) && first !== undefined) return of(first);
  if (method === "Coalesce") return around(node, "coalesce(", joined(given.map(of), ", "), ")");
  return method === "Case" ? cased(reading, given, named("default"), node) : hole(node);
}

function cased(reading: Reading, arms: readonly SyntaxNode[], otherwise: SyntaxNode | undefined, node: SyntaxNode): Words {
  const found = arms.flatMap((arm): Words => {
    const call = reading.alchemy.program.calls.get(arm);
    const then = call?.args.find((arg) => arg.name === "then")?.node;
    if (call?.method !== "When" || then === undefined)
      return [word(" WHEN ", arm), ...hole(arm), word(" THEN ", arm), ...hole(arm)];
    const tests = call.args.filter((arg) => arg.name !== "then");
    return [word(" WHEN ", arm), ...all(reading, tests, arm), word(" THEN ", then), ...expression(reading, then)];
  });
  const last = otherwise === undefined ? [] : [word(" ELSE ", otherwise), ...expression(reading, otherwise)];
  return around(node, "CASE", [...found, ...last], " END");
}
