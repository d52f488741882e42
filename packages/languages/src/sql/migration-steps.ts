import type { Call, CodeTree } from "../code/code-tree.ts";
import { ancestors } from "../code/node.ts";
import type { SyntaxNode } from "../code/node.ts";
import { textOf } from "./models.ts";
import type { MigrationStep } from "./sql.ts";

/** What a migration of Alembic does through `op`: tables made, columns made unique. */
export function findSteps(tree: CodeTree): MigrationStep[] {
  if (!/\bop\b/.test(tree.text)) return [];
  const calls = [...tree.calls()];
  const batches = calls.filter(({ method }) => method === "batch_alter_table");
  return calls.flatMap((call) => stepOf(call, batches, tree) ?? []);
}

function stepOf(call: Call, batches: readonly Call[], tree: CodeTree): MigrationStep | undefined {
  const { receiver, method } = call;
  if (receiver === undefined) return undefined;
  const batch = batchOf(receiver, batches);
  if (batch === undefined && receiver.text !== "op") return undefined;
  const table = (index: number): string | undefined => tableName(batch ?? call, batch === undefined ? index : 0, tree);
  if (method === "create_table") return step(call, "creates", table(0), []);
  const columns = textsIn(argument(call, "columns", batch === undefined ? 2 : 1), tree);
  if (method === "create_unique_constraint") return step(call, "unique", table(1), columns);
  const unique = call.args.some((arg) => arg.name === "unique" && arg.node.text === "True");
  return method === "create_index" && unique ? step(call, "unique", table(1), columns) : undefined;
}

/** `op.batch_alter_table("users")` of the WITH that gives this name to it. */
function batchOf(receiver: SyntaxNode, batches: readonly Call[]): Call | undefined {
  return batches.find(({ node }) => {
    const { parent } = node;
    if (parent?.type !== "as_pattern" || parent.children.at(-1)?.text !== receiver.text) return false;
    for (const holder of ancestors(receiver))
      if (holder.type === "with_statement") return holder.at[0] <= node.at[0] && node.at[1] <= holder.at[1];
    return false;
  });
}

/** `users`, or `app.users` where `schema="app"` is given. */
function tableName(call: Call, index: number, tree: CodeTree): string | undefined {
  const table = textOf(argument(call, "table_name", index), tree);
  const schema = textOf(argument(call, "schema", Infinity), tree);
  return table === undefined || schema === undefined || schema === "public" ? table : `${schema}.${table}`;
}

function argument({ args }: Call, name: string, index: number): SyntaxNode | undefined {
  return (args.find((arg) => arg.name === name) ?? args.filter((arg) => arg.name === undefined)[index])?.node;
}

function step(
  call: Call,
  kind: MigrationStep["kind"],
  table: string | undefined,
  columns: readonly string[],
): MigrationStep | undefined {
  return table === undefined ? undefined : { at: call.at, kind, table, columns };
}

function textsIn(list: SyntaxNode | undefined, tree: CodeTree): string[] {
  return (list?.children ?? []).flatMap((item) => textOf(item, tree) ?? []);
}
