import { flatten } from "@failcheck/languages";
import { addWrite, dotted, type Given } from "../builder.ts";
import { own } from "../own.ts";
import { destinationOf, tokensOf } from "../sql-text.ts";
import { typesOf, unknown, type Value } from "../values.ts";
import { literalText, type Called } from "./called.ts";
import { bound } from "./collections.ts";
import { byteSerializers, serializers } from "./known.ts";

/** Functions of SQLAlchemy that give a value a type: `type_coerce(x, JSON)`, `bindparam("v", x, type_=JSON)`. */
export function typing(call: Called): Value | undefined {
  const { method, name, facts, scope, node } = call;
  if (/^django\.db\.models(?:\.expressions)?\.Value$/.test(name)) {
    const types = (call.positional(1) ?? call.keyword("output_field"))?.value.column?.types ?? [];
    const value = call.positional(0);
    if (value) addWrite(facts, scope, { ...value, target: "", column: "", verb: "Value", types });
    return { ...unknown, path: `Value@${String(node.at[0])}` };
  }
  if (!name.startsWith("sqlalchemy")) return undefined;
  if (method === "bindparam") return bindparam(call);
  if (method === "bindparams") return undefined;
  if (method !== "literal" && method !== "type_coerce" && method !== "cast") return undefined;
  const [given, type] = [call.positional(0), call.positional(1) ?? call.keyword("type_")];
  const types = type ? typesOf(type.value) : [];
  if (given) addWrite(facts, scope, { ...given, target: "", column: "", verb: method, types });
  return { ...unknown, path: `${method}@${String(node.at[0])}` };
}

function bindparam(call: Called): Value {
  const type = call.keyword("type_") ?? call.positional(2);
  const value = call.positional(1) ?? call.keyword("value");
  const types = type ? typesOf(type.value) : [];
  const stored = literalText(call, 0);
  if (value) addWrite(call.facts, call.scope, { ...value, target: "", column: stored ?? "", verb: "bindparam", types });
  return { ...unknown, column: { types, ...(stored !== undefined && { stored }) } };
}

export function write(call: Called, given: Given, target: string, column: string, verb: string): void {
  addWrite(call.facts, call.scope, { ...given, target, column, verb });
}

const bulk = new Set(["bulk_insert_mappings", "bulk_update_mappings", "bulk_insert"]);

/** Writes that name what they write in an argument. */
export function writing(call: Called): Value | undefined {
  const [first, second] = [call.positional(0), call.positional(1)];
  if (call.name === "setattr" && first?.value.path !== undefined) {
    const [column, third] = [literalText(call, 1), call.positional(2)];
    const keys = second?.value.keysOf;
    if (keys && third) write(call, { node: third.node, value: keys }, first.value.path, "*", "attribute");
    else if (column !== undefined && third) write(call, third, first.value.path, column, "attribute");
    return unknown;
  }
  if (call.name === "object.__setattr__") return unknown;
  const target = first?.value.path;
  if (bulk.has(call.method) && target !== undefined && second) {
    write(call, second, target, "*", call.method);
    return unknown;
  }
  if ((call.method === "execute" || call.method === "executemany") && target !== undefined && second) {
    write(call, bound(second, first?.value.binds), target, "*", "execute");
  }
  return driver(call);
}

/** What the drivers' own wrappers make of a string: `Jsonb(json.dumps(x))` is wrong with any column. */
function driver(call: Called): Value | undefined {
  const { name, facts, scope } = call;
  const first = call.args[0];
  const wraps =
    /^(?:psycopg\.types\.json|psycopg2\.extras|psycopg\.extras)\.Jsonb?$/.test(name) || name === "psycopg2._json.Json";
  if (wraps && first && !call.keyword("dumps")) {
    addWrite(facts, scope, {
      ...first,
      target: "",
      column: name.slice(name.lastIndexOf(".") + 1),
      verb: "wrap",
      types: ["json:sqlalchemy"],
    });
    return unknown;
  }
  if (/^(?:execute|executemany|fetch|fetchrow|fetchval)$/.test(call.method)) asyncpg(call);
  if (call.method === "map_imperatively") mapClass(call);
  if (call.method === "set_type_codec" && /jsonb?/.test(call.node.text)) codec(call);
  const serializer = call.keyword("json_serializer");
  if (serializer?.value.path !== undefined) facts.settings.push({ kind: "lenient", path: serializer.value.path });
  return undefined;
}

/** `set_type_codec("jsonb", encoder=…)`: an encoder that lets strings through changes nothing. */
function codec({ facts, ...call }: Called): void {
  const encoder = call.keyword("encoder")?.value;
  const path = dotted(facts, encoder?.path) ?? "";
  const given = encoder?.returns;
  if (serializers.has(path) || byteSerializers.has(path) || (given && given.sites.length + given.bytes.length > 0))
    facts.settings.push({ kind: "codec", path: "" });
  else if (encoder?.path !== undefined) facts.settings.push({ kind: "codec", path: encoder.path });
}

/** `conn.execute("… $1 …", value)`: where each value goes is in the statement. */
function asyncpg({ args, facts, scope }: Called): void {
  const [query, ...values] = args;
  const literal = query && facts.tree.stringAt(query.node);
  let holes = 0;
  const text = literal ? flatten(literal, () => "x").text.replace(/%s/g, () => `$${String(++holes)}`) : "";
  const words = tokensOf(text);
  const sent = holes > 0 ? tupleOf(values[0]) : values;
  for (const [index, given] of sent.entries()) {
    const place = words.indexOf(`$${String(index + 1)}`);
    const to = place < 0 ? undefined : destinationOf(words.slice(0, place), words.slice(place + 1));
    const column = to && ("json" in to ? "::jsonb" : `${to.table}.${to.column}`);
    const verb = holes > 0 ? "raw" : "asyncpg";
    if (column !== undefined) addWrite(facts, scope, { ...given, target: "connection", column, verb });
  }
}

/** The values that psycopg is given for each `%s`; only one that was encoded twice is wrong. */
function tupleOf(given: Given | undefined): readonly Given[] {
  const nodes = given?.node.children ?? [];
  const values = (given?.value.elements ?? []).flatMap((value, index) => (nodes[index] ? [{ node: nodes[index], value }] : []));
  return values.some(({ value }) => value.sites.some(({ twice }) => twice)) ? values : [];
}

/** `registry.map_imperatively(Job, jobs)`: the class has the table's columns. */
function mapClass(call: Called): void {
  const { facts } = call;
  const [owner, table] = [call.positional(0)?.value.path, call.positional(1)?.value.path];
  const known = owner === undefined ? undefined : own(facts.classes, owner);
  if (owner !== undefined && known && table !== undefined) facts.classes[owner] = { ...known, table };
}
