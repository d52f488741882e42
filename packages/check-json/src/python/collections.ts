import type { SyntaxNode } from "@failcheck/languages";
import type { Given, NewArgument } from "../builder.ts";
import { lookUp, type Scope } from "../scope.ts";
import { builtBy, builtField, isBuilt, join, unknown, withField, type Value } from "../values.ts";
import { keyName, literalText, type Called } from "./called.ts";

/** `row.get("payload")` and `row.pop("payload")`. */
export function fieldOf(call: Called): Value {
  const { object, method, receiver, scope } = call;
  const name = literalText(call, 0);
  if (name === undefined) return unknown;
  const value = object.fields?.get(name) ?? { ...unknown, refs: builtField(object, name) };
  if (method === "pop" && receiver) scope.variables.set(receiver.text, withField(object, name, unknown));
  return value;
}

/** `dict(row, payload=value)`. */
export function dictOf(call: Called): Value {
  const base = call.positional(0)?.value;
  let value: Value = {
    ...unknown,
    ...base,
    path: undefined,
    refs: base ? builtBy(base) : [],
    fields: base?.fields ?? new Map(),
  };
  for (const { name, value: given, spread } of call.args) {
    if (typeof name === "string") value = withField(value, name, given);
    else if (spread === true)
      value = { ...value, fields: new Map([...(value.fields ?? []), ...(given.fields ?? [])]), params: given.params };
  }
  return value;
}

/** A function that hands rows on in portions: `chunked(rows, 100)`, `batched(rows, n=50)`. */
export function inChunks({ name, args: [first] }: Called): boolean {
  return (
    first?.name === 0 &&
    first.value.items !== undefined &&
    /(?:^|[._])(?:i?chunk(?:s|ed|ify)?|batch(?:es|ed)?|grouper)$/.test(name)
  );
}

/** `insert_many([("a", value)], fields=[Job.name, Job.payload])`: the places of the tuples are columns. */
export function namedRows(call: Called): readonly NewArgument[] {
  const { method, args, facts } = call;
  const [rows, fields] = [call.positional(0), call.keyword("fields") ?? call.positional(1)];
  const elements = rows?.value.items?.elements;
  if (!/^(?:insert|replace)_many$/.test(method) || !rows || !elements || !fields) return args;
  const named = new Map<string, Value>();
  for (const [index, field] of fields.node.children.entries()) {
    const name = keyName(field, facts);
    const value = elements[index];
    if (name !== undefined && value) named.set(name, value);
  }
  return [{ name: 0, node: rows.node, value: { ...unknown, items: { ...unknown, fields: named } } }];
}

/** The columns that parameters of the statement go to: `values(payload=bindparam("p"))`. */
export function bindsOf({ object, args }: Called): ReadonlyMap<string, string> | undefined {
  const binds = args.flatMap(({ name, value: { column } }) =>
    typeof name === "string" && column?.stored !== undefined && column.types.length === 0 ? [[column.stored, name] as const] : [],
  );
  return binds.length > 0 ? new Map([...(object.binds ?? []), ...binds]) : object.binds;
}

/** Rows whose fields have the names of columns instead of those of the statement's parameters. */
export function bound(rows: Given, binds: ReadonlyMap<string, string> | undefined): Given {
  const { node, value } = rows;
  const rename = (one: Value): Value => ({
    ...one,
    fields: one.fields && new Map([...one.fields].map(([name, field]) => [binds?.get(name) ?? name, field])),
  });
  return binds ? { node, value: { ...rename(value), items: value.items && rename(value.items) } } : rows;
}

const growing = new Set(["append", "add", "appendleft", "extend", "insert"]);

/** Methods that change the list or dict they are called on. */
export function mutating(call: Called): Value | undefined {
  const { method, object, receiver, scope } = call;
  if (!receiver) return undefined;
  if (object.path !== undefined) {
    if (isBuilt(object)) changeBuilt(call);
    return undefined;
  }
  if (growing.has(method) && (object.items || !object.fields)) {
    const given = (method === "insert" ? call.positional(1) : call.positional(0))?.value ?? unknown;
    const items = join(object.items ?? unknown, method === "extend" ? (given.items ?? unknown) : given);
    scope.variables.set(receiver.text, { ...object, items, elements: undefined });
    return unknown;
  }
  if (method === "update" && (object.fields ?? object.params.length > 0)) {
    scope.variables.set(receiver.text, updated(call));
    return unknown;
  }
  if (method === "setdefault" && object.fields) {
    const name = literalText(call, 0);
    if (name !== undefined) scope.variables.set(receiver.text, withField(object, name, call.positional(1)?.value ?? unknown));
    return call.positional(1)?.value ?? unknown;
  }
  return undefined;
}

/** The mapping with what `update` is given. */
function updated(call: Called): Value {
  let value = call.object;
  const first = call.positional(0)?.value;
  // what is not known may hold any field
  if (first && !first.fields) value = { ...value, params: [], refs: [] };
  for (const [name, field] of dictOf(call).fields ?? []) value = withField(value, name, field);
  return value;
}

/** A row that a call returned: what is done to it here is known, what anything else does is not. */
function changeBuilt(call: Called): void {
  const { method, object, receiver, scope } = call;
  if (!receiver) return;
  if (method === "update") scope.variables.set(receiver.text, updated(call));
  else if (method === "clear" || method === "popitem" || method === "setdefault")
    scope.variables.set(receiver.text, { ...object, refs: [] });
}

/** A row that a call returned is handed to something that may change it: `normalise(row)`. */
export function handedOn(node: SyntaxNode, scope: Scope): void {
  const call = node.type === "await" ? node.children[0] : node;
  if (call?.type !== "call" || /^(?:print|log\w*\.\w+)$/.test(call.child("function")?.text ?? "")) return;
  for (const argument of call.child("arguments")?.children ?? []) {
    const value = argument.type === "identifier" ? lookUp(scope, argument.text) : undefined;
    if (value && isBuilt(value) && value.path?.endsWith("()") === true)
      scope.variables.set(argument.text, { ...value, refs: value.refs.filter((ref) => ref.path !== value.path) });
  }
}
