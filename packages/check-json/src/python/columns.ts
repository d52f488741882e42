import { addWrite, calledDefault, type Builder, type NewArgument } from "../builder.ts";
import type { Scope } from "../scope.ts";
import { at, typesOf, type ColumnValue, type Value } from "../values.ts";
import { columnMakers, defaults } from "./known.ts";

/** The part of a call that its columns are read from. */
interface Declared {
  readonly facts: Builder;
  readonly scope: Scope;
  readonly callee: Value;
  readonly method: string;
  readonly args: readonly NewArgument[];
}

/** `Column(…)`, `Field(sa_column=…)`, and the fields of Django and Peewee, which are their own type. */
export function isColumn({ method }: Declared): boolean {
  return columnMakers.has(method) || method.endsWith("Field");
}

/** The column that a call declares; a default that is serialised is a write to it. */
export function evaluateColumn(call: Declared): Value {
  const column = columnOf(call);
  for (const argument of call.args) {
    if (typeof argument.name !== "string" || !defaults.has(argument.name)) continue;
    const value = argument.value.returns ?? calledDefault(argument);
    addWrite(call.facts, call.scope, {
      ...argument,
      value,
      target: "",
      column: column.stored ?? "",
      verb: argument.name,
      types: column.types,
    });
  }
  return { ...at(`${call.callee.path ?? call.method}()`), column };
}

function columnOf({ args, callee, method, facts }: Declared): ColumnValue {
  if (!columnMakers.has(method)) return { types: callee.path === undefined ? [] : [callee.path] };
  let stored: string | undefined;
  let key: string | undefined;
  let init: false | undefined;
  let types: readonly string[] = [];
  for (const { name, value, node } of args) {
    if (value.column) return value.column;
    if (name === "init" && node.text === "False") init = false;
    const literal = facts.tree.stringAt(node)?.pieces[0];
    if (name === 0 && literal?.kind === "text") stored = literal.text;
    if (name === "key" && literal?.kind === "text") key = literal.text;
    const isType = typeof name === "number" ? name < 2 : name === "type_" || name === "sa_type";
    if (isType && types.length === 0) types = typesOf(value);
  }
  return {
    types,
    ...(stored !== undefined && { stored }),
    ...(key !== undefined && { key }),
    ...(init === false && { init }),
  };
}
