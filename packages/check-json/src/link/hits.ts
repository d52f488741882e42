import type { Range } from "@failcheck/core";
import type { ArgumentFacts, CallFacts, Flat, Write } from "../facts.ts";
import { jsonColumn, type JsonColumn } from "./columns.ts";
import { isLenient, sentColumn, wrapperColumn } from "./clients.ts";
import { passed } from "./passing.ts";
import { prismaData, prismaModel } from "./prisma.ts";
import type { Program } from "./program.ts";
import { findMethod, lineage, resolve, resolveFor } from "./resolve.ts";
import { serializedAt, type Bindings, type Bound, type Place } from "./serialized.ts";
import type { ClassThing, FunctionThing, Thing, VerbThing } from "./things.ts";
import { jsonType } from "./types.ts";
import { shapeOf } from "./verbs.ts";
import { own } from "../own.ts";

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
interface Part {
  readonly name: string;
  readonly value: Flat;
  readonly at: Range;
}

/** How many functions a value is followed into. */
const deepest = 3;

/** All hits of one file. */
export async function* hitsOf(program: Program, file: string): AsyncGenerator<Hit> {
  const facts = await program.facts(file);
  if (!facts) return;
  const walk: Walk = { program, file, bindings: undefined, depth: 0 };
  for (const write of facts.writes) yield* kept(program, writeHits(walk, write));
  for (const call of facts.calls) yield* kept(program, callHits(walk, call));
}

/** An engine whose serializer lets strings through stores them once. */
async function* kept(program: Program, hits: AsyncGenerator<Hit>): AsyncGenerator<Hit> {
  for await (const hit of hits) {
    if (hit.column.framework !== "sqlalchemy" || hit.verb === "wrap" || !(await isLenient(program))) yield hit;
  }
}

interface Walk {
  readonly program: Program;
  readonly file: string;
  readonly bindings: Bindings | undefined;
  readonly depth: number;
  /** The function that is followed into. */
  readonly inside?: FunctionThing;
}

function resolveIn({ program, file, inside }: Walk, path: string): Promise<Thing | undefined> {
  return inside ? resolveFor(program, inside, path) : resolve(program, file, path);
}

async function* writeHits(walk: Walk, write: Write): AsyncGenerator<Hit> {
  const { program, file } = walk;
  if (write.types) {
    const type = await jsonType(program, file, write.types);
    if (!type) return;
    const column = { ...(await columnAround(walk, write)), framework: type.framework };
    yield* partHit(walk, { name: write.column, value: write.value, at: write.at }, column, write.verb);
    return;
  }
  if (write.verb === "sql" || write.verb === "asyncpg") {
    const column = await sentColumn(program, file, write);
    if (column) yield* partHit(walk, { name: write.column, value: write.value, at: write.at }, column, write.verb);
    return;
  }
  const target = await resolveIn(walk, write.target);
  const of = target && ownerOf(target);
  if (of) yield* columnHits(walk, of, await partsOf(walk, write.column, write.value, write.at), write.verb);
}

/** The column in whose declaration the value stands. */
async function columnAround({ program, file }: Walk, { at, column }: Write) {
  for (const [owner, { columns, stored }] of Object.entries((await program.facts(file))?.classes ?? {})) {
    for (const [name, declared] of Object.entries(columns)) {
      if (declared.at[0] > at[0] || at[1] > declared.at[1]) continue;
      const label = `${owner.includes("@") ? (stored ?? "") : owner.replace(/^\$model\//, "")}.${name}`;
      return { label, path: file, at: declared.at, table: stored, name: declared.stored ?? name };
    }
  }
  return { label: column === "" ? "it is given to" : column, path: file, at, table: undefined, name: column };
}

/** The class whose columns the thing has. */
export function ownerOf(thing: Thing): ClassThing | undefined {
  if (thing.kind === "class") return thing;
  return "of" in thing && thing.kind !== "verb" ? thing.of : undefined;
}

/** The fields of an object or of a list's objects where the column is `*`, else the value itself. */
async function partsOf(walk: Walk, column: string, value: Flat, at: Range): Promise<readonly Part[]> {
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

/**
 * The fields of an object that a function returns, where it is called in the place itself: what a variable holds may have been
 * changed since.
 */
async function builtParts(walk: Walk, value: Flat | undefined, at: Range): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const ref of value?.refs ?? []) {
    const inPlace = ref.at[0] >= at[0] && ref.at[1] <= at[1] && ref.path.endsWith("()");
    const thing = inPlace ? await resolveIn(walk, ref.path.slice(0, -2)) : undefined;
    if (thing?.kind !== "function") continue;
    for (const field of Object.keys(thing.facts.returns?.fields ?? {})) {
      parts.push({ name: field, value: { refs: [{ ...ref, field }] }, at });
    }
  }
  return parts;
}

async function* columnHits(walk: Walk, of: ClassThing, parts: readonly Part[], verb: string): AsyncGenerator<Hit> {
  for (const part of parts) {
    const given = await givenBy(walk, part);
    const column = given && (await jsonColumn(walk.program, of, part.name));
    if (column) yield hitOf(walk, part, column, verb, given);
  }
}

async function* partHit(walk: Walk, part: Part, column: JsonColumn, verb: string): AsyncGenerator<Hit> {
  const given = await givenBy(walk, part);
  if (given) yield hitOf(walk, part, column, verb, given);
}

interface Given {
  readonly places: readonly Place[];
  readonly bound: Bound | undefined;
}

/** Where the part was serialised: here, or, inside a function that was called, by the caller. */
async function givenBy({ program, file, bindings }: Walk, { value }: Part): Promise<Given | undefined> {
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

/** `payload`, or the field `row.payload` of an object that the caller gave. */
function boundTo(bindings: Bindings, param: string): Bound | undefined {
  const direct = bindings.get(param);
  if (direct) return direct;
  const dot = param.indexOf(".");
  const holder = dot < 0 ? undefined : bindings.get(param.slice(0, dot));
  const name = param.slice(dot + 1);
  const value = own(holder?.value.fields, name) ?? own(holder?.value.items?.fields, name);
  return holder && value && { ...holder, value };
}

function hitOf({ file }: Walk, part: Part, column: JsonColumn, verb: string, { places, bound }: Given): Hit {
  const written = bound && { path: file, at: part.at };
  return { path: bound?.path ?? file, at: bound?.at ?? part.at, column, places, verb, written };
}

async function* callHits(walk: Walk, call: CallFacts): AsyncGenerator<Hit> {
  const callee = await resolveIn(walk, call.callee);
  if (callee?.kind === "external") {
    const column = await wrapperColumn(walk.program, walk.file, call.callee, callee.name);
    const [first] = call.args;
    const model = await prismaModel(walk.program, callee.name);
    for await (const [of, data] of model && first ? prismaData(walk.program, model, first.value) : []) {
      yield* columnHits(walk, of, await partsOf(walk, "*", data, first?.at ?? call.at), "data");
    }
    if (column && first?.name === 0) yield* partHit(walk, { name: "", value: first.value, at: first.at }, column, "json");
  }
  if (callee?.kind === "class") yield* constructorHits(walk, callee, call);
  else if (callee?.kind === "function") yield* functionHits(walk, callee, call);
  else if (callee?.kind === "verb") yield* verbHits(walk, callee, call);
}

async function* constructorHits(walk: Walk, of: ClassThing, call: CallFacts): AsyncGenerator<Hit> {
  const own = (await findMethod(walk.program, of, "__init__")) ?? (await findMethod(walk.program, of, "constructor"));
  if (!own) yield* verbHits(walk, { kind: "verb", on: "class", of, verb: "new" }, call);
  const taken = new Set(own?.facts.params);
  if (own) yield* functionHits(walk, own, call);
  if (own && own.facts.keywords === undefined) return;
  const positional = own ? [] : await positionalColumns(walk.program, of);
  for (const argument of call.args) {
    if (typeof argument.name === "string" && taken.has(argument.name)) continue;
    const { name, value, at, spread } = argument;
    const column = spread ? "*" : typeof name === "string" ? name : positional[name];
    if (column !== undefined) yield* columnHits(walk, of, await partsOf(walk, column, value, at), of.name);
  }
}

/** Columns in the order of the constructor, which only classes mapped as dataclasses have. */
async function positionalColumns(program: Program, of: ClassThing): Promise<readonly string[]> {
  const names: string[] = [];
  let isDataclass = false;
  for await (const owner of lineage(program, of)) {
    if (owner.kind === "class") names.unshift(...(owner.facts.positional ?? []));
    else isDataclass ||= owner.name.endsWith(".MappedAsDataclass");
  }
  return isDataclass ? names : [];
}

/** Follows the arguments into the function: what it writes of them is written by the caller. */
async function* functionHits(walk: Walk, callee: FunctionThing, call: CallFacts): AsyncGenerator<Hit> {
  if (walk.depth >= deepest) return;
  const bindings = passed(walk.file, walk.bindings, callee.facts, call);
  if (bindings.size === 0) return;
  const facts = await walk.program.facts(callee.file);
  const inside: Walk = { program: walk.program, file: callee.file, bindings, depth: walk.depth + 1, inside: callee };
  for (const write of facts?.writes ?? []) if (write.within === callee.key) yield* writeHits(inside, write);
  for (const inner of facts?.calls ?? []) if (inner.within === callee.key) yield* callHits(inside, inner);
}

async function* verbHits(walk: Walk, { on, of, verb }: VerbThing, call: CallFacts): AsyncGenerator<Hit> {
  for (const argument of call.args) {
    for (const part of await partsOfArgument(walk, argument)) {
      const given = await givenBy(walk, part);
      const column = given && (await jsonColumn(walk.program, of, part.name));
      const taken = column && shapeOf({ on, verb }, column.framework)?.includes(part.place);
      if (column && taken === true) yield hitOf(walk, part, column, verb, given);
    }
  }
}

/** The parts of an argument with the place where a shape would name them. */
async function partsOfArgument(
  walk: Walk,
  { name, value, at, spread }: ArgumentFacts,
): Promise<readonly (Part & { readonly place: string })[]> {
  const place = spread === true ? "**" : String(name);
  const fields = (await partsOf(walk, "*", value, at)).map((part) => ({ ...part, place }));
  if (typeof name === "string") return [{ name, value, at, place: "**" }, ...fields];
  for (const [key, field] of Object.entries(value.fields ?? {})) {
    fields.push(...(await partsOf(walk, "*", field, at)).map((part) => ({ ...part, place: `${place}.${key}` })));
  }
  return fields;
}
