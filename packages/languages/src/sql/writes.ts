import type { Argument, Call, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { plainText } from "../code/strings.ts";
import type { Write } from "./sql.ts";

/** The calls of a program that write rows without SQL text. */
export function findWrites(tree: CodeTree): Write[] {
  const models = modelsOf(tree);
  return [...tree.calls()].flatMap(
    (call) => frameWrite(call, tree) ?? builderWrite(call, tree) ?? modelWrite(call, tree, models) ?? [],
  );
}

function textOf(node: SyntaxNode | undefined, tree: CodeTree): string | undefined {
  const literal = node === undefined ? undefined : tree.stringAt(node);
  return literal === undefined ? undefined : plainText(literal);
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

function tableOf(name: string, schema: string | undefined): { readonly schema: string | undefined; readonly name: string } {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? { schema, name } : { schema: name.slice(0, dot), name: name.slice(dot + 1) };
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

interface Model {
  readonly schema: string | undefined;
  readonly name: string;
}

/** SQLAlchemy's classes and tables: what they are called in the program, and in the database. */
export function modelsOf(tree: CodeTree): Map<string, Model> {
  const models = new Map<string, Model>();
  for (const { name, body } of tree.classes) {
    const text = body.map((statement) => statement.text).join("\n");
    const table = /\b__tablename__\s{0,9}=\s{0,9}["']([\w.]{1,130})["']/.exec(text)?.[1];
    const schema = /["']schema["']\s{0,9}:\s{0,9}["'](\w{1,63})["']/.exec(text)?.[1];
    if (name !== undefined && table !== undefined) models.set(name, tableOf(table, schema));
  }
  for (const { target, value } of tree.assignments) {
    if (value?.type !== "call" || !/(?:^|\.)Table$/.test(value.child("function")?.text ?? "")) continue;
    const call = [...tree.calls()].find(({ node }) => node === value);
    const table = textOf(call?.args[0]?.node, tree);
    if (call !== undefined && table !== undefined)
      models.set(target.text, tableOf(table, textOf(named(call.args, "schema"), tree)));
  }
  return models;
}

/** `insert(Job).values(id=1)` and `jobs.insert().values(…)`; what a model's own defaults fill cannot be read. */
function modelWrite(call: Call, tree: CodeTree, models: ReadonlyMap<string, Model>): Write[] | undefined {
  const own = call.method === "insert" ? (call.args[0]?.node.text ?? call.receiver?.text.replace(/\.__table__$/, "")) : undefined;
  const model = own === undefined ? undefined : models.get(own);
  if (model === undefined) return undefined;
  const values = call.node.parent?.parent;
  const given = values?.type === "call" ? [...tree.calls()].find(({ node }) => node === values) : undefined;
  const names = given?.method === "values" ? given.args.map((arg) => arg.name) : [];
  const columns = names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
  return [{ at: call.at, form: "insert()", ...model, columns, open: true }];
}
