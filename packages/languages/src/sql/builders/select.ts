import type { SyntaxNode } from "../../code/node.ts";
import { joined, word } from "./words.ts";
import type { Words } from "./words.ts";

/** A query that a builder is about to make. */
export interface Built {
  readonly node: SyntaxNode;
  readonly targets: readonly Words[];
  /** Tables that stand next to each other. */
  readonly from: readonly Words[];
  /** Each with its JOIN before it. */
  readonly joins: readonly Words[];
  /** Conditions in order, joined by AND or OR as SQL reads them. */
  readonly where: readonly { readonly by: "AND" | "OR"; readonly words: Words }[];
  readonly group: readonly Words[];
  readonly having: readonly Words[];
  readonly order: readonly Words[];
  readonly limit: boolean;
  readonly distinct: boolean;
}

export function emptyQuery(node: SyntaxNode): Built {
  return { node, targets: [], from: [], joins: [], where: [], group: [], having: [], order: [], limit: false, distinct: false };
}

export function narrowed(query: Built, words: Words, by: "AND" | "OR" = "AND"): Built {
  return { ...query, where: [...query.where, { by, words }] };
}

/** The query as SQL. */
export function rendered(query: Built): Words {
  const say = (text: string): Words => [word(text, query.node)];
  const clause = (opening: string, lists: readonly Words[], between: string): Words =>
    lists.length === 0 ? [] : [...say(opening), ...joined(lists, between)];
  const conditions = query.where.flatMap(({ by, words }, index) => [
    ...say(index === 0 ? " WHERE (" : ` ${by} (`),
    ...words,
    ...say(")"),
  ]);
  const targets = query.targets.length === 0 ? say("*") : joined(query.targets, ", ");
  return [
    ...say(query.distinct ? "SELECT DISTINCT " : "SELECT "),
    ...targets,
    ...clause(" FROM ", query.from, ", "),
    ...query.joins.flat(),
    ...conditions,
    ...clause(" GROUP BY ", query.group, ", "),
    ...clause(" HAVING ", query.having, " AND "),
    ...clause(" ORDER BY ", query.order, ", "),
    ...(query.limit ? say(" LIMIT 1") : []),
  ];
}
