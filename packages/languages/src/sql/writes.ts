import type { Argument, Call, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { tableOf, textOf } from "./models.ts";
import type { ModelTable, Write } from "./sql.ts";

/** The calls of a program that write rows without SQL text. */
export function findWrites(tree: CodeTree, models: ReadonlyMap<string, ModelTable>): Write[] {
  return [...tree.calls()].flatMap(
    (call) => frameWrite(call, tree) ?? builderWrite(call, tree) ?? modelWrite(call, tree, models) ?? [],
  );
}

function named(args: readonly Argument[], name: string): SyntaxNode | undefined {
  return args.find((arg) => arg.name === name)?.node;
}

/** `frame.to_sql("jobs", connection, schema="titan")`. */
function frameWrite(call: Call, tree: CodeTree): Write[] | undefined {
  if (call.method !== "to_sql" || call.receiver === undefined) return undefined;
  const name = textOf(named(call.args, "name") ?? call.args[0]?.node, tree);
  const schema = textOf(named(call.args, "schema"), tree);
  return name === undefined ? [] : [{ at: call.at, form: "to_sql", ...tableOf(name, schema), columns: undefined, open: true }];
}

/** `knex("titan.jobs").insert({ id, total })` and `knex.withSchema("titan").into("jobs").insert(rows)`. */
function builderWrite(call: Call, tree: CodeTree): Write[] | undefined {
  if (call.method !== "insert" && call.method !== "insertInto") return undefined;
  const chain = chainOf(call.method === "insertInto" ? call.node : call.receiver);
  const schema = chain.flatMap((step) => (methodOf(step) === "withSchema" ? (textOf(firstArgument(step), tree) ?? []) : []))[0];
  const table = chain.flatMap((step) => (methodOf(step) === "withSchema" ? [] : (textOf(firstArgument(step), tree) ?? [])))[0];
  if (table === undefined || !/^[\w.]{1,130}$/.test(table)) return undefined;
  const columns = call.method === "insert" ? keysOf(call.args[0]?.node) : undefined;
  return [{ at: call.at, form: "insert()", ...tableOf(table, schema), columns, open: false }];
}

function chainOf(node: SyntaxNode | undefined): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let here = node; here?.type === "CallExpression"; here = here.child("callee")?.child("object")) found.push(here);
  return found;
}

function methodOf(call: SyntaxNode): string | undefined {
  return call.child("callee")?.child("property")?.text;
}

function firstArgument(call: SyntaxNode): SyntaxNode | undefined {
  return call.all("arguments")[0];
}

/** The keys that every object has; undefined where one cannot be read. */
function keysOf(node: SyntaxNode | undefined): string[] | undefined {
  if (node?.type === "ArrayExpression") {
    const lists = node.children.map(keysOf);
    const [first] = lists;
    return lists.some((list) => list === undefined)
      ? undefined
      : first?.filter((key) => lists.every((list) => list?.includes(key)));
  }
  if (node?.type !== "ObjectExpression") return undefined;
  const keys = node.children.map((property) => (property.type === "Property" ? property.child("key")?.text : undefined));
  return keys.some((key) => key === undefined)
    ? undefined
    : keys.flatMap((key) => (key === undefined ? [] : [key.replaceAll(/['"]/g, "")]));
}

/** `insert(Job).values(id=1)` and `jobs.insert().values(…)`; what a model's own defaults fill cannot be read. */
function modelWrite(call: Call, tree: CodeTree, models: ReadonlyMap<string, ModelTable>): Write[] | undefined {
  const own = call.method === "insert" ? (call.args[0]?.node.text ?? call.receiver?.text.replace(/\.__table__$/, "")) : undefined;
  const model = own === undefined ? undefined : models.get(own);
  if (model === undefined) return undefined;
  const values = call.node.parent?.parent;
  const given = values?.type === "call" ? [...tree.calls()].find(({ node }) => node === values) : undefined;
  const names = given?.method === "values" ? given.args.map((arg) => arg.name) : [];
  const columns = names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
  return [{ at: call.at, form: "insert()", schema: model.schema, name: model.name, columns, open: true }];
}
