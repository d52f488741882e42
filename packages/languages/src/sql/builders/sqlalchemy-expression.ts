import type { Argument, Call } from "../../code/code-tree.ts";
import { ancestors } from "../../code/node.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import { deepest, sqlText, valuesOf } from "./program-queries.ts";
import { column, member } from "./sqlalchemy-names.ts";
import type { Alchemy } from "./sqlalchemy-names.ts";
import { around, bound, hole, joined, name, text, word } from "./words.ts";
import type { Words } from "./words.ts";

/** An expression of SQLAlchemy as SQL. */
export function expression(alchemy: Alchemy, node: SyntaxNode): Words {
  return simple(alchemy, node) ?? composite(alchemy, node) ?? hole(node);
}

function simple(alchemy: Alchemy, node: SyntaxNode): Words | undefined {
  switch (node.type) {
    case "string":
    case "concatenated_string": {
      const value = textOf(node, alchemy.program.tree);
      return value === undefined ? bound(node) : text(value, node);
    }
    case "integer":
    case "float":
      return [word(node.text, node, "all")];
    case "none":
      return [word("NULL", node, "all")];
    case "true":
    case "false":
      return [word(node.type, node, "all")];
    case "parenthesized_expression": {
      const [inner] = node.children;
      return inner === undefined ? undefined : around(node, "(", expression(alchemy, inner), ")");
    }
    case "attribute":
    case "subscript":
      return computed(alchemy, node) ?? column(alchemy, node) ?? member(alchemy, node);
    case "identifier":
      return variable(alchemy, node);
    default:
      return undefined;
  }
}

/** `Job.is_done` of `@hybrid_property`, read for this table; one of another file is not followed. */
function computed(alchemy: Alchemy, node: SyntaxNode): Words | undefined {
  const holder = node.child("object");
  const own = node.child("attribute")?.text;
  const model = holder === undefined ? undefined : alchemy.model(holder);
  const given = own === undefined ? undefined : model?.computed?.get(own);
  const entity = given === undefined || holder === undefined ? undefined : alchemy.entity(holder);
  if (given === undefined || entity === undefined) return undefined;
  if (alchemy.depth > deepest || [...ancestors(given)].at(-1) !== alchemy.program.tree.root) return hole(node);
  const isOwn = (inner: SyntaxNode): boolean => inner.text === "self" || inner.text === "cls";
  const inside: Alchemy = {
    ...alchemy,
    depth: alchemy.depth + 1,
    entity: (inner) => (isOwn(inner) ? entity : alchemy.entity(inner)),
    model: (inner) => (isOwn(inner) ? model : alchemy.model(inner)),
  };
  const words = expression(inside, given).map((piece) => ({ ...piece, at: node.at, source: () => node.at[0] }));
  return around(node, "(", words, ")");
}

function variable(alchemy: Alchemy, node: SyntaxNode): Words | undefined {
  const entity = alchemy.entity(node);
  if (entity !== undefined) return name([entity, "*"], node);
  if (alchemy.depth > deepest) return undefined;
  const values = valuesOf(alchemy.program, node);
  const [only] = values;
  if (only === undefined) return bound(node);
  if (values.length > 1) return undefined;
  const words = expression({ ...alchemy, depth: alchemy.depth + 1 }, only);
  if (alchemy.program.consumed.has(only)) alchemy.program.consumed.add(node);
  return words;
}

const comparisons: Readonly<Partial<Record<string, string>>> = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const operators: Readonly<Partial<Record<string, string>>> = { "&": "AND", "|": "OR", "+": "+", "-": "-", "*": "*", "/": "/" };

function composite(alchemy: Alchemy, node: SyntaxNode): Words | undefined {
  const of = (part: SyntaxNode | undefined): Words => (part === undefined ? [] : expression(alchemy, part));
  switch (node.type) {
    case "comparison_operator": {
      const [left, right] = node.children;
      const operator = comparisons[node.attribute("operators") ?? ""];
      if (operator === undefined || node.children.length !== 2) return undefined;
      if (right?.type === "none")
        return around(node, "(", [...of(left), word(operator === "=" ? " IS NULL" : " IS NOT NULL", right)], ")");
      return around(node, "(", [...of(left), word(` ${operator} `, node), ...of(right)], ")");
    }
    case "binary_operator": {
      const operator = operators[node.attribute("operator") ?? ""];
      if (operator === undefined) return undefined;
      return around(node, "(", [...of(node.child("left")), word(` ${operator} `, node), ...of(node.child("right"))], ")");
    }
    case "unary_operator":
      return around(node, node.attribute("operator") === "~" ? "(NOT " : "(- ", of(node.child("argument")), ")");
    case "list":
    case "tuple":
      return around(node, "(", joined(node.children.map(of), ", "), ")");
    case "call": {
      const call = alchemy.program.calls.get(node);
      return call === undefined ? undefined : readCall(alchemy, call);
    }
    default:
      return undefined;
  }
}

const junctions: Readonly<Partial<Record<string, string>>> = { and_: " AND ", or_: " OR " };

function readCall(alchemy: Alchemy, call: Call): Words | undefined {
  const subquery = alchemy.subquery(call.node);
  if (subquery !== undefined) return subquery;
  const { method = "", receiver, args, node } = call;
  const given = args.filter((arg) => arg.name === undefined && arg.spread === undefined);
  const between = junctions[method];
  if (between !== undefined)
    return args.length === 0
      ? undefined
      : around(
          node,
          "(",
          joined(
            args.map((arg) => condition(alchemy, arg)),
            between,
          ),
          ")",
        );
  if (receiver !== undefined && /(?:^|\.)func$/.test(receiver.text)) return called(alchemy, call, given);
  const [first] = given;
  if (receiver === undefined || /^(?:sa|sqlalchemy|db)$/.test(receiver.text)) return free(alchemy, method, given, call);
  return onColumn(alchemy, method, receiver, first?.node, call);
}

/** A condition; one that nobody can read is more than a value that is bound. */
export function condition(alchemy: Alchemy, { node, spread }: Argument): Words {
  const words = spread === undefined ? expression(alchemy, node) : hole(node);
  return words.length === 1 && words[0]?.placeholder?.kind === "parameter" ? hole(node) : words;
}

/** `func.sum(Job.total)`. */
function called(alchemy: Alchemy, { method = "", node }: Call, given: readonly Argument[]): Words {
  const args = given.map((arg) => expression(alchemy, arg.node));
  const inner = args.length === 0 && method === "count" ? [word("*", node)] : joined(args, ", ");
  return around(node, `${method}(`, inner, ")");
}

/** `case(…)`, `cast(…)`, `not_(…)`, `text("…")`: functions of SQLAlchemy itself. */
function free(alchemy: Alchemy, method: string, given: readonly Argument[], { node, args }: Call): Words | undefined {
  const [first, second] = given;
  const of = (arg: Argument | undefined): Words => (arg === undefined ? [] : expression(alchemy, arg.node));
  switch (method) {
    case "not_":
      return around(node, "(NOT ", of(first), ")");
    case "cast":
    case "type_coerce":
    case "literal":
    case "label":
    case "nullslast":
    case "asc":
    case "desc":
      return of(first);
    case "distinct":
      return around(node, "DISTINCT ", of(first), "");
    case "null":
    case "true":
    case "false":
      return [word(method, node, "all")];
    case "text":
    case "literal_column":
      return first === undefined ? undefined : around(node, "(", sqlText(alchemy.program, first.node), ")");
    case "extract":
      return second === undefined ? undefined : around(node, "date_part('x', ", of(second), ")");
    case "case":
      return readCase(alchemy, node, args);
    default:
      return undefined;
  }
}

/** `case((condition, value), …, else_=value)`, the arms also in a list. */
function readCase(alchemy: Alchemy, node: SyntaxNode, args: readonly Argument[]): Words | undefined {
  const given = args.filter((arg) => arg.name === undefined).map((arg) => arg.node);
  const [list] = given;
  const arms = list?.type === "list" ? list.children : given;
  const otherwise = args.find((arg) => arg.name === "else_")?.node;
  if (arms.length === 0 || arms.some((arm) => arm.type !== "tuple" || arm.children.length !== 2)) return undefined;
  const found = arms.flatMap((arm): Words => {
    const [when, then] = arm.children;
    if (when === undefined || then === undefined) return [];
    return [word(" WHEN ", arm), ...expression(alchemy, when), word(" THEN ", then), ...expression(alchemy, then)];
  });
  const last = otherwise === undefined ? [] : [word(" ELSE ", otherwise), ...expression(alchemy, otherwise)];
  return around(node, "CASE", [...found, ...last], " END");
}

const tests: Readonly<Partial<Record<string, string>>> = {
  in_: " IN ",
  notin_: " NOT IN ",
  not_in: " NOT IN ",
  is_: " IS NOT DISTINCT FROM ",
  is_not: " IS DISTINCT FROM ",
  isnot: " IS DISTINCT FROM ",
  is_distinct_from: " IS DISTINCT FROM ",
  is_not_distinct_from: " IS NOT DISTINCT FROM ",
  like: " LIKE ",
  ilike: " ILIKE ",
  notlike: " NOT LIKE ",
  not_like: " NOT LIKE ",
  notilike: " NOT ILIKE ",
  not_ilike: " NOT ILIKE ",
};
const silent = new Set([
  "label",
  "asc",
  "desc",
  "nullslast",
  "nulls_last",
  "nullsfirst",
  "nulls_first",
  "scalar_subquery",
  "as_scalar",
  "astext",
  "cast",
]);

/** `Job.status.in_([…])`, `func.sum(Job.total).filter(…)`. */
function onColumn(
  alchemy: Alchemy,
  method: string,
  receiver: SyntaxNode,
  first: SyntaxNode | undefined,
  { node, args }: Call,
): Words | undefined {
  const left = (): Words => expression(alchemy, receiver);
  const test = tests[method];
  if (test !== undefined && first !== undefined)
    return around(node, "(", [...left(), word(test, first), ...listed(alchemy, first, test)], ")");
  if (silent.has(method)) return left();
  if (method === "distinct") return around(node, "DISTINCT ", left(), "");
  if (method === "between" && args[1] !== undefined && first !== undefined)
    return around(
      node,
      "(",
      [
        ...left(),
        word(" BETWEEN ", first),
        ...expression(alchemy, first),
        word(" AND ", first),
        ...expression(alchemy, args[1].node),
      ],
      ")",
    );
  if (method === "filter") {
    const conditions = args.map((arg) => condition(alchemy, arg));
    return [...left(), word(" FILTER (WHERE ", node), ...joined(conditions, " AND "), word(")", node, "end")];
  }
  if (method === "over") return [...left(), ...over(alchemy, node, args)];
  return undefined;
}

/** The right side of IN stands in brackets, also where it is a variable. */
function listed(alchemy: Alchemy, node: SyntaxNode, test: string): Words {
  const words = expression(alchemy, node);
  if (!test.endsWith("IN ") || words[0]?.text.startsWith("(") === true) return words;
  return around(node, "(", words, ")");
}

function over(alchemy: Alchemy, node: SyntaxNode, args: readonly Argument[]): Words {
  const part = (key: string, opening: string): Words => {
    const value = args.find((arg) => arg.name === key)?.node;
    if (value === undefined) return [];
    const items = value.type === "list" || value.type === "tuple" ? value.children : [value];
    return [
      word(opening, value),
      ...joined(
        items.map((item) => expression(alchemy, item)),
        ", ",
      ),
    ];
  };
  return [
    word(" OVER (", node),
    ...part("partition_by", "PARTITION BY "),
    ...part("order_by", " ORDER BY "),
    word(")", node, "end"),
  ];
}
