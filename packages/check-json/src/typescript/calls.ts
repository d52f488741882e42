import type { SyntaxNode } from "@failcheck/languages";
import { addCall, addGuard, addWrite, callPath, dotted, memberPath, words, type Builder, type NewArgument } from "../builder.ts";
import { own } from "../own.ts";
import type { Repair, Site } from "../facts.ts";
import { bind, isTestedString, type Scope } from "../scope.ts";
import { bareText } from "./refine.ts";
import { at, join, serialized, unknown, withField, type Value } from "../values.ts";
import { attributeColumns, builtColumn, columnMethod, declaredTable } from "./columns.ts";
import { callFunction } from "./functions.ts";
import { evaluateQuery, evaluateUnsafe } from "./queries.ts";
import { noteAssociation } from "./sequelize.ts";
import { builders, passThrough, readers, serializers, starters, stringMethods } from "./known.ts";

/** A call with everything evaluated once. */
interface Called {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly facts: Builder;
  readonly receiver: SyntaxNode | undefined;
  readonly object: Value;
  readonly callee: Value;
  /** The callee's dotted name, imports resolved. */
  readonly name: string;
  readonly method: string;
  readonly args: readonly NewArgument[];
}

/** What a call gives; writes and calls that hand values on are noted. */
export function evaluateCall(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const call = readCall(node, scope, facts);
  clients(call);
  decoding(call);
  return serializing(call) ?? passing(call) ?? collecting(call) ?? declaring(call) ?? writing(call) ?? generic(call);
}

/** `JSON.parse(row.c)` where `row.c` is known to be a string. */
function decoding({ name, node, args, scope, facts }: Called): void {
  const [first] = args;
  const given = bare(first?.node);
  if (name === "JSON.parse" && first && given && isTestedString(scope, bareText(given))) addGuard(facts, node.at, first.value);
}

const wrappers = new Set(["ChainExpression", "TSAsExpression", "TSNonNullExpression", "TSInstantiationExpression"]);

function bare(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node && wrappers.has(node.type) ? bare(node.child("expression")) : node;
}

function readCall(node: SyntaxNode, scope: Scope, facts: Builder): Called {
  const calleeNode = bare(node.child("callee"));
  const receiver = calleeNode?.type === "MemberExpression" ? calleeNode.child("object") : undefined;
  const object = facts.evaluate(receiver, scope);
  const property = receiver ? (calleeNode?.child("property")?.attribute("name") ?? "") : "";
  const callee = receiver ? memberCallee(object, property) : facts.evaluate(calleeNode, scope);
  const name = dotted(facts, callee.path) ?? "";
  const method = receiver ? property : name.slice(name.lastIndexOf(".") + 1);
  const args = node
    .all("arguments")
    .map((argument, index) => argumentOf(argument, index, { object, method, name }, scope, facts));
  return { node, scope, facts, receiver, object, callee, name, method, args };
}

function memberCallee(object: Value, property: string): Value {
  const field = object.fields?.get(property);
  return field ?? { ...unknown, path: memberPath(object.path, property) };
}

const iterators = new Set(["map", "forEach", "flatMap", "filter", "find", "some", "every", "then", "tap"]);
const transactions = new Set(["$transaction", "transaction", "transactional", "begin", "withTransaction", "savepoint"]);

/** An argument; a function is walked with what its caller is known to give. */
function argumentOf(
  node: SyntaxNode,
  index: number,
  { object, method, name }: Pick<Called, "object" | "method" | "name">,
  scope: Scope,
  facts: Builder,
): NewArgument {
  const spread = node.type === "SpreadElement";
  const value = spread ? (node.child("argument") ?? node) : node;
  const isFunction = value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression";
  if (!isFunction) return { name: index, node: value, value: facts.evaluate(value, scope) };
  const given = givenTo(object, method, name);
  return { name: index, node: value, value: callFunction(value, given ? [given] : [], scope, facts) };
}

function givenTo(object: Value, method: string, name: string): Value | undefined {
  if (iterators.has(method)) return object.items ?? { ...unknown, path: object.path, params: object.params };
  if (transactions.has(method)) return object;
  // `pgTable("users", (t) => ({ … }))`
  return /^drizzle-orm\/|Table$/.test(name) ? at("$drizzle") : undefined;
}

function siteOf(node: SyntaxNode, repair?: Repair, given: Value = unknown): Site {
  return { at: node.at, text: words(node), ...(repair && { repair }), ...(given.sites.length > 0 && { twice: true }) };
}

/** What is done to the string takes the call's place out of reach. */
const beyondRepair = (sites: readonly Site[]): readonly Site[] => sites.map(({ at: place, text }) => ({ at: place, text }));

/** `JSON.stringify(x)` may become `x`; a replacer changes what is stored. */
function repairOf({ args }: Called): Repair | undefined {
  const [first, replacer] = args;
  return first && { text: first.node.text, safe: !replacer || /^(?:null|undefined)$/.test(replacer.node.text) };
}

function serializing(call: Called): Value | undefined {
  const { name, callee, node } = call;
  if (serializers.has(name)) return serialized(siteOf(node, repairOf(call), call.args[0]?.value));
  if (callee.returns) return callee.returns.sites.length > 0 ? { ...callee.returns, sites: [siteOf(node)] } : callee.returns;
  return undefined;
}

function passing({ name, method, object, receiver, args }: Called): Value | undefined {
  const first = args[0]?.value ?? unknown;
  if (name === "String") return { ...unknown, sites: beyondRepair(first.sites), refs: first.refs, params: first.params };
  if (name === "JSON.parse") return unknown;
  if (passThrough.has(name)) return first;
  if (name === "Object.fromEntries" || name === "Object.entries") return unknown;
  if (receiver && stringMethods.has(method) && object.sites.length > 0) return { ...unknown, sites: beyondRepair(object.sites) };
  return undefined;
}

const growing = new Set(["push", "unshift", "add"]);

/** Lists that are mapped or added to, and objects that are merged. */
function collecting(call: Called): Value | undefined {
  const { name, method, object, receiver, scope, args } = call;
  const first = args[0]?.value ?? unknown;
  if (name === "Object.assign") return assigned(call);
  if (!receiver) return undefined;
  if (method === "then" && first.returns) return first.returns;
  if (object.path !== undefined && !object.items && first.returns?.fields === undefined) return undefined;
  if (method === "map" || method === "flatMap") {
    const returned = first.returns ?? unknown;
    return { ...unknown, items: method === "map" ? returned : (returned.items ?? returned) };
  }
  if (method === "filter" || method === "slice" || method === "concat" || method === "flat")
    return object.items ? { ...object, elements: undefined } : undefined;
  if (growing.has(method) && object.items) {
    let items = object.items;
    for (const { value } of args) items = join(items, value.items ?? value);
    scope.variables.set(receiver.text, { ...object, items, elements: undefined });
    return unknown;
  }
  return undefined;
}

/** `Object.assign(user, { meta })` writes to the user, or gives the merged object. */
function assigned({ args, facts, scope }: Called): Value {
  const [target, ...sources] = args;
  if (!target) return unknown;
  // what a call returned is no longer what it was once something is assigned to it
  let merged: Value = { ...target.value, refs: [] };
  for (const source of sources) {
    if (merged.path !== undefined) addWrite(facts, scope, { ...source, target: merged.path, column: "*", verb: "assign" });
    else for (const [name, value] of source.value.fields ?? []) merged = withField(merged, name, value);
  }
  if (target.node.type === "Identifier" && merged.path === undefined) bind(scope, target.node.text, merged);
  return merged;
}

/** Columns, tables and models. */
function declaring(call: Called): Value | undefined {
  const { name, method, object, args, scope, facts, node } = call;
  if (object.column) return columnMethod(object, method, args, scope, facts);
  noteAssociation(object, method, args, facts);
  const column = builtColumn(name, args);
  if (column) return column;
  if (method === "init" && object.path !== undefined && args[0]?.node.type === "ObjectExpression") {
    const model = own(facts.classes, object.path);
    const columns = model && attributeColumns(args[0].node, "json:sequelize", object.path, scope, facts);
    if (model && columns) facts.classes[object.path] = { ...model, columns: { ...model.columns, ...columns } };
    return at(object.path);
  }
  return declaredTable(node, name, args, scope, facts);
}

/** A class or table by its name, not an instance or a query. */
const className = /^[\w$.@/]+$/;

/** Calls that name what they write in an argument. */
function writing(call: Called): Value | undefined {
  const { method, object, args, facts, scope, node, receiver } = call;
  const [first, second] = args;
  if (!receiver) return undefined;
  const text = first?.value.texts[0];
  if (/^(?:set|setDataValue|setAttribute)$/.test(method) && text !== undefined && second && object.path !== undefined) {
    addWrite(facts, scope, { ...second, target: object.path, column: text, verb: method });
    return at(object.path);
  }
  const about = first?.value.path;
  if (about === undefined) return undefined;
  if (/^(?:assign|merge)$/.test(method) && second && /[)?]$/.test(about)) {
    for (const source of args.slice(1)) addWrite(facts, scope, { ...source, target: about, column: "*", verb: method });
    return at(about);
  }
  if (!className.test(about)) return undefined;
  if (second) addCall(facts, scope, node.at, `${about}&.${method}`, args);
  if (starters.has(method)) return at(`${about}!`);
  if (!/(?:^|\.)[A-Z][\w@]*$/.test(about)) return undefined;
  if (builders.has(method)) return at(`${about}?`);
  return readers.has(method) ? at(`${about}()`) : undefined;
}

/** Clients that are given SQL: postgres.js, and Drizzle, which takes the serializers out of the client it is given. */
function clients({ method, name, object, args, scope, facts }: Called): void {
  if (method === "unsafe" && object.path !== undefined) evaluateUnsafe(object.path, args, scope, facts);
  if (method === "query") evaluateQuery(args, scope, facts);
  const [first] = args;
  const wrapped =
    name === "drizzle-orm/postgres-js.drizzle" ? (first?.value.path ?? first?.value.fields?.get("client")?.path) : undefined;
  if (wrapped !== undefined) facts.settings.push({ kind: "wrapped", path: wrapped });
}

/** `require("./job")` in the middle of an expression. */
function required(node: SyntaxNode, args: readonly NewArgument[], facts: Builder): Value {
  const module = args[0]?.value.texts[0];
  if (module === undefined) return unknown;
  const local = `$require@${String(node.at[0])}`;
  facts.required.push({ module, local });
  return at(local);
}

function generic({ node, callee, facts, scope, args }: Called): Value {
  if (callee.path === undefined) return unknown;
  if (callee.path === "require") return required(node, args, facts);
  addCall(facts, scope, node.at, callee.path, args);
  const path = callPath(callee.path);
  if (path === undefined) return unknown;
  const refs = /^[\w$.@/]+(?:\(\)\.\w+)?\(\)$/.test(path) && node.type === "CallExpression" ? [{ path, at: node.at }] : [];
  return { ...at(path), refs };
}
