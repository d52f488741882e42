import type { Flat, Ref, Site } from "../facts.ts";
import { own } from "../own.ts";
import type { Program } from "./program.ts";
import { passed } from "./passing.ts";
import type { Bindings, Bound } from "./passing.ts";
import { lineage, resolve } from "./resolve.ts";
import type { FunctionThing } from "./things.ts";

/** A place that serialises. */
export interface Place extends Site {
  readonly path: string;
}

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
      for (const { path, value: given } of await handedThrough(program, file, ref, thing, returned))
        places.push(...(await serializedAt(program, path, given, depth + 1)));
    } else if (ref.field !== undefined) continue;
    else if (thing?.kind === "value" && !call) places.push(...(await serializedAt(program, thing.file, thing.value, depth + 1)));
    else if (call && thing && (await libraryDumps(program, file, ref.path)))
      places.push({ path: file, at: ref.at, text: ref.path });
  }
  return places;
}

/** The field of what a function returns, or all of it; of a list of rows the field of a row. */
function fieldOf(value: Flat | undefined, name: string | undefined): Flat | undefined {
  if (name === undefined) return value;
  const field = own(value?.fields, name) ?? value?.elements?.[Number(name)] ?? own(value?.items?.fields, name);
  if (field || value?.params === undefined || value.without?.includes(name) === true) return field;
  return { params: value.params.map((param) => `${param}.${name}`) };
}

/** What a call gives to the parameters that its function returns: `stamped(row)`. */
async function handedThrough(
  program: Program,
  file: string,
  ref: Ref,
  { facts }: FunctionThing,
  returned: Flat,
): Promise<readonly Bound[]> {
  if (returned.params === undefined || facts.decodes === true) return [];
  const given = await givenTo(program, file, ref, facts);
  return given ? returned.params.flatMap((param) => boundTo(given, param) ?? []) : [];
}

/** What the call that a ref stands for gives to its function. */
export async function givenTo(
  program: Program,
  file: string,
  ref: Ref,
  callee: FunctionThing["facts"],
): Promise<Bindings | undefined> {
  const name = ref.path.slice(0, -2);
  const call = (await program.facts(file))?.calls.find(({ at, callee: path }) => at[0] === ref.at[0] && path === name);
  return call && passed(file, undefined, callee, call);
}

/** `payload`, or the field `row.payload` of an object that the caller gave. */
export function boundTo(bindings: Bindings, param: string): Bound | undefined {
  const direct = bindings.get(param);
  if (direct) return direct;
  const dot = param.indexOf(".");
  const holder = dot < 0 ? undefined : bindings.get(param.slice(0, dot));
  const name = param.slice(dot + 1);
  const value = holder && (fieldOf(holder.value, name) ?? builtField(holder.value, name));
  return holder && value && { ...holder, value };
}

/** A field of what another call returned: `stamped(build(data))`. */
function builtField({ refs }: Flat, field: string): Flat | undefined {
  const built = refs?.filter(
    ({ path, field: taken, without }) => path.endsWith("()") && taken === undefined && without?.includes(field) !== true,
  );
  return built && built.length > 0 ? { refs: built.map(({ path, at }) => ({ path, at, field })) } : undefined;
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
