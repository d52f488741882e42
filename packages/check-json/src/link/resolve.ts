import type { NameFacts } from "../facts.ts";
import { gatheredModel, namedModel } from "./gathered.ts";
import { djangoModel, isForm, isManager, managedBy } from "./historic.ts";
import type { Program } from "./program.ts";
import type { ClassThing, FunctionThing, ObjectThing, Thing } from "./things.ts";
import { own } from "../own.ts";

/** Chains of names and imports longer than this are cycles. */
const deepest = 24;

/** One step of a path: a name, a call, or the mark of a query or statement. */
const step = /^(?:\.([\w$#]+)|(\(\))|([?!&]))/;

/** What the path means in the file; undefined where it cannot be known. */
export async function resolve(program: Program, file: string, path: string, depth = 0): Promise<Thing | undefined> {
  const head = /^[\w$@/=]+/.exec(path)?.[0];
  if (head === undefined || depth > deepest) return undefined;
  const thing = await lookUp(program, file, head, depth + 1);
  return thing && follow(program, thing, path.slice(head.length), depth);
}

/** The path inside a method, where `self` is an instance of this class and not of the one that declares the method. */
export async function resolveFor(program: Program, { file, key, on }: FunctionThing, path: string): Promise<Thing | undefined> {
  const owner = key.slice(0, key.lastIndexOf("."));
  const isOwn = on && owner !== "" && path.startsWith(owner) && /^[.(]/.test(path.slice(owner.length));
  return isOwn ? follow(program, on, path.slice(owner.length), 0) : resolve(program, file, path);
}

async function follow(program: Program, start: Thing, steps: string, depth: number): Promise<Thing | undefined> {
  let thing: Thing | undefined = start;
  for (let rest = steps; rest !== "" && thing;) {
    const [whole, name, call, mark] = step.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    rest = rest.slice(whole.length);
    if (name !== undefined) thing = await memberOf(program, thing, name, depth + 1);
    else if (call !== undefined) thing = await resultOf(program, thing, depth + 1);
    else thing = marked(thing, marks[mark ?? ""] ?? "query");
  }
  return thing;
}

const marks: Readonly<Record<string, "query" | "statement" | "argument">> = { "?": "query", "!": "statement", "&": "argument" };

function marked(thing: Thing, kind: "query" | "statement" | "argument"): Thing | undefined {
  if (thing.kind === "class") return { kind, of: thing };
  return "of" in thing ? { kind, of: thing.of } : undefined;
}

/** A name at the top level of a file. */
async function lookUp(program: Program, file: string, name: string, depth: number): Promise<Thing | undefined> {
  if (name.startsWith("$model/") || name.startsWith("$before/")) return djangoModel(program, file, name);
  if (name.startsWith("$held/")) return namedModel(program, name.slice("$held/".length));
  if (name === "$prisma") return { kind: "external", name: "@prisma/client.PrismaClient()" };
  const facts = await program.facts(file);
  if (!facts || depth > deepest) return undefined;
  const declared = own(facts.classes, name);
  if (declared) return { kind: "class", file, name, facts: declared };
  const callable = own(facts.functions, name);
  if (callable) return { kind: "function", file, key: name, facts: callable };
  const named = own(facts.names, name);
  if (named) return namedThing(program, file, named, depth);
  for (const { module, imported, local } of facts.imports) {
    if (local !== name) continue;
    const thing = await importedThing(program, file, module, imported, depth);
    if (thing) return thing;
  }
  return starred(program, file, name, depth);
}

async function namedThing(program: Program, file: string, named: NameFacts, depth: number): Promise<Thing | undefined> {
  if (named.types) return { kind: "types", file, types: named.types };
  const thing = named.path === undefined ? undefined : await resolve(program, file, named.path, depth + 1);
  if (thing) return thing;
  if (named.members) return { kind: "object", file, members: named.members };
  return named.value && { kind: "value", file, value: named.value };
}

async function importedThing(
  program: Program,
  file: string,
  module: string,
  imported: string | undefined,
  depth: number,
): Promise<Thing | undefined> {
  const found = program.find(file, module);
  if (found === undefined) {
    const parent = imported === undefined ? undefined : program.find(file, submodule(module, imported));
    if (parent !== undefined) return { kind: "module", file: parent };
    if (imported === "PrismaClient") return { kind: "external", name: "@prisma/client.PrismaClient" };
    return module.startsWith(".")
      ? undefined
      : { kind: "external", name: imported === undefined ? module : `${module}.${imported}` };
  }
  if (imported === undefined || (imported === "default" && !(await offers(program, found, "default")))) {
    const whole = await lookUp(program, found, "export=", depth + 1);
    return whole ?? { kind: "module", file: found };
  }
  return exported(program, found, imported, depth + 1);
}

/** Whether the file itself binds the name. */
async function offers(program: Program, file: string, name: string): Promise<boolean> {
  const facts = await program.facts(file);
  if (!facts) return false;
  const bound = Object.hasOwn(facts.names, name) || Object.hasOwn(facts.functions, name) || Object.hasOwn(facts.classes, name);
  return bound || facts.imports.some(({ local }) => local === name);
}

function submodule(module: string, name: string): string {
  return module.endsWith(".") ? module + name : `${module}.${name}`;
}

/** A name that a module offers: its own, one it imports, or a module below it. */
async function exported(program: Program, file: string, name: string, depth: number): Promise<Thing | undefined> {
  const thing = (await lookUp(program, file, name, depth + 1)) ?? (await wholeMember(program, file, name, depth + 1));
  if (thing) return thing;
  const below = file.endsWith("/__init__.py") ? program.find(file, `.${name}`) : undefined;
  return below === undefined ? undefined : { kind: "module", file: below };
}

/** A field of what a module exports as a whole, and a model that its index gathers. */
async function wholeMember(program: Program, file: string, name: string, depth: number): Promise<Thing | undefined> {
  const whole = name === "export=" ? undefined : await lookUp(program, file, "export=", depth);
  const thing = whole?.kind === "object" ? await objectMember(program, whole, name, depth) : undefined;
  return thing ?? gatheredModel(program, file, name);
}

async function objectMember(
  program: Program,
  { file, members }: ObjectThing,
  name: string,
  depth: number,
): Promise<Thing | undefined> {
  const member = own(members, name);
  if (member === undefined) return gatheredModel(program, file, name);
  return typeof member === "string" ? resolve(program, file, member, depth + 1) : { kind: "object", file, members: member };
}

async function starred(program: Program, file: string, name: string, depth: number): Promise<Thing | undefined> {
  const facts = await program.facts(file);
  let outside: Thing | undefined;
  for (const { module, imported } of facts?.imports ?? []) {
    if (imported !== "*") continue;
    const found = program.find(file, module);
    const thing = found === undefined ? undefined : await exported(program, found, name, depth + 1);
    if (thing) return thing;
    if (found === undefined && !module.startsWith(".")) outside ??= { kind: "external", name: `${module}.${name}` };
  }
  return outside;
}

async function memberOf(program: Program, thing: Thing, name: string, depth: number): Promise<Thing | undefined> {
  if (thing.kind === "module") return exported(program, thing.file, name, depth + 1);
  if (thing.kind === "external") return { kind: "external", name: `${thing.name}.${name}` };
  if (thing.kind === "object") return objectMember(program, thing, name, depth);
  if (thing.kind === "class") return classMember(program, thing, name, depth);
  if (thing.kind === "instance") {
    const method = await findMethod(program, thing.of, name, depth);
    const found = method ? { ...method, on: thing.of } : await instanceMember(program, thing.of, name, depth);
    return found ?? { kind: "verb", on: "instance", of: thing.of, verb: name };
  }
  if (thing.kind === "query" || thing.kind === "statement" || thing.kind === "argument")
    return { kind: "verb", on: thing.kind, of: thing.of, verb: name };
  // `Job.objects` is a manager, whatever it is called
  return thing.kind === "verb" && thing.on !== "instance" ? { kind: "verb", on: "query", of: thing.of, verb: name } : undefined;
}

async function classMember(program: Program, thing: ClassThing, name: string, depth: number): Promise<Thing | undefined> {
  if (name === "__table__" || name === "__class__") return thing;
  const nested = own((await program.facts(thing.file))?.classes, `${thing.name}.${name}`);
  if (nested) return { kind: "class", file: thing.file, name: `${thing.name}.${name}`, facts: nested };
  const method = await findMethod(program, thing, name, depth);
  if (method) return { ...method, on: thing };
  return (await aliasMember(program, thing, name, depth)) ?? { kind: "verb", on: "class", of: thing, verb: name };
}

/** `model = Job` in a class body: another name for that class. */
async function aliasMember(program: Program, thing: ClassThing, name: string, depth: number): Promise<Thing | undefined> {
  for await (const owner of lineage(program, thing, depth)) {
    if (owner.kind !== "class") continue;
    const [path, value] = [own(owner.facts.members, name), own(owner.facts.values, name)];
    if (value) return { kind: "value", file: owner.file, value };
    if (path !== undefined) return path.endsWith(")") ? undefined : resolve(program, owner.file, path, depth + 1);
  }
  return undefined;
}

async function instanceMember(program: Program, of: ClassThing, name: string, depth: number): Promise<Thing | undefined> {
  for await (const owner of lineage(program, of, depth)) {
    if (owner.kind === "external" && owner.name.endsWith(".PrismaClient"))
      return { kind: "external", name: `${owner.name}().${name}` };
    if (owner.kind === "external" && isForm(owner.name) && (name === "save" || name === "instance")) {
      const model = await formModel(program, of, depth);
      if (model)
        return name === "instance" ? { kind: "instance", of: model } : { kind: "verb", on: "form", of: model, verb: name };
    }
    if (owner.kind === "external" && isManager(owner.name)) {
      const model = await managedBy(program, of);
      if (model) return { kind: "verb", on: "query", of: model, verb: name };
    }
    if (owner.kind !== "class") continue;
    const [path, value] = [own(owner.facts.members, name), own(owner.facts.values, name)];
    if (value) return { kind: "value", file: owner.file, value };
    if (path !== undefined) return resolve(program, owner.file, path, depth + 1);
  }
  return undefined;
}

/** The model that `class Meta` of a form or serializer names. */
async function formModel(program: Program, form: ClassThing, depth: number): Promise<ClassThing | undefined> {
  for await (const owner of lineage(program, form, depth)) {
    if (owner.kind !== "class") continue;
    const path = own((await program.facts(owner.file))?.classes, `${owner.name}.Meta`)?.members.model;
    const model = path === undefined ? undefined : await resolve(program, owner.file, path.replace(/\(\)$/, ""), depth + 1);
    if (model?.kind === "class") return model;
  }
  return undefined;
}

const starters = new Set(["insert", "update", "replace", "insert_many", "replace_many"]);

async function resultOf(program: Program, thing: Thing, depth: number): Promise<Thing | undefined> {
  if (thing.kind === "class") return { kind: "instance", of: thing };
  if (thing.kind === "external") return { kind: "external", name: `${thing.name}()` };
  if (thing.kind === "function") return returnedThing(program, thing, depth);
  if (thing.kind !== "verb") return thing.kind === "types" ? thing : undefined;
  if (thing.on === "form") return { kind: "instance", of: thing.of };
  if (thing.on === "instance" && !thing.verb.startsWith("$")) return undefined;
  const statement = thing.on === "statement" || (thing.on === "class" && starters.has(thing.verb));
  return { kind: statement ? "statement" : "query", of: thing.of };
}

async function returnedThing(program: Program, { file, facts }: FunctionThing, depth: number): Promise<Thing | undefined> {
  const thing = facts.path === undefined ? undefined : await resolve(program, file, facts.path, depth + 1);
  return thing ?? (facts.members && { kind: "object", file, members: facts.members });
}

/** The class and those it inherits from, nearest first; bases of other packages by their names. */
export async function* lineage(
  program: Program,
  thing: ClassThing,
  depth = 0,
  seen = new Set<string>(),
): AsyncGenerator<ClassThing | { readonly kind: "external"; readonly name: string }> {
  const id = `${thing.file} ${thing.name}`;
  if (seen.has(id) || depth > deepest) return;
  seen.add(id);
  yield thing;
  for (const base of thing.facts.bases) {
    const found = await resolve(program, thing.file, base, depth + 1);
    if (found?.kind === "class") yield* lineage(program, found, depth + 1, seen);
    else if (found?.kind === "external") yield found;
  }
}

/** A method by its name, on the class or what it inherits from. */
export async function findMethod(
  program: Program,
  thing: ClassThing,
  name: string,
  depth = 0,
): Promise<FunctionThing | undefined> {
  for await (const owner of lineage(program, thing, depth)) {
    if (owner.kind !== "class") continue;
    const key = `${owner.name}.${name}`;
    const facts = own((await program.facts(owner.file))?.functions, key);
    if (facts) return { kind: "function", file: owner.file, key, facts };
  }
  return undefined;
}
