import type { Argument, Call, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { modelFor, programOf } from "./builders/program-queries.ts";
import type { Program } from "./builders/program-queries.ts";
import { tableOf, textOf } from "./models.ts";
import type { ModelTable, Write } from "./sql.ts";

/** The calls of a program that write rows without SQL text. */
export function findWrites(tree: CodeTree, models: ReadonlyMap<string, ModelTable>): Write[] {
  const program = programOf(tree, models);
  return [...program.calls.values()].flatMap(
    (call) => frameWrite(call, tree) ?? copyWrite(call, tree) ?? builderWrite(call, program) ?? modelWrite(call, program) ?? [],
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

/** Where the functions that copy rows into a table are told its name. */
const copies: Readonly<Partial<Record<string, { readonly name: string; readonly index: number }>>> = {
  copy_from: { name: "table", index: 1 },
  copy_records_to_table: { name: "table_name", index: 0 },
  copy_to_table: { name: "table_name", index: 0 },
};

/** psycopg2's `cursor.copy_from(file, "titan.jobs", columns=("id", "created_at"))`, asyncpg's `copy_records_to_table("jobs")`. */
function copyWrite(call: Call, tree: CodeTree): Write[] | undefined {
  const place = call.receiver === undefined ? undefined : copies[call.method ?? ""];
  if (place === undefined) return undefined;
  const table = textOf(named(call.args, place.name) ?? call.args[place.index]?.node, tree);
  if (table === undefined) return undefined;
  const given = named(call.args, "columns");
  const columns = given?.children.flatMap((node) => textOf(node, tree) ?? []);
  const schema = textOf(named(call.args, "schema_name"), tree);
  const open = given?.children.length === 0;
  return [{ at: call.at, form: "COPY", ...tableOf(table, schema), columns: open ? undefined : columns, open }];
}

/** `knex("titan.jobs").insert({ id, total })`, `knex.batchInsert("titan.jobs", rows)`, `db.insertInto("titan.jobs").values(rows)`. */
function builderWrite(call: Call, program: Program): Write[] | undefined {
  const { tree } = program;
  if (!["insert", "insertInto", "batchInsert"].includes(call.method ?? "")) return undefined;
  const chain = chainOf(call.method === "insert" ? call.receiver : call.node);
  const schema = chain.flatMap((step) => (methodOf(step) === "withSchema" ? (textOf(firstArgument(step), tree) ?? []) : []))[0];
  const table = chain.flatMap((step) => (methodOf(step) === "withSchema" ? [] : (textOf(firstArgument(step), tree) ?? [])))[0];
  if (table === undefined || !/^[\w.]{1,130}$/.test(table)) return undefined;
  const given =
    call.method === "insertInto" ? valuesAfter(call, program)?.args[0] : call.args[call.method === "batchInsert" ? 1 : 0];
  return [{ at: call.at, form: "insert()", ...tableOf(table, schema), columns: keysOf(given?.node), open: false }];
}

/** The `.values(…)` that follows in the chain. */
function valuesAfter({ node }: Call, { calls }: Program): Call | undefined {
  const next = node.parent?.parent;
  const call = next === undefined ? undefined : calls.get(next);
  return call?.method === "values" ? call : undefined;
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
  if (node?.type === "ArrayExpression" || node?.type === "list") {
    const lists = node.children.map(keysOf);
    const [first] = lists;
    return lists.some((list) => list === undefined)
      ? undefined
      : first?.filter((key) => lists.every((list) => list?.includes(key)));
  }
  if (node?.type !== "ObjectExpression" && node?.type !== "dictionary") return undefined;
  const keys = node.children.map((property) =>
    /^(?:Property|pair)$/.test(property.type) ? property.child("key")?.text : undefined,
  );
  return keys.some((key) => key === undefined)
    ? undefined
    : keys.flatMap((key) => (key === undefined ? [] : [key.replaceAll(/['"]/g, "")]));
}

/**
 * `insert(Job).values(id=1)`, `jobs.insert().values(…)`, `db.insert(jobs).values({ … })`, `bulk_insert_mappings(Job, rows)` and
 * `Job(id=1)`, which a session will write; what a model's own defaults fill cannot be read.
 */
function modelWrite(call: Call, program: Program): Write[] | undefined {
  const model = written(call, program);
  if (model === undefined) return undefined;
  const { schema, name, columns: names } = model;
  const columns = columnsOf(call, program)?.map((column) => names.get(column) ?? column);
  return [
    { at: call.at, form: call.method === "insert" ? "insert()" : `${call.method ?? ""}()`, schema, name, columns, open: true },
  ];
}

const bulk = new Set(["bulk_insert_mappings", "bulk_insert"]);

function written(call: Call, program: Program): ModelTable | undefined {
  const [first] = call.args;
  if (call.method === "insert") {
    const core = call.receiver?.text.endsWith("__table__") === true ? call.receiver.child("object") : call.receiver;
    return (first && modelFor(program, first.node)) ?? (core && modelFor(program, core));
  }
  if (bulk.has(call.method ?? "")) return first && modelFor(program, first.node);
  return call.node.type === "call" ? modelFor(program, call.callee) : undefined;
}

function columnsOf(call: Call, program: Program): readonly string[] | undefined {
  if (bulk.has(call.method ?? "")) return keysOf(call.args[1]?.node);
  const given = call.method === "insert" ? valuesAfter(call, program) : call;
  const [first] = given?.args ?? [];
  if (given === undefined || first === undefined) return undefined;
  if (given.args.every((arg) => arg.name !== undefined)) return given.args.flatMap((arg) => arg.name ?? []);
  return keysOf(first.node);
}
