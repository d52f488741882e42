import type { Setting, Write } from "../facts.ts";
import { isCode } from "../candidates.ts";
import { jsonTables } from "../sql-text.ts";
import type { JsonColumn } from "./columns.ts";
import type { Program } from "./program.ts";
import { resolve } from "./resolve.ts";
import { own } from "../own.ts";
import { serializedAt } from "./serialized.ts";
import type { FunctionThing } from "./things.ts";

/**
 * The client of postgres.js, which serialises every parameter that the server calls json: matches `postgres()` and, by its
 * type, `postgres.Sql()`; not `postgres.camel`.
 */
const postgresJs = /^postgres(?:\.default)?(?:\.(?:Sql|TransactionSql|ReservedSql|ISql))?\(\)$/;

/** The JSON column or cast that a parameter of a statement goes to; undefined where the client passes strings as they are. */
export async function sentColumn(program: Program, file: string, write: Write): Promise<JsonColumn | undefined> {
  // a driver that sends a string as it is sends this one too
  const twice = write.value.sites?.some((site) => site.twice) === true;
  if (write.verb === "raw" && !twice) return undefined;
  const serialises =
    twice || (write.verb === "asyncpg" ? await hasCodec(program) : await isPostgresJs(program, file, write.target));
  if (!serialises) return undefined;
  if (write.column === "::jsonb") return castColumn(file, write.at);
  const [table = "", name = ""] = write.column.split(".");
  return tableColumn(program, file, table, name);
}

/** `sql.json(…)` makes JSON of whatever it is given. */
export async function wrapperColumn(program: Program, file: string, path: string, name: string): Promise<JsonColumn | undefined> {
  if (!name.endsWith(".json") || !postgresJs.test(name.slice(0, -".json".length))) return undefined;
  const client = path.slice(0, path.lastIndexOf("."));
  return (await isPostgresJs(program, file, client))
    ? { ...castColumn(file, [0, 0]), label: `${client}.json() makes` }
    : undefined;
}

function castColumn(file: string, at: Write["at"]): JsonColumn {
  return { label: "it is cast to", path: file, at, framework: "postgres", table: undefined, name: "", declared: false };
}

async function isPostgresJs(program: Program, file: string, path: string): Promise<boolean> {
  const client = await resolve(program, file, path);
  if (client?.kind !== "external" || !postgresJs.test(client.name)) return false;
  const isTyped = client.name.endsWith("Sql()");
  return !(isTyped ? await anyWrapped(program) : await isWrapped(program, file, path));
}

/** Whether any client of the program is given to Drizzle: a typed parameter may be that one. */
async function anyWrapped(program: Program): Promise<boolean> {
  for await (const { setting } of settings(program, drizzle)) if (setting.kind === "wrapped") return true;
  return false;
}

const drizzle = "drizzle-orm/postgres-js";

/** Whether Drizzle was given the client, wherever that is: it takes the serializers for JSON out of it. */
async function isWrapped(program: Program, file: string, path: string): Promise<boolean> {
  const client = await homeOf(program, file, path);
  for await (const { path: other, setting } of settings(program, drizzle)) {
    if (setting.kind === "wrapped" && (await homeOf(program, other, setting.path)) === client) return true;
  }
  return false;
}

/** The file that makes what the path leads to, and how it makes it. */
async function homeOf(program: Program, file: string, path: string, depth = 0): Promise<string> {
  const facts = await program.facts(file);
  const named = own(facts?.names, path)?.path;
  if (named !== undefined && named !== path) return homeOf(program, file, named, depth);
  const imported = depth > 8 ? undefined : facts?.imports.find(({ local }) => local === path);
  const home = imported && program.find(file, imported.module);
  return home === undefined || home === file ? `${file} ${path}` : homeOf(program, home, imported?.imported ?? path, depth + 1);
}

/** A column by its names in the database, from the file itself, then from the project's SQL. */
async function tableColumn(program: Program, file: string, table: string, name: string): Promise<JsonColumn | undefined> {
  const inFile = own((await program.facts(file))?.classes, `sql:${table}`);
  const declared = own(inFile?.columns, name);
  const column = { label: `${table}.${name}`, framework: "postgres", table, name } as const;
  if (declared) return { ...column, path: file, at: declared.at };
  for (const path of program.repository.paths) {
    if (!path.endsWith(".sql")) continue;
    const tables = await program.repository.facts("json-tables@1", path, ({ text }) => Object.fromEntries(jsonTables(text)));
    if (own(tables, table)?.includes(name) === true) return { ...column, path, at: await placeIn(program, path, name) };
  }
  return undefined;
}

async function placeIn(program: Program, path: string, name: string): Promise<readonly [number, number]> {
  const start = (await program.repository.read(path))?.text.toLowerCase().indexOf(name) ?? 0;
  return [Math.max(start, 0), Math.max(start, 0) + name.length];
}

/** Whether asyncpg was told anywhere to encode JSON itself. */
async function hasCodec(program: Program): Promise<boolean> {
  for await (const { path, setting } of settings(program, "set_type_codec")) {
    if (setting.kind !== "codec") continue;
    const encoder = setting.path === "" ? undefined : await resolve(program, path, setting.path);
    if (setting.path === "" || (encoder?.kind === "function" && (await serialisesAll(program, encoder)))) return true;
  }
  return false;
}

/** Whether the function makes a string of JSON of whatever it is given, strings included. */
async function serialisesAll(program: Program, { file, facts: { returns } }: FunctionThing): Promise<boolean> {
  return returns !== undefined && (returns.params ?? []).length === 0 && (await serializedAt(program, file, returns)).length > 0;
}

/** Whether an engine is given a serializer that returns strings as they are. */
export async function isLenient(program: Program): Promise<boolean> {
  for await (const { path, setting } of settings(program, "json_serializer")) {
    const serializer = setting.kind === "lenient" ? await resolve(program, path, setting.path) : undefined;
    if (serializer?.kind === "function" && (serializer.facts.returns?.params ?? []).length > 0) return true;
  }
  return false;
}

/** Settings of the files that mention a word. */
async function* settings(program: Program, word: string): AsyncGenerator<{ readonly path: string; readonly setting: Setting }> {
  for (const path of program.repository.paths) {
    if (!isCode(path) || !(await says(program, path, word))) continue;
    for (const setting of (await program.facts(path))?.settings ?? []) yield { path, setting };
  }
}

/** Whether the file holds the word; one that cannot be read is asked for its facts, which says why. */
async function says({ repository }: Program, path: string, word: string): Promise<boolean> {
  try {
    return (await repository.read(path))?.text.includes(word) === true;
  } catch {
    return true;
  }
}
