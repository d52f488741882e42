import type { SyntaxNode } from "@failcheck/languages";
import { addWrite, calledDefault, dotted, type Builder, type NewArgument } from "../builder.ts";
import type { ColumnFacts } from "../facts.ts";
import { own } from "../own.ts";
import { openScope, type Scope } from "../scope.ts";
import { at, unknown, type ColumnValue, type Value } from "../values.ts";
import { callFunction } from "./functions.ts";
import { columnDefaults, jsonTypeName } from "./known.ts";

/** What a column's type is written as: `"jsonb"`, `DataTypes.JSON`, `JsonType`, `{ type: … }`. */
function isJson(value: Value | undefined): boolean {
  if (!value) return false;
  if (value.texts.some((text) => jsonTypeName.test(text))) return true;
  // `DataTypes.JSONB`, `JsonType`, `p.json`; not `response.json()`
  const path = value.path?.replace(/\(\)$/, "");
  if (path !== undefined && /(?:^|\.)(?:JSONB?|JsonType|json)$/.test(path)) return true;
  return isJson(value.fields?.get("type")) || isJson(value.fields?.get("columnType"));
}

/** The modules whose decorators declare columns. */
const decorators: readonly (readonly [RegExp, string])[] = [
  [/^typeorm\.Column$/, "json:typeorm"],
  [/^@mikro-orm\/[\w-]+(?:\/\w+)?\.Property$/, "json:mikro-orm"],
  [/^sequelize-typescript\.Column$/, "json:sequelize"],
];

/** The column that a decorated member is. */
export function decoratedColumn(member: SyntaxNode, own: Scope, facts: Builder): ColumnValue | undefined {
  for (const decorator of member.all("decorators")) {
    const call = decorator.child("expression");
    const name = call && facts.tree.nameOf(call.child("callee") ?? call);
    const type = decorators.find(([pattern]) => pattern.test(name ?? ""))?.[1];
    if (!call || type === undefined) continue;
    const values = call.all("arguments").map((argument) => facts.evaluate(argument, own));
    const stores = values.some(isJson);
    const dumps = transformed(call, values, stores, type, own, facts);
    if (stores || dumps) return { types: [type] };
  }
  return undefined;
}

/** `transformer: { to: (v) => JSON.stringify(v) }`: wrong on a JSON column, and on another it makes one. */
function transformed(
  call: SyntaxNode,
  values: readonly Value[],
  stores: boolean,
  type: string,
  own: Scope,
  facts: Builder,
): boolean {
  const transformer = values.map(({ fields }) => fields?.get("transformer")).find((value) => value !== undefined);
  const returned = transformer?.fields?.get("to")?.returns;
  if (!returned || returned.sites.length === 0) return false;
  if (stores) addWrite(facts, own, { node: call, value: returned, target: "", column: "", verb: "transformer", types: [type] });
  return true;
}

/** Columns of an object of attributes: `{ meta: DataTypes.JSONB, tags: { type: DataTypes.JSON } }`. */
export function attributeColumns(
  node: SyntaxNode,
  type: string,
  owner: string,
  scope: Scope,
  facts: Builder,
): Record<string, ColumnFacts> {
  const columns: Record<string, ColumnFacts> = {};
  const own = openScope(scope, scope.within, owner);
  for (const property of node.all("properties")) {
    const name = property.child("key")?.attribute("name") ?? "";
    const value = facts.evaluate(property.child("value"), own);
    const stores = isJson(value) || value.column !== undefined;
    if (name === "" || !stores) continue;
    columns[name] = { at: property.at, types: [type] };
    const given = value.fields?.get("defaultValue");
    if (given) {
      const holder = property
        .child("value")
        ?.all("properties")
        .find((one) => one.child("key")?.text === "defaultValue")
        ?.child("value");
      addWrite(facts, scope, {
        node: holder ?? property,
        value: given.returns ?? calledDefault({ node: holder ?? property, value: given }),
        target: "",
        column: name,
        verb: "defaultValue",
        types: [type],
      });
    }
  }
  return columns;
}

/** A call of a column builder: `jsonb("meta")`, `text("meta", { mode: "json" })`, `p.json()`. */
export function builtColumn(name: string, args: readonly NewArgument[]): Value | undefined {
  const stored = args[0]?.value.texts[0];
  const rest = stored === undefined ? {} : { stored };
  if (/^(?:drizzle-orm\/\w{2,12}-core|\$drizzle)\.jsonb?$/.test(name))
    return { ...unknown, column: { types: ["json:drizzle"], ...rest } };
  if (/^(?:drizzle-orm\/\w{2,12}-core|\$drizzle)\.(?:text|blob)$/.test(name)) {
    const json = args.some(({ value }) => value.fields?.get("mode")?.texts.includes("json") === true);
    return { ...unknown, column: { types: json ? ["json:drizzle"] : [], ...rest } };
  }
  if (
    /^drizzle-orm\/\w{2,12}-core\.\w{3,20}$|^\$drizzle\.\w{3,20}$/.test(name) &&
    !/Table|Schema|Enum|customType|index|Index|primaryKey|unique|check|alias/.test(name)
  ) {
    return { ...unknown, column: { types: [], ...rest } };
  }
  if (/^@mikro-orm\/[\w-]+\.(?:p|defineEntity\.properties)\.json$/.test(name))
    return { ...unknown, column: { types: ["json:mikro-orm"], ...rest } };
  if (/^drizzle-orm\/\w{2,12}-core\.customType$/.test(name)) return customType(args[0]);
  return undefined;
}

/** `customType({ toDriver: (value) => JSON.stringify(value) })` serialises whatever it is given. */
function customType(given: NewArgument | undefined): Value {
  const returned = given?.value.fields?.get("toDriver")?.returns;
  const json = returned !== undefined && returned.sites.length > 0;
  return { ...unknown, returns: { ...unknown, column: { types: json ? ["json:drizzle"] : [] } } };
}

/** A method of a column builder: defaults are writes, everything else leaves the column as it is. */
export function columnMethod(column: Value, method: string, args: readonly NewArgument[], scope: Scope, facts: Builder): Value {
  const [first] = args;
  if (columnDefaults.has(method) && first && column.column) {
    addWrite(facts, scope, {
      ...first,
      value: first.value.returns ?? calledDefault(first),
      target: "",
      column: column.column.stored ?? "",
      verb: method,
      types: column.column.types,
    });
  }
  return column;
}

/** A call that declares a table or model; its name in the facts is made of its place. */
export function declaredTable(
  node: SyntaxNode,
  name: string,
  args: readonly NewArgument[],
  scope: Scope,
  facts: Builder,
): Value | undefined {
  const model = /(?:^|\.)(?:EntitySchema|defineEntity|define)$/.exec(name)?.[0].replace(".", "");
  const [first, second] = args;
  const key = `${model ?? "table"}@${String(node.at[0])}`;
  if (model === "define" && second?.node.type === "ObjectExpression") {
    return declare(node, key, attributeColumns(second.node, "json:sequelize", key, scope, facts), first, facts);
  }
  if ((model === "EntitySchema" || model === "defineEntity") && first?.node.type === "ObjectExpression") {
    mapClass(first.value.fields?.get("class")?.path ?? first.value.fields?.get("target")?.path, key, facts);
    return declare(node, key, schemaColumns(first.node, name, key, scope, facts), undefined, facts);
  }
  const fields = second?.value.returns?.fields ?? second?.value.fields;
  const built = [...(fields ?? [])].filter(([, { column }]) => column);
  const spread = /Table$|^createTable$|\.table$/.test(name) ? spreadIn(second?.node, scope, facts) : [];
  if (built.length === 0 && spread.length === 0) return undefined;
  const columns: Record<string, ColumnFacts> = {};
  for (const [column, { column: value }] of built) {
    if (value) columns[column] = { at: placeOf(second?.node, column) ?? node.at, types: value.types };
  }
  return declare(node, key, columns, first, facts, spread);
}

/** `new EntitySchema({ class: Doc, … })`: the class has the schema's columns. */
function mapClass(owner: string | undefined, key: string, facts: Builder): void {
  const known = own(facts.classes, owner ?? "");
  if (owner !== undefined && known) facts.classes[owner] = { ...known, table: key };
}

/** `{ id: …, ...timestamps }`: columns that are declared elsewhere. */
function spreadIn(node: SyntaxNode | undefined, scope: Scope, facts: Builder): readonly string[] {
  const object = node?.type === "ObjectExpression" ? node : node?.child("body");
  const spread = object?.all("properties").filter(({ type }) => type === "SpreadElement") ?? [];
  return spread.flatMap((element) => facts.evaluate(element.child("argument"), scope).path ?? []);
}

/** Notes an object of columns that tables may spread: `export const audit = { meta: jsonb("meta") }`. */
export function sharedColumns(name: string, node: SyntaxNode, value: Value, facts: Builder): void {
  const columns: Record<string, ColumnFacts> = {};
  for (const [column, { column: built }] of value.fields ?? []) {
    if (built) columns[column] = { at: placeOf(node, column) ?? node.at, types: built.types };
  }
  if (Object.keys(columns).length > 0) facts.classes[name] = { at: node.at, bases: [], columns, members: {}, sanitised: [] };
}

function declare(
  node: SyntaxNode,
  key: string,
  columns: Record<string, ColumnFacts>,
  first: NewArgument | undefined,
  facts: Builder,
  bases: readonly string[] = [],
): Value {
  const stored = first?.value.texts[0];
  facts.classes[key] = { at: node.at, bases, columns, members: {}, sanitised: [], ...(stored !== undefined && { stored }) };
  return at(key);
}

function placeOf(node: SyntaxNode | undefined, name: string): readonly [number, number] | undefined {
  const object = node?.type === "ObjectExpression" ? node : node?.child("body");
  return object?.all("properties").find((property) => property.child("key")?.text === name)?.at;
}

/** The `columns` of TypeORM's EntitySchema, the `properties` of MikroORM's. */
function schemaColumns(node: SyntaxNode, name: string, key: string, scope: Scope, facts: Builder): Record<string, ColumnFacts> {
  const type = dotted(facts, name)?.startsWith("@mikro-orm") === true ? "json:mikro-orm" : "json:typeorm";
  for (const property of node.all("properties")) {
    const part = property.child("key")?.text;
    const value = property.child("value");
    if ((part === "columns" || part === "properties") && value?.type === "ObjectExpression") {
      return attributeColumns(value, type, key, scope, facts);
    }
    if (part === "properties" && value?.type === "ArrowFunctionExpression") {
      const built = callFunction(value, [at("@mikro-orm/core.p")], scope, facts).returns?.fields ?? new Map<string, Value>();
      return Object.fromEntries(
        [...built].flatMap(([column, { column: found }]) => (found ? [[column, { at: property.at, types: found.types }]] : [])),
      );
    }
  }
  return {};
}
