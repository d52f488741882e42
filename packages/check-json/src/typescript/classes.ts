import type { SyntaxNode } from "@failcheck/languages";
import { addWrite, noteAttribute, type Builder } from "../builder.ts";
import type { ColumnFacts } from "../facts.ts";
import { bind, openScope, type Scope } from "../scope.ts";
import { at, type Value } from "../values.ts";
import { annotationPath } from "./annotations.ts";
import { decoratedColumn } from "./columns.ts";
import { callFunction, defineFunction } from "./functions.ts";

/** Notes a class: columns by their decorators, members by their types, methods. */
export function noteClass(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const name =
    node.child("id")?.attribute("name") ?? (node.type === "ClassDeclaration" ? "default" : `class@${String(node.at[0])}`);
  const key = scope.within === undefined ? name : `${scope.within}/${name}`;
  if (node.type === "ClassDeclaration") bind(scope, name, at(key));
  const own = openScope(scope, undefined, key);
  const base = facts.evaluate(node.child("superClass"), scope);
  const columns: Record<string, ColumnFacts> = {};
  const members: Record<string, string> = {};
  facts.classes[key] = {
    at: node.child("id")?.at ?? node.at,
    bases: base.path === undefined ? [] : [base.path],
    columns,
    members,
    sanitised: [],
  };
  for (const member of node.child("body")?.all("body") ?? []) noteMember(member, columns, members, own, facts);
  return at(key);
}

function noteMember(
  member: SyntaxNode,
  columns: Record<string, ColumnFacts>,
  members: Record<string, string>,
  own: Scope,
  facts: Builder,
): void {
  const name = member.child("key")?.attribute("name");
  if (name === undefined) return;
  const value = member.child("value");
  if (member.type === "MethodDefinition" && value) {
    if (name === "constructor") constructorMembers(value, members);
    if (name === "jsonAttributes") jsonAttributes(callFunction(value, [], own, facts).returns, member, columns);
    if (name === "relationMappings") relations(callFunction(value, [], own, facts).returns, members);
    if (name !== "jsonAttributes") defineFunction(value, name, own, facts, member.attribute("kind") === "get");
    return;
  }
  const column = decoratedColumn(member, own, facts);
  if (column) {
    columns[name] = { at: member.at, types: column.types };
    initialValue(value, name, column.types, own, facts);
  }
  const path = annotationPath(member.child("typeAnnotation"));
  if (value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression") {
    if (name === "relationMappings") relations(callFunction(value, [], own, facts).returns, members);
    defineFunction(value, name, own, facts);
  } else {
    const given = facts.evaluate(value, own);
    if (name === "relationMappings") relations(given, members);
    if (value && own.inside !== undefined) noteAttribute(facts, own.inside, name, given, value.text === "null");
    if (name === "jsonAttributes") jsonAttributes(given, member, columns);
    const member_ = path ?? given.path;
    if (member_ !== undefined) members[name] = member_;
  }
}

/** `meta = JSON.stringify({})`: what a new row begins with. */
function initialValue(node: SyntaxNode | undefined, name: string, types: readonly string[], own: Scope, facts: Builder): void {
  if (node) addWrite(facts, own, { node, value: facts.evaluate(node, own), target: "", column: name, verb: "default", types });
}

/** `constructor(private readonly users: Repository<User>)`. */
function constructorMembers(node: SyntaxNode, members: Record<string, string>): void {
  for (const parameter of node.all("params")) {
    const declared = parameter.type === "TSParameterProperty" ? parameter.child("parameter") : undefined;
    const name = declared?.attribute("name");
    const path = annotationPath(declared?.child("typeAnnotation"));
    const injected = parameter.all("decorators").map((decorator) => decorator.text);
    const entity = /^@InjectRepository\(\s*(\w{1,80})/.exec(injected[0] ?? "")?.[1];
    if (name !== undefined && path !== undefined) members[name] = path;
    if (name !== undefined && entity !== undefined) members[name] = `${entity}?`;
  }
}

/** Objection's relations: `{ pets: { relation: …, modelClass: Pet } }`. */
function relations(value: Value | undefined, members: Record<string, string>): void {
  for (const [name, { fields }] of value?.fields ?? []) {
    const path = fields?.get("modelClass")?.path;
    if (path !== undefined) members[name] = `${path}()`;
  }
}

/** Objection's list of the columns that it serialises. */
function jsonAttributes(value: Value | undefined, member: SyntaxNode, columns: Record<string, ColumnFacts>): void {
  for (const name of value?.items?.texts ?? []) columns[name] = { at: member.at, types: ["json:objection"] };
}
