import type { Expression } from "@failcheck/languages/sql";
import type { Column, Context, Instance, Scope } from "../model.ts";
import { findColumn } from "./names.ts";

export type Pair = readonly [Instance, Instance];

/** Equalities of columns that hold whenever the condition is true: of statuses, and of keys, which make two instances one row. */
export function equalities(condition: Expression, context: Context): { status: Pair[]; same: Pair[] } {
  const found: { status: Pair[]; same: Pair[] } = { status: [], same: [] };
  for (const part of conjuncts(condition)) {
    for (const [left, right] of equated(part)) {
      if (left.kind !== "column" || right.kind !== "column") continue;
      const one = findColumn(left.path, context.scope)?.base;
      const other = findColumn(right.path, context.scope)?.base;
      if (one === undefined || other === undefined || one.instance === other.instance) continue;
      const { table } = one.instance;
      if (one.name === table.status && other.name === other.instance.table.status)
        found.status.push([one.instance, other.instance]);
      if (table === other.instance.table && one.name === other.name && table.keys.has(one.name))
        found.same.push([one.instance, other.instance]);
    }
  }
  return found;
}

/** The columns that a condition holds equal; undefined for what is no column that matters. */
export function equatedColumns(condition: Expression, scope: Scope): (readonly [Column | undefined, Column | undefined])[] {
  const column = (part: Expression): Column | undefined => (part.kind === "column" ? findColumn(part.path, scope) : undefined);
  return conjuncts(condition).flatMap((part) => equated(part).map(([left, right]) => [column(left), column(right)] as const));
}

export function conjuncts(condition: Expression): readonly Expression[] {
  return condition.kind === "and" ? condition.args.flatMap(conjuncts) : [condition];
}

export function equated(part: Expression): (readonly [Expression, Expression])[] {
  if (part.kind === "distinct" && part.not) return [[part.left, part.right]];
  if (part.kind !== "operation" || part.name !== "=") return [];
  const [left, right] = part.args;
  if (left === undefined || right === undefined) return [];
  if (left.kind !== "row" || right.kind !== "row") return [[left, right]];
  return left.items.flatMap((item, index) => {
    const other = right.items[index];
    return other === undefined ? [] : [[item, other] as const];
  });
}
