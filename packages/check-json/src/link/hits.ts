import type { CallFacts, Framework, Write } from "../facts.ts";
import { jsonColumn, type JsonColumn } from "./columns.ts";
import { isLenient, sentColumn, wrapperColumn } from "./clients.ts";
import {
  givenBy,
  hitOf,
  partsOf,
  partsOfArgument,
  placedParts,
  resolveIn,
  type Hit,
  type Part,
  type PlacedPart,
  type Walk,
} from "./parts.ts";
import { namedModel } from "./gathered.ts";
import { passed } from "./passing.ts";
import { prismaData, prismaModel } from "./prisma.ts";
import type { Program } from "./program.ts";
import { findMethod, lineage, resolve } from "./resolve.ts";
import type { ClassThing, FunctionThing, Thing, VerbThing } from "./things.ts";
import { jsonType } from "./types.ts";
import { shapeOf } from "./verbs.ts";
import { own } from "../own.ts";

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

async function* writeHits(walk: Walk, write: Write): AsyncGenerator<Hit> {
  const { program, file } = walk;
  if (write.types) {
    const type = await jsonType(program, file, write.types);
    if (!type) return;
    const column = { ...(await columnAround(walk, write)), framework: type.framework };
    yield* partHit(walk, { name: write.column, value: write.value, at: write.at }, column, write.verb);
    return;
  }
  if (write.verb === "sql" || write.verb === "asyncpg" || write.verb === "raw") {
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

async function* verbHits(walk: Walk, thing: VerbThing, call: CallFacts): AsyncGenerator<Hit> {
  const created = await createdThrough(walk.program, thing);
  const { on, of, verb }: VerbThing = created ? { kind: "verb", on: "class", of: created, verb: "create" } : thing;
  for (const argument of call.args) {
    for (const part of [...(await partsOfArgument(walk, argument)), ...(verb === "values" ? placedParts(of, argument) : [])]) {
      const given = await givenBy(walk, part);
      const column = given && (await jsonColumn(walk.program, of, part.name));
      const taken = column && shapeOf({ on, verb }, column.framework)?.includes(part.place);
      if (column && taken === true) yield hitOf(walk, part, column, verb, given);
      if (!column) yield* relatedHits(walk, of, { on, verb }, part);
    }
  }
}

/** `save({ items: [{ payload: text }] })`: the rows of a relation are written with the row that holds them. */
async function* relatedHits(
  walk: Walk,
  of: ClassThing,
  verb: Pick<VerbThing, "on" | "verb">,
  part: PlacedPart,
  depth = 0,
): AsyncGenerator<Hit> {
  const path = depth < 3 ? await memberPathOf(walk.program, of, part.name) : undefined;
  const related = path && (await resolve(walk.program, path.file, path.path));
  if (related?.kind !== "instance") return;
  for (const below of await partsOf(walk, "*", part.value, part.at)) {
    const given = await givenBy(walk, below);
    const column = given && (await jsonColumn(walk.program, related.of, below.name));
    const taken = column && graphs.has(column.framework) && shapeOf(verb, column.framework)?.includes(part.place);
    if (column && taken === true) yield hitOf(walk, below, column, verb.verb, given);
    if (!column) yield* relatedHits(walk, related.of, verb, { ...below, place: part.place }, depth + 1);
  }
}

/** Frameworks that write rows along relations. */
const graphs: ReadonlySet<Framework> = new Set<Framework>(["typeorm", "mikro-orm", "objection", "sequelize"]);

/** `user.createProfile({ … })`: the model of Sequelize whose row that creates. */
async function createdThrough(program: Program, { on, of, verb }: VerbThing): Promise<ClassThing | undefined> {
  const name = on === "query" || on === "instance" ? /^create([A-Z]\w{0,80})$/.exec(verb)?.[1] : undefined;
  if (name === undefined) return undefined;
  for await (const owner of lineage(program, of)) {
    if (owner.kind !== "class") continue;
    for (const [member, path] of Object.entries(owner.facts.members)) {
      if (!namesOne(member, name)) continue;
      const related = await resolve(program, owner.file, path);
      if (related?.kind === "instance") return related.of;
    }
  }
  return namedModel(program, name);
}

/** Whether the relation's name is the one in the method's: `lines` in `createLine`, `Profile` in `createProfile`. */
function namesOne(member: string, name: string): boolean {
  const wanted = name.toLowerCase();
  return [wanted, `${wanted}s`, wanted.replace(/y$/, "ies")].includes(member.toLowerCase());
}

async function memberPathOf(program: Program, of: ClassThing, name: string) {
  for await (const owner of lineage(program, of)) {
    const path = owner.kind === "class" ? own(owner.facts.members, name) : undefined;
    if (path !== undefined && owner.kind === "class") return { file: owner.file, path };
  }
  return undefined;
}
