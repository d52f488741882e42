import type { Framework } from "../facts.ts";
import { findMethod, lineage, resolve } from "./resolve.ts";
import { serializedAt } from "./serialized.ts";
import type { Program } from "./program.ts";
import type { ClassThing, Thing } from "./things.ts";

/** Column types that turn what they are given into JSON, by where they are declared. */
const jsonTypes: readonly (readonly [RegExp, Framework])[] = [
  // `sqlalchemy.JSON`, `sqlalchemy.dialects.postgresql.JSONB`; not `sqlalchemy.Text`
  [/^sqlalchemy(?:\.\w+){0,4}\.JSONB?$/, "sqlalchemy"],
  [/^(?:sqlmodel|flask_sqlalchemy\.SQLAlchemy\(\))(?:\.\w+)?\.JSONB?$/, "sqlalchemy"],
  [/^sqlalchemy_utils(?:\.\w+){0,3}\.JSONType$/, "sqlalchemy"],
  [/^sqlalchemy_json\.(?:Nested)?MutableJson$/, "sqlalchemy"],
  // `django.db.models.JSONField`, `django.contrib.postgres.fields.JSONField`
  [/^django\.(?:db\.models|contrib\.postgres)(?:\.\w+){0,3}\.JSONField$/, "django"],
  // `playhouse.postgres_ext.BinaryJSONField`
  [/^(?:playhouse\.\w+|peewee)\.(?:Binary)?JSONB?Field$/, "peewee"],
];

const frameworks: readonly Framework[] = [
  "sqlalchemy",
  "drizzle",
  "typeorm",
  "sequelize",
  "mikro-orm",
  "objection",
  "prisma",
  "postgres",
];

/** What a type does to an object on its way to the database. */
export interface JsonType {
  readonly framework: Framework;
}

/** Whether one of the types stores JSON; undefined where none does, or where it cannot be known. */
export async function jsonType(program: Program, file: string, types: readonly string[]): Promise<JsonType | undefined> {
  for (const path of types) {
    if (path.startsWith("json:")) {
      const framework = frameworks.find((name) => path === `json:${name}`);
      if (framework) return { framework };
    }
    const thing = await resolve(program, file, path);
    const found = thing && (await ofThing(program, thing));
    if (found) return found;
  }
  return undefined;
}

async function ofThing(program: Program, thing: Thing): Promise<JsonType | undefined> {
  if (thing.kind === "external") return external(thing.name.replace(/(?:\(\))+$/, ""));
  if (thing.kind === "types") return jsonType(program, thing.file, thing.types);
  if (thing.kind === "class") return ofClass(program, thing);
  return thing.kind === "instance" ? ofClass(program, thing.of) : undefined;
}

function external(name: string): JsonType | undefined {
  const found = jsonTypes.find(([pattern]) => pattern.test(name));
  return found && { framework: found[1] };
}

/** Methods in which a type of one's own turns a value into what is stored. */
const conversions = ["process_bind_param", "get_prep_value", "get_db_prep_save", "get_db_prep_value", "db_value"];

/** A type of the project: what it stores as, unless its own conversion says more. */
async function ofClass(program: Program, thing: ClassThing): Promise<JsonType | undefined> {
  const framework = await frameworkOf(program, thing);
  for await (const owner of lineage(program, thing)) {
    if (owner.kind === "external") {
      const known = external(owner.name);
      if (known) return known;
      continue;
    }
    if (owner.facts.bind === "loads") return undefined;
    if (owner.facts.impl && (await jsonType(program, owner.file, owner.facts.impl))) return { framework };
  }
  return (await dumps(program, thing)) ? { framework } : undefined;
}

/** A Text type whose conversion serialises whatever it is given is as good as a JSON column. */
async function dumps(program: Program, thing: ClassThing): Promise<boolean> {
  for (const name of conversions) {
    const method = await findMethod(program, thing, name);
    const returns = method?.facts.returns;
    // a parameter among what is returned: strings pass as they are
    if (!method || !returns || (returns.params?.length ?? 0) > 0) continue;
    if ((await serializedAt(program, method.file, returns)).length > 0) return true;
  }
  return false;
}

async function frameworkOf(program: Program, thing: ClassThing): Promise<Framework> {
  for await (const owner of lineage(program, thing)) {
    if (owner.kind !== "external") continue;
    if (owner.name.startsWith("django.")) return "django";
    if (/^(?:peewee|playhouse)\./.test(owner.name)) return "peewee";
  }
  return "sqlalchemy";
}
