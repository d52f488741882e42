import type { Range } from "@failcheck/core";
import type { Flat, Site } from "../facts.ts";
import { own } from "../own.ts";
import type { Program } from "./program.ts";
import { lineage, resolve } from "./resolve.ts";

/** A place that serialises. */
export interface Place extends Site {
  readonly path: string;
}

/** A value that a caller gives to a parameter. */
export interface Bound {
  readonly path: string;
  readonly value: Flat;
  /** The argument, where the finding belongs. */
  readonly at: Range;
}

/** What the parameters of the function in question hold. */
export type Bindings = ReadonlyMap<string, Bound>;

/** How many helpers a value is followed through. */
const deepest = 3;

/** Where the value was serialised; empty where it was not, as far as can be known. */
export async function serializedAt(program: Program, file: string, value: Flat, depth = 0): Promise<readonly Place[]> {
  const places: Place[] = (value.sites ?? []).map((site) => ({ ...site, path: file }));
  if (depth >= deepest) return places;
  for (const ref of value.refs ?? []) {
    const call = ref.path.endsWith("()");
    const thing = await resolve(program, file, call ? ref.path.slice(0, -2) : ref.path);
    const gives = thing?.kind === "function" && (call || thing.facts.property === true);
    const returned = gives ? fieldOf(thing.facts.returns, ref.field) : undefined;
    if (thing?.kind === "function" && returned) {
      places.push(...(await serializedAt(program, thing.file, returned, depth + 1)));
    } else if (ref.field !== undefined) continue;
    else if (thing?.kind === "value" && !call) places.push(...(await serializedAt(program, thing.file, thing.value, depth + 1)));
    else if (call && thing && (await libraryDumps(program, file, ref.path)))
      places.push({ path: file, at: ref.at, text: ref.path });
  }
  return places;
}

/** The field of what a function returns, or all of it. */
function fieldOf(value: Flat | undefined, name: string | undefined): Flat | undefined {
  return name === undefined ? value : (own(value?.fields, name) ?? value?.elements?.[Number(name)]);
}

/** Methods of other packages that give a string of JSON, on instances of the project's own classes too. */
const libraryMethods: readonly (readonly [method: RegExp, base: RegExp])[] = [
  // `UserSchema().dumps`, with `class UserSchema(Schema)`
  [/\.dumps$/, /^marshmallow(?:\.\w+)?\.Schema$/],
  [/\.json$/, /^pydantic(?:\.\w+){0,2}\.BaseModel$|^sqlmodel(?:\.\w+){0,2}\.SQLModel$/],
  [/\.to_json$/, /^dataclasses_json\.DataClassJsonMixin$|^pandas\.DataFrame$/],
];

async function libraryDumps(program: Program, file: string, path: string): Promise<boolean> {
  const method = path.slice(0, -2);
  for (const [name, base] of libraryMethods) {
    if (name.test(method) && (await descends(program, file, method.slice(0, method.lastIndexOf(".")), base))) return true;
  }
  return false;
}

async function descends(program: Program, file: string, path: string, base: RegExp): Promise<boolean> {
  const owner = await resolve(program, file, path);
  if (owner?.kind === "external") return base.test(owner.name.replace(/\(\)$/, ""));
  if (owner?.kind !== "instance") return false;
  for await (const ancestor of lineage(program, owner.of)) {
    if (ancestor.kind === "external" && base.test(ancestor.name)) return true;
  }
  return false;
}
