import type { SyntaxNode } from "@failcheck/languages";
import type { Builder, NewArgument } from "../builder.ts";
import type { ColumnFacts } from "../facts.ts";
import type { Scope } from "../scope.ts";
import { at, unknown, type Value } from "../values.ts";

/** The part of a call that a table is read from. */
interface Declared {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly facts: Builder;
  readonly method: string;
  readonly args: readonly NewArgument[];
}

/** `Table("job", metadata, Column(…))`, `sa.table(…)`, `op.create_table(…)`: a name of its own for each. */
export function evaluateTable({ node, facts, method, args }: Declared): Value | undefined {
  const first = args[0] && facts.tree.stringAt(args[0].node)?.pieces[0];
  if (first?.kind !== "text" && args.every(({ value }) => !value.column)) return undefined;
  const key = `${method}@${String(node.at[0])}`;
  const columns: Record<string, ColumnFacts> = {};
  for (const { value, node: column } of args) {
    const { types, stored, key = stored } = value.column ?? { types: [] };
    if (key !== undefined) columns[key] = { at: column.at, types, ...(stored !== undefined && stored !== key && { stored }) };
  }
  facts.classes[key] = {
    at: node.at,
    bases: [],
    columns,
    members: {},
    sanitised: [],
    ...(first?.kind === "text" && { stored: first.text }),
  };
  return { ...unknown, ...at(key) };
}
