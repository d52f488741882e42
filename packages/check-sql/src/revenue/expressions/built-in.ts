import { operate } from "./compare.ts";
import { asTruth } from "./doubts.ts";
import { arrayOf } from "./functions.ts";
import type { Context, World } from "../model.ts";
import { choice, constant, isTrue, mayBeNull, nothing, optionsOf, something, unknown } from "./value.ts";
import type { Value } from "./value.ts";

const numbers = new Set([
  "int2",
  "int4",
  "int8",
  "integer",
  "int",
  "numeric",
  "float4",
  "float8",
  "decimal",
  "bigint",
  "smallint",
]);

export function cast(value: Value, type: string): Value {
  if (value.kind !== "constant") return value;
  if (type.endsWith("[]") && typeof value.value === "string") return arrayOf(value.value) ?? value;
  if (numbers.has(type)) {
    if (typeof value.value === "boolean") return constant(value.value ? 1 : 0);
    if (typeof value.value === "string") return Number.isNaN(Number(value.value)) ? something : constant(Number(value.value));
  }
  if (type === "bool") return constant(castBoolean(value.value));
  return value;
}

function castBoolean(value: string | number | boolean | null): boolean | null {
  return value === null
    ? null
    : value === true || (typeof value === "number" && value !== 0) || value === "t" || value === "true";
}

/** GREATEST and LEAST, which look past NULL. */
export function extreme(name: string, values: readonly Value[]): Value {
  const given = values.filter((value) => value.kind !== "constant" || value.value !== null);
  let [found = nothing] = given;
  for (const value of given.slice(1)) {
    const first = operate(name === "greatest" ? ">=" : "<=", found, value);
    if (first.kind !== "constant") return values.every(mayBeNull) ? unknown : something;
    if (first.value !== true) found = value;
  }
  return found;
}

export function coalesce(values: readonly Value[]): Value {
  const found: Value[] = [];
  for (const value of values) {
    found.push(
      ...optionsOf(value)
        .filter((option) => option.kind !== "constant" || option.value !== null)
        .map(filled),
    );
    if (!mayBeNull(value)) return choice(found);
  }
  return choice([...found, nothing]);
}

function filled(value: Value): Value {
  return value.kind === "unknown" ? something : value;
}

export function nullif(values: readonly Value[], context: Context, world: World | undefined): Value {
  const [first = nothing, second = nothing] = values;
  const equal = asTruth(operate("=", first, second), context, world);
  return choice([...(equal & isTrue ? [nothing] : []), ...(equal === isTrue ? [] : [first])]);
}
