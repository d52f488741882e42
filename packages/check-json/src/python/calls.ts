import type { SyntaxNode } from "@failcheck/languages";
import { addCall, addGuard, callPath, dotted, memberPath, words, type Builder, type NewArgument } from "../builder.ts";
import type { Repair, Site } from "../facts.ts";
import { isTestedString, lookUp, type Scope } from "../scope.ts";
import { at, isBuilt, serialized, unknown, type Value } from "../values.ts";
import { literalText, type Called } from "./called.ts";
import { bindsOf, bound, dictOf, fieldOf, inChunks, mutating, namedRows } from "./collections.ts";
import { evaluateColumn, isColumn } from "./columns.ts";
import {
  byteSerializers,
  decoders,
  layoutOptions,
  passThrough,
  readers,
  runners,
  serializers,
  stringMethods,
  tableMakers,
  writers,
} from "./known.ts";
import { migration, registered } from "./migrations.ts";
import { evaluateTable } from "./tables.ts";
import { typing, write, writing } from "./writes.ts";

/** What a call gives; writes and calls that hand values on are noted. */
export function evaluateCall(node: SyntaxNode, scope: Scope, facts: Builder): Value {
  const call = readCall(node, scope, facts);
  decoding(call);
  return (
    serializing(call) ??
    passing(call) ??
    mutating(call) ??
    declaring(call) ??
    typing(call) ??
    querying(call) ??
    writing(call) ??
    generic(call)
  );
}

/** `json.loads(row.c)` where `row.c` is known to be a string. */
function decoding({ name, node, args, scope, facts }: Called): void {
  const [first] = args;
  if (first && decoders.has(name) && isTestedString(scope, first.node.text)) addGuard(facts, node.at, first.value);
}

function readCall(node: SyntaxNode, scope: Scope, facts: Builder): Called {
  const calleeNode = node.child("function");
  const receiver = calleeNode?.type === "attribute" ? calleeNode.child("object") : undefined;
  const object = facts.evaluate(receiver, scope);
  const known = receiver && calleeNode ? lookUp(scope, calleeNode.text) : undefined;
  const callee = receiver
    ? (known ?? { ...unknown, path: memberPath(object.path, calleeNode?.child("attribute")?.text ?? "") })
    : facts.evaluate(calleeNode, scope);
  const args = argumentsOf(node, scope, facts);
  const name = dotted(facts, callee.path) ?? "";
  const method = receiver ? (calleeNode?.child("attribute")?.text ?? "") : name.slice(name.lastIndexOf(".") + 1);
  const positional = args.filter(({ name, spread }) => typeof name === "number" && spread !== true);
  return {
    node,
    scope,
    facts,
    receiver,
    object,
    callee,
    name,
    method,
    args,
    positional: (index) => positional[index],
    keyword: (name) => args.find((argument) => argument.name === name),
  };
}

function argumentsOf(node: SyntaxNode, scope: Scope, facts: Builder): readonly NewArgument[] {
  const list = node.child("arguments");
  if (list?.type !== "argument_list") return list ? [{ name: 0, node: list, value: facts.evaluate(list, scope) }] : [];
  return list.children.map((child, index): NewArgument => {
    const isKeyword = child.type === "keyword_argument";
    const spread = child.type === "dictionary_splat";
    const value = (isKeyword ? child.child("value") : spread ? child.children[0] : child) ?? child;
    const name = isKeyword ? (child.child("name")?.text ?? "") : index;
    return { name, node: value, value: facts.evaluate(value, scope), spread };
  });
}

/** What the call serialises, to take its place. */
function repairOf(node: SyntaxNode): Repair | undefined {
  const [first, ...rest]: readonly SyntaxNode[] = node.child("arguments")?.children ?? [];
  if (!first || first.type === "keyword_argument" || first.type.endsWith("splat") || first.type === "for_in_clause")
    return undefined;
  return { text: first.text, safe: rest.every((argument) => layoutOptions.has(argument.child("name")?.text ?? "")) };
}

function siteOf(node: SyntaxNode, repair?: Repair, given: Value = unknown): Site {
  return { at: node.at, text: words(node), ...(repair && { repair }), ...(given.sites.length > 0 && { twice: true }) };
}

/** What is done to the string takes the call's place out of reach. */
const beyondRepair = (sites: readonly Site[]): readonly Site[] => sites.map(({ at: place, text }) => ({ at: place, text }));

/** Calls that make a string of JSON. */
function serializing(call: Called): Value | undefined {
  const { name, method, node, object, callee } = call;
  if (serializers.has(name)) return serialized(siteOf(node, repairOf(node), call.positional(0)?.value));
  if (method === "model_dump_json") return serialized(siteOf(node));
  if (byteSerializers.has(name)) return { ...unknown, bytes: [siteOf(node)] };
  if (name === "django.core.serializers.serialize") {
    return call.positional(0)?.node.text.includes("json") === true ? serialized(siteOf(node)) : unknown;
  }
  if (method === "encode" && object.path?.endsWith("JSONEncoder()") === true) return serialized(siteOf(node));
  if (name === "functools.partial" || name === "partial") return partial(call);
  if (callee.returns) return callee.returns.sites.length > 0 ? { ...callee.returns, sites: [siteOf(node)] } : callee.returns;
  return undefined;
}

/** `partial(json.dumps, default=str)` is a function that gives what `json.dumps` gives. */
function partial(call: Called): Value {
  const first = call.positional(0)?.value;
  const name = dotted(call.facts, first?.path) ?? "";
  if (serializers.has(name)) return { ...unknown, returns: serialized(siteOf(call.node)) };
  return first?.returns ? { ...unknown, returns: first.returns } : first?.path === undefined ? unknown : at(first.path);
}

/** Calls that give back what went in, or a part of it. */
function passing(call: Called): Value | undefined {
  const { name, method, object, receiver } = call;
  const first = call.positional(0)?.value ?? unknown;
  if (name === "str")
    return { ...unknown, sites: beyondRepair(call.args.length > 1 ? first.bytes : first.sites), refs: first.refs };
  if (passThrough.has(name)) return first;
  if (name === "next") return first.items ?? first;
  if (name === "typing.cast" || (name === "cast" && call.facts.imports.get("cast") === "typing.cast"))
    return call.positional(1)?.value ?? unknown;
  if (name === "dict") return dictOf(call);
  if (inChunks(call)) return { ...unknown, items: first };
  if (!receiver) return undefined;
  if (method === "decode" && object.bytes.length > 0) return { ...unknown, sites: object.bytes };
  if (method === "encode" && object.sites.length > 0) return { ...unknown, bytes: object.sites };
  if (stringMethods.has(method) && object.sites.length > 0)
    return { ...unknown, sites: beyondRepair(object.sites), refs: object.refs };
  if (method === "copy" && (object.fields ?? isBuilt(object))) return object;
  const isRow = object.fields ?? (isBuilt(object) && literalText(call, 0) !== undefined);
  if ((method === "get" || method === "pop") && isRow) return fieldOf(call);
  return undefined;
}

/** Columns, tables and column types. */
function declaring(call: Called): Value | undefined {
  const { method, name, object } = call;
  if (method === "get_model") return registered(call);
  if (/\bmigrations\.(?:CreateModel|AddField|AlterField)$/.test(name)) return migration(call);
  if (method === "as_mutable" || method === "associate_with") return call.positional(0)?.value ?? unknown;
  if (method === "with_variant") {
    const types = [object, call.positional(0)?.value ?? unknown].flatMap(({ types, path }) =>
      types.length > 0 ? types : path === undefined ? [] : [path],
    );
    return { ...unknown, types };
  }
  if (method === "bindparams" && call.args.some(({ value }) => value.column)) return at(`${evaluateTable(call)?.path ?? ""}!`);
  if (tableMakers.has(method)) {
    const table = evaluateTable(call);
    if (table) return table;
  }
  return isColumn(call) ? evaluateColumn(call) : undefined;
}

/** Queries and statements: what they are about decides what their rows are. */
function querying(call: Called): Value | undefined {
  const { method, name } = call;
  const first = call.positional(0)?.value;
  const about = first?.path;
  const known = name.startsWith("sqlalchemy") || name.startsWith("sqlmodel");
  if (about !== undefined && /^[\w.@]+$/.test(about)) {
    if (writers.has(method) && (known || name === method)) return at(`${about}!`);
    if (readers.has(method) && (known || call.receiver) && namesClass(about))
      return at(method.startsWith("get") ? `${about}()` : `${about}?`);
  }
  if (method === "merge" && about?.endsWith(")") === true) return at(about);
  if (runners.has(method) && about !== undefined && /[?!]$/.test(about)) {
    const rows = call.args[1] ?? call.keyword("params");
    if (about.endsWith("!") && rows) write(call, bound(rows, first?.binds), about, "*", "execute");
    return at(`${about.slice(0, -1)}?`);
  }
  return undefined;
}

/** `Job` or `models.Job`, not `payload`: what is asked for by name is a class. */
function namesClass(path: string): boolean {
  return /(?:^|\.)[A-Z]\w*$/.test(path);
}

function generic(call: Called): Value {
  const { callee, node, facts, scope } = call;
  if (callee.path === undefined) return unknown;
  const path = callPath(callee.path);
  if (path === undefined) return unknown;
  const given = namedRows(call);
  const own = call.keyword("self") ? given.filter(({ name }) => name !== "self") : given;
  addCall(facts, scope, node.at, callee.path, own);
  // only what a name leads to can be looked up
  const refs = /^[\w.@/]+(?:\(\)\.\w+)?\(\)$/.test(path) && !/[?!]$/.test(path) ? [{ path, at: node.at }] : [];
  return { ...at(path), refs, binds: bindsOf(call) };
}
