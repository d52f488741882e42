import type { Argument, Call, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { plainText } from "../code/strings.ts";
import type { MigrationStep } from "./sql.ts";

/** What a migration of Alembic does through `op`: tables made, columns made unique. */
export function findSteps(tree: CodeTree): MigrationStep[] {
  return [...tree.calls()].flatMap((call) => stepOf(call, tree) ?? []);
}

function stepOf(call: Call, tree: CodeTree): MigrationStep | undefined {
  const text = (name: string, index: number): string | undefined => {
    const node = call.args.find((arg) => arg.name === name)?.node ?? positional(call.args, index)?.node;
    const literal = node === undefined ? undefined : tree.stringAt(node);
    return literal === undefined ? undefined : plainText(literal);
  };
  if (call.receiver === undefined || !/(?:^|_)op$/.test(call.receiver.text)) return undefined;
  const isBatch = call.receiver.text !== "op";
  if (call.method === "create_table") return step(call, "creates", text("table_name", 0), []);
  if (isBatch) return undefined;
  const columns = (index: number): readonly string[] =>
    textsIn(call.args.find((arg) => arg.name === "columns")?.node ?? positional(call.args, index)?.node, tree);
  if (call.method === "create_unique_constraint") return step(call, "unique", text("table_name", 1), columns(2));
  const unique = call.args.some((arg) => arg.name === "unique" && arg.node.text === "True");
  return call.method === "create_index" && unique ? step(call, "unique", text("table_name", 1), columns(2)) : undefined;
}

function step(
  call: Call,
  kind: MigrationStep["kind"],
  table: string | undefined,
  columns: readonly string[],
): MigrationStep | undefined {
  return table === undefined ? undefined : { at: call.at, kind, table, columns };
}

function positional(args: readonly Argument[], index: number): Argument | undefined {
  return args.filter((arg) => arg.name === undefined)[index];
}

function textsIn(list: SyntaxNode | undefined, tree: CodeTree): string[] {
  return (list?.children ?? []).flatMap((item) => {
    const literal = tree.stringAt(item);
    const text = literal === undefined ? undefined : plainText(literal);
    return text === undefined ? [] : [text];
  });
}
