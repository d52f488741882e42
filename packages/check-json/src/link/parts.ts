import type { Range } from "@failcheck/core";
import type { ArgumentFacts, Flat, Ref } from "../facts.ts";
import type { JsonColumn } from "./columns.ts";
import type { Program } from "./program.ts";
import { resolve, resolveFor } from "./resolve.ts";
import type { Bindings, Bound } from "./passing.ts";
import { boundTo, givenTo, serializedAt, type Place } from "./serialized.ts";
import type { ClassThing, FunctionThing, Thing } from "./things.ts";

/** A string of JSON on its way into a JSON column. */
export interface Hit {
  readonly path: string;
  /** The value, where it is given. */
  readonly at: Range;
  readonly column: JsonColumn;
  readonly places: readonly Place[];
  readonly verb: string;
  /** The write itself, where a function stands between. */
  readonly written: { readonly path: string; readonly at: Range } | undefined;
}

/** Something that is written, before it is known whether it is serialised. */
export interface Part {
  readonly name: string;
  readonly value: Flat;
  readonly at: Range;
}

export interface Walk {
  readonly program: Program;
  readonly file: string;
  readonly bindings: Bindings | undefined;
  readonly depth: number;
  /** The function that is followed into. */
  readonly inside?: FunctionThing;
}

export function resolveIn({ program, file, inside }: Walk, path: string): Promise<Thing | undefined> {
  return inside ? resolveFor(program, inside, path) : resolve(program, file, path);
}

/** The fields of an object or of a list's objects where the column is `*`, else the value itself. */
export async function partsOf(walk: Walk, column: string, value: Flat, at: Range): Promise<readonly Part[]> {
  if (column !== "*") return [{ name: column, value, at }];
  const { bindings } = walk;
  const parts: Part[] = [];
  for (const one of [value, value.items]) {
    parts.push(...(await builtParts(walk, one, at)));
    for (const [name, field] of Object.entries(one?.fields ?? {})) parts.push({ name, value: field, at });
    for (const param of one?.params ?? []) {
      const bound = bindings?.get(param);
      for (const holder of [bound?.value, bound?.value.items]) {
        for (const name of Object.keys(holder?.fields ?? {})) parts.push({ name, value: { params: [`${param}.${name}`] }, at });
      }
    }
  }
  return parts;
}

/** The fields of an object that a function returns, but for those that were given another value since. */
async function builtParts({ program, ...walk }: Walk, value: Flat | undefined, at: Range): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const ref of value?.refs ?? []) {
    const whole = ref.path.endsWith("()") && ref.field === undefined;
    const thing = whole ? await resolveIn({ program, ...walk }, ref.path.slice(0, -2)) : undefined;
    if (thing?.kind !== "function") continue;
    for (const field of await builtFields(program, walk.file, ref, thing)) {
      if (ref.without?.includes(field) === true) continue;
      parts.push({ name: field, value: { refs: [{ path: ref.path, at: ref.at, field }] }, at });
    }
  }
  return parts;
}

/** The names of the fields that a call gives: of the object, of the objects of a list, and of what it was handed itself. */
async function builtFields(
  program: Program,
  file: string,
  ref: Ref,
  { facts }: FunctionThing,
  depth = 0,
): Promise<ReadonlySet<string>> {
  const { returns } = facts;
  const names = new Set([...Object.keys(returns?.fields ?? {}), ...Object.keys(returns?.items?.fields ?? {})]);
  if (returns?.params === undefined || depth > 3) return names;
  const given = await givenTo(program, file, ref, facts);
  for (const param of returns.params) {
    const bound = given?.get(param);
    for (const name of Object.keys(bound?.value.fields ?? {})) names.add(name);
    for (const inner of bound?.value.refs ?? []) {
      const thing = inner.path.endsWith("()") ? await resolve(program, file, inner.path.slice(0, -2)) : undefined;
      if (thing?.kind !== "function") continue;
      for (const name of await builtFields(program, file, inner, thing, depth + 1)) names.add(name);
    }
  }
  return names;
}

export interface Given {
  readonly places: readonly Place[];
  readonly bound: Bound | undefined;
}

/** Where the part was serialised: here, or, inside a function that was called, by the caller. */
export async function givenBy({ program, file, bindings }: Walk, { value }: Part): Promise<Given | undefined> {
  if (!bindings) {
    const places = await serializedAt(program, file, value);
    return places.length > 0 ? { places, bound: undefined } : undefined;
  }
  for (const param of value.params ?? []) {
    const bound = boundTo(bindings, param);
    const places = bound && (await serializedAt(program, bound.path, bound.value));
    if (places && places.length > 0) return { places, bound };
  }
  return undefined;
}

export function hitOf({ file }: Walk, part: Part, column: JsonColumn, verb: string, { places, bound }: Given): Hit {
  const written = bound && { path: file, at: part.at };
  return { path: bound?.path ?? file, at: bound?.at ?? part.at, column, places, verb, written };
}

export interface PlacedPart extends Part {
  readonly place: string;
}

/** `values((1, text))`: the places of a tuple, or of a list's tuples, are the table's columns. */
export function placedParts({ facts }: ClassThing, { value, at }: ArgumentFacts): readonly PlacedPart[] {
  // what a mixin adds stands somewhere among them
  const names = facts.bases.length > 1 ? [] : Object.keys(facts.columns);
  return [value, value.items].flatMap((one) =>
    (one?.elements ?? []).flatMap((element, index) => {
      const name = names[index];
      return name === undefined ? [] : [{ name, value: element, at, place: "0" }];
    }),
  );
}

/** The parts of an argument with the place where a shape would name them. */
export async function partsOfArgument(walk: Walk, { name, value, at, spread }: ArgumentFacts): Promise<readonly PlacedPart[]> {
  const place = spread === true ? "**" : String(name);
  const fields = (await partsOf(walk, "*", value, at)).map((part) => ({ ...part, place }));
  if (typeof name === "string") return [{ name, value, at, place: "**" }, ...fields];
  for (const [key, field] of Object.entries(value.fields ?? {})) {
    fields.push(...(await partsOf(walk, "*", field, at)).map((part) => ({ ...part, place: `${place}.${key}` })));
  }
  return fields;
}
