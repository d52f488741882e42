import { flatten, type SyntaxNode } from "@failcheck/languages";
import { addWrite, type Builder, type NewArgument } from "../builder.ts";
import type { Scope } from "../scope.ts";
import { destinationOf, tokensOf, type Destination } from "../sql-text.ts";
import { unknown, type Value } from "../values.ts";

/** A tagged template: what stands in its holes goes to the database as the text around them says. */
export function evaluateTagged(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const tag = facts.evaluate(node.child("tag"), scope);
  const literal = facts.tree.stringAt(node);
  if (!literal) return unknown;
  let before = "";
  const rest = flatten(literal, () => "$").text;
  for (const piece of literal.pieces) {
    if (piece.kind === "text") {
      before += piece.text;
      continue;
    }
    before += "$";
    const value = piece.node ? facts.evaluate(piece.node, scope) : unknown;
    if (tag.path === undefined || !piece.node) continue;
    const words = tokensOf(before.slice(0, -1));
    const destination = destinationOf(words, tokensOf(rest.slice(before.length)));
    if (destination) sent({ name: 0, node: piece.node, value }, tag.path, destination, scope, facts);
    else helper(piece.node, tag.path, words, scope, facts);
  }
  return unknown;
}

/** Notes that a value is sent as JSON, or to a column that may be JSON. */
function sent(given: NewArgument, client: string, to: Destination, scope: Scope, facts: Builder, verb = "sql"): void {
  const column = "json" in to ? "::jsonb" : `${to.table}.${to.column}`;
  addWrite(facts, scope, { ...given, target: client, column, verb });
}

/** `insert into jobs ${sql({ payload })}`: the helper's fields are columns. */
function helper(node: SyntaxNode, client: string, before: readonly string[], scope: Scope, facts: Builder): void {
  const table =
    before.at(-2) === "into" ? before.at(-1) : before.at(-1) === "set" && before.at(-3) === "update" ? before.at(-2) : undefined;
  const [rows] = node.type === "CallExpression" ? node.all("arguments") : [];
  if (table === undefined || !rows || facts.evaluate(node.child("callee"), scope).path !== client) return;
  const value = facts.evaluate(rows, scope);
  for (const [name, field] of value.fields ?? value.items?.fields ?? []) {
    sent({ name: 0, node: rows, value: field }, client, { table, column: name.toLowerCase() }, scope, facts);
  }
}

/** `sql.unsafe("… $1::jsonb …", [value])`: the values of the list by their numbers. */
export function evaluateUnsafe(client: string, args: readonly NewArgument[], scope: Scope, facts: Builder): void {
  for (const { given, to } of numbered(args, scope, facts)) sent(given, client, to, scope, facts);
}

/** `pool.query("… $1 …", [value])`: the driver sends a string as it is, and one that was encoded twice is wrong. */
export function evaluateQuery(args: readonly NewArgument[], scope: Scope, facts: Builder): void {
  for (const { given, to } of numbered(args, scope, facts)) {
    if (given.value.sites.some(({ twice }) => twice)) sent(given, "", to, scope, facts, "raw");
  }
}

function* numbered(args: readonly NewArgument[], scope: Scope, facts: Builder) {
  const [query, list] = args[0]?.node.type === "ObjectExpression" ? configured(args[0].node) : [args[0]?.node, args[1]?.node];
  const literal = query && facts.tree.stringAt(query);
  if (!literal || list?.type !== "ArrayExpression") return;
  const words = tokensOf(flatten(literal, () => "x").text);
  for (const [index, node] of list.all("elements").entries()) {
    const place = words.indexOf(`$${String(index + 1)}`);
    const to = place < 0 ? undefined : destinationOf(words.slice(0, place), words.slice(place + 1));
    if (to) yield { given: { name: index, node, value: facts.evaluate(node, scope) }, to };
  }
}

/** `{ text: "…", values: […] }`. */
function configured(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const valueOf = (name: string) =>
    node
      .all("properties")
      .find((one) => one.child("key")?.text === name)
      ?.child("value");
  return [valueOf("text"), valueOf("values")];
}
