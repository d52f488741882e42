import type { Range } from "@failcheck/core";
import type { ArgumentFacts, CallFacts, Flat, FunctionFacts } from "../facts.ts";

/** A value that a caller gives to a parameter. */
export interface Bound {
  readonly path: string;
  readonly value: Flat;
  /** The argument, where the finding belongs. */
  readonly at: Range;
}

/** What the parameters of the function in question hold. */
export type Bindings = ReadonlyMap<string, Bound>;

/** What each parameter of a function holds for one call of it; only what may be serialised. */
export function passed(file: string, outer: Bindings | undefined, callee: FunctionFacts, call: CallFacts): Bindings {
  const bindings = new Map<string, Bound>();
  const rest: Record<string, Flat> = {};
  for (const argument of call.args) {
    const given = argumentOf(file, outer, argument);
    if (!given) continue;
    const { name, spread } = argument;
    const param = typeof name === "number" ? callee.params[name] : callee.params.includes(name) ? name : undefined;
    if (spread === true) {
      for (const [key, value] of Object.entries(given.value.fields ?? {})) {
        if (callee.params.includes(key)) bindings.set(key, { ...given, value });
        else rest[key] = value;
      }
    } else if (param !== undefined) bindings.set(param, given);
    else if (typeof name === "string") rest[name] = given.value;
    if (callee.keywords !== undefined && Object.keys(rest).length > 0) {
      bindings.set(callee.keywords, { ...given, value: { fields: rest } });
    }
  }
  return bindings;
}

/** Inside a function that was called itself, only what its caller gave is of interest: the rest is found without a caller. */
function argumentOf(file: string, outer: Bindings | undefined, { value, at }: ArgumentFacts): Bound | undefined {
  if (!outer) return { path: file, value, at };
  for (const param of value.params ?? []) {
    const bound = outer.get(param);
    if (bound) return bound;
  }
  const fields: Record<string, Flat> = {};
  let holder: Bound | undefined;
  for (const [name, field] of Object.entries(value.fields ?? {})) {
    const bound = field.params?.map((param) => outer.get(param)).find((one) => one !== undefined);
    if (!bound) continue;
    fields[name] = bound.value;
    holder = bound;
  }
  return holder && { ...holder, value: { fields } };
}
