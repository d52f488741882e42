import type { Call } from "../../code/code-tree.ts";
import type { SyntaxNode } from "../../code/node.ts";
import { textOf } from "../models.ts";
import { drizzleTargets, relational, takeDrizzle } from "./drizzle.ts";
import { deepest, modelFor, valuesOf } from "./program-queries.ts";
import type { Program } from "./program-queries.ts";
import { tableText } from "./script-expression.ts";
import { emptyQuery } from "./select.ts";
import type { Built } from "./select.ts";
import { takeText } from "./text-builders.ts";
import type { Words } from "./words.ts";

/** A chain of Knex, Kysely or Drizzle as queries. */
export function readScript(program: Program, node: SyntaxNode, depth: number): readonly Built[] {
  if (depth > deepest) return [];
  return chainsOf(program, node, depth).flatMap((steps) => readSteps(program, steps) ?? []);
}

function chainsOf(program: Program, node: SyntaxNode, depth: number): readonly (readonly Call[])[] {
  const call = program.calls.get(node);
  if (call === undefined || depth > deepest) return [];
  const { receiver } = call;
  if (receiver?.type === "CallExpression") return chainsOf(program, receiver, depth).map((steps) => [...steps, call]);
  if (receiver?.type !== "Identifier") return [[call]];
  const before = valuesOf(program, receiver).flatMap((value) => chainsOf(program, unwrapped(value), depth + 1));
  return before.length === 0 ? [[call]] : before.map((steps) => [...steps, call]);
}

function unwrapped(node: SyntaxNode): SyntaxNode {
  return node.type === "AwaitExpression" && node.children[0] !== undefined ? node.children[0] : node;
}

const writes = new Set([
  "insert",
  "update",
  "del",
  "delete",
  "increment",
  "decrement",
  "truncate",
  "into",
  "insertInto",
  "updateTable",
  "deleteFrom",
  "createTable",
  "alterTable",
  "values",
  "set",
]);

function readSteps(program: Program, steps: readonly Call[]): Built | undefined {
  const [root, ...rest] = steps;
  if (root === undefined || steps.some(({ method }) => writes.has(method ?? ""))) return undefined;
  const empty = emptyQuery(root.node);
  const found = relational(program, root, empty);
  if (found !== undefined) return found;
  if (/^select(?:Distinct)?(?:On)?$/.test(root.method ?? "") && rest.some((step) => isDrizzle(program, step))) {
    let query: Built | undefined = { ...empty, targets: drizzleTargets(program, root) };
    for (const step of rest) query = query && takeDrizzle(program, query, step);
    return query;
  }
  return readNamed(program, steps, empty);
}

function isDrizzle(program: Program, { method, args }: Call): boolean {
  return method === "from" && args[0] !== undefined && modelFor(program, args[0].node) !== undefined;
}

/** Methods that name the table as a text. */
const namers = new Set(["from", "table", "selectFrom"]);

/** Knex and Kysely: a chain that names its table as a text, in the call it begins with or later. */
function readNamed(program: Program, steps: readonly Call[], empty: Built): Built | undefined {
  const from: Words[] = [];
  let query = empty;
  for (const [index, step] of steps.entries()) {
    const names = isNamer(step) || (index === 0 && isTableCall(program, step));
    const [first] = step.args;
    if (!names || first === undefined) {
      if (index > 0 || isBuilderCall(step)) query = takeText(program, query, step);
      continue;
    }
    const words = tableText(program, first.node);
    if (words === undefined) return undefined;
    from.push(words);
  }
  if (from.length === 0) return undefined;
  const schema = steps.find(({ method }) => method === "withSchema")?.args[0]?.node;
  return { ...query, from: withSchema(from, textOf(schema, program.tree)) };
}

/** Classes whose `from` makes something else of a text. */
const otherHolders = /^(?:Array|Buffer|\w{0,20}Array|Object|Readable|Promise|Set|Map|Temporal\b.{0,40})$/;

function isNamer({ method, args, receiver }: Call): boolean {
  return namers.has(method ?? "") && args.length === 1 && !otherHolders.test(receiver?.text ?? "");
}

/** `knex("titan.jobs")`, `db("jobs as j")`: a call of a name with one text that names a table. */
function isTableCall({ tree }: Program, { receiver, args, callee }: Call): boolean {
  const [only, ...others] = args;
  if (only === undefined || others.length > 0 || (receiver !== undefined && !/^this\b/.test(receiver.text))) return false;
  if (!/(?:^|[.#])(?:_?knex|_?db|trx|kx|tx|database|connection|conn|k|qb)$/i.test(callee.text)) return false;
  return /^[\w.]{1,130}(?: as \w{1,63})?$/i.test(textOf(only.node, tree) ?? "") || only.node.type === "ObjectExpression";
}

/** `knex.select("total")`, `knex.sum("total")`: the first call of a chain says something too. */
function isBuilderCall({ method, receiver }: Call): boolean {
  return receiver !== undefined && method !== undefined && method !== "withSchema";
}

function withSchema(from: readonly Words[], schema: string | undefined): Words[] {
  if (schema === undefined) return [...from];
  return from.map((words) =>
    words.map((piece, index) =>
      index === 0 && !piece.text.includes(".") ? { ...piece, text: `"${schema}".${piece.text}` } : piece,
    ),
  );
}
