import type { Range } from "@failcheck/core";
import type { CodeTree, SyntaxNode } from "@failcheck/languages";
import type {
  ArgumentFacts,
  CallFacts,
  ClassFacts,
  FileFacts,
  Flat,
  FunctionFacts,
  Guard,
  ImportFacts,
  Members,
  NameFacts,
  Setting,
  Write,
} from "./facts.ts";
import type { Scope } from "./scope.ts";
import { own } from "./own.ts";
import { flat, join, unknown, type Value } from "./values.ts";

/** A function that is told of the rows of a class, and by which of its parameters. */
export interface Handler {
  /** The class whose rows they are, as it is written. */
  readonly target: SyntaxNode;
  /** `instance` of Django's signals; of SQLAlchemy's events the first or the last. */
  readonly parameter: "instance" | "first" | "last";
}

/** What is gathered while a file is walked. */
export interface Builder {
  readonly tree: CodeTree;
  readonly imports: ReadonlyMap<string, string>;
  readonly classes: Record<string, ClassFacts>;
  readonly functions: Record<string, FunctionFacts>;
  readonly names: Record<string, NameFacts>;
  readonly writes: Map<string, Write>;
  readonly calls: Map<string, CallFacts>;
  readonly settings: Setting[];
  readonly guards: Guard[];
  /** Modules that are required in the middle of an expression. */
  readonly required: ImportFacts[];
  /** Functions that are connected to rows, by their names. */
  readonly connected: Map<string, Handler>;
  readonly attributes: Attributes;
  /** What each validating method validates, by the method's key. */
  readonly validators: Map<string, readonly string[]>;
  /** Bodies that are walked when everything around them is known. */
  readonly later: (() => void)[];
  /** What an expression of this language may be. */
  evaluate(node: SyntaxNode | undefined, scope: Scope): Value;
  /** Runs statements of this language in order. */
  run(statements: readonly SyntaxNode[], scope: Scope): void;
  depth: number;
}

/** How a language is walked. */
export interface Walker {
  readonly evaluate: (node: SyntaxNode | undefined, scope: Scope, facts: Builder) => Value;
  readonly run: (statements: readonly SyntaxNode[], scope: Scope, facts: Builder) => void;
}

/** Starts the facts of a file. */
export function startFacts(tree: CodeTree, { evaluate, run }: Walker): Builder {
  const imports = new Map<string, string>();
  for (const { local, module, imported } of tree.imports) {
    if (local !== undefined) imports.set(local, imported === undefined ? module : `${module}.${imported}`);
  }
  const facts: Builder = {
    tree,
    imports,
    classes: {},
    functions: {},
    names: {},
    writes: new Map(),
    calls: new Map(),
    settings: [],
    guards: [],
    required: [],
    connected: new Map(),
    attributes: new Map(),
    validators: new Map(),
    later: [],
    evaluate: (node, scope) => evaluate(node, scope, facts),
    run: (statements, scope) => {
      run(statements, scope, facts);
    },
    depth: 0,
  };
  return facts;
}

/** The facts, once all is walked. */
export function finishFacts(facts: Builder): FileFacts {
  for (let next = facts.later.shift(); next; next = facts.later.shift()) next();
  keepAttributes(facts);
  return {
    imports: [
      ...facts.tree.imports.map(({ module, imported, local }) => ({
        module,
        ...(imported !== undefined && { imported }),
        ...(local !== undefined && { local }),
      })),
      ...facts.required,
    ],
    names: facts.names,
    classes: facts.classes,
    functions: facts.functions,
    writes: [...facts.writes.values()],
    calls: [...facts.calls.values()],
    settings: facts.settings,
    guards: facts.guards,
  };
}

/** Keeps what the names at the top level stand for. */
export function keepNames(facts: Builder, top: Scope): void {
  for (const [name, value] of top.variables) {
    if (name.includes(".") || value.path === name) continue;
    const kept = flat(value);
    const members = membersOf(facts, value);
    facts.names[name] = {
      ...(value.path !== undefined && { path: value.path }),
      ...(value.types.length > 0 && { types: value.types }),
      ...(value.column && { types: value.column.types }),
      ...(kept && { value: kept }),
      ...(members && { members }),
    };
  }
}

/** The fields of an object that stand for something this file declares or imports. */
export function membersOf(facts: Builder, value: Value, depth = 0): Members | undefined {
  const members: Record<string, string | Members> = {};
  for (const [name, field] of depth > 2 ? [] : (value.fields ?? [])) {
    const below = field.path === undefined ? membersOf(facts, field, depth + 1) : undefined;
    const [head = ""] = /^[\w$@/=]+/.exec(field.path ?? "") ?? [];
    const isKnown = own(facts.classes, head) ?? own(facts.functions, head) ?? facts.imports.get(head);
    if (field.path !== undefined && (isKnown !== undefined || head.startsWith("$require@"))) members[name] = field.path;
    else if (below) members[name] = below;
  }
  return Object.keys(members).length > 0 ? members : undefined;
}

/** The path with its first name as the imports have it: `sa.JSON` is `sqlalchemy.JSON`. */
export function dotted(facts: Builder, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const end = path.search(/[^\w$]/);
  const head = end < 0 ? path : path.slice(0, end);
  return (facts.imports.get(head) ?? head) + path.slice(head.length);
}

/** An argument or field on its way to a sink. */
export interface Given {
  readonly node: SyntaxNode;
  readonly value: Value;
}

/** A write, as the walk sees it. */
export interface NewWrite extends Given {
  readonly target: string;
  readonly column: string;
  readonly verb: string;
  readonly types?: readonly string[];
}

/** Keeps a write whose value may be serialised. */
export function addWrite(facts: Builder, scope: Scope, write: NewWrite): void {
  const value = flat(write.value);
  if (!value || (write.target === "" && write.types?.length === 0)) return;
  const { at } = write.node;
  facts.writes.set(`${String(at[0])} ${write.target} ${write.column}`, {
    at,
    value,
    target: write.target,
    column: write.column,
    verb: write.verb,
    ...(write.types && { types: write.types }),
    ...(scope.within !== undefined && { within: scope.within }),
  });
}

/** The value of a default, and what calling it gives: a function given as the default is called for each row. */
export function calledDefault({ node, value }: Given): Value {
  if (value.path === undefined || value.sites.length > 0 || /[()?!]/.test(value.path)) return value;
  return { ...unknown, refs: [...value.refs, { path: `${value.path}()`, at: node.at }] };
}

/** One argument before it is kept. */
export interface NewArgument extends Given {
  readonly name: string | number;
  readonly spread?: boolean;
}

/** Keeps a call where an argument may be serialised. */
export function addCall(facts: Builder, scope: Scope, at: Range, callee: string, given: readonly NewArgument[]): void {
  const args = given.flatMap(({ name, node, value, spread }): ArgumentFacts[] => {
    const kept: Flat | undefined = flat(value);
    return kept ? [{ name, at: node.at, value: kept, ...(spread === true && { spread: true }) }] : [];
  });
  if (args.length === 0) return;
  facts.calls.set(`${String(at[0])} ${callee}`, {
    at,
    callee,
    args,
    ...(scope.within !== undefined && { within: scope.within }),
  });
}

/** What is done to a longer path is not followed. */
const longestPath = 120;

/** The path of a member. */
export function memberPath(path: string | undefined, name: string): string | undefined {
  return path === undefined || path.length > longestPath ? undefined : `${path}.${name}`;
}

/** The path of a call's result; what a query or a statement gives stays one. */
export function callPath(path: string | undefined): string | undefined {
  if (path === undefined || path.length > longestPath) return undefined;
  const mark = path.search(/[?!]/);
  return mark < 0 ? `${path}()` : path.slice(0, mark + 1);
}

/** Whether a path is a class or an instance of one, whose attributes may hold strings: `Job`, `models.Job()`, not `job.data`. */
export function hasAttributes(path: string | undefined): boolean {
  return path !== undefined && /^(?:[\w$]{1,60}[./]){0,4}[A-Z][\w$]{0,80}(?:\(\))?$/.test(path);
}

/** What the attributes of classes are given, by `Class.attribute`; undefined where it is not always a string of JSON. */
export type Attributes = Map<string, Value | undefined>;

/** Notes what an attribute is given, wherever that happens. */
export function noteAttribute({ attributes }: Builder, owner: string, name: string, value: Value, isEmpty: boolean): void {
  const key = `${owner} ${name}`;
  const known = attributes.get(key) ?? unknown;
  if (isEmpty) return;
  const isString = value.sites.length > 0 && !(attributes.has(key) && attributes.get(key) === undefined);
  attributes.set(key, isString ? join(known, value) : undefined);
}

/** Gives the classes what their attributes hold. */
function keepAttributes(facts: Builder): void {
  for (const [key, value] of facts.attributes) {
    const [owner = "", name = ""] = key.split(" ");
    const known = own(facts.classes, owner);
    const kept = value && flat(value);
    if (known && kept && !own(known.columns, name))
      facts.classes[owner] = { ...known, values: { ...known.values, [name]: kept } };
  }
}

/** Notes that a value is decoded; a guard where it was tested, or is tried, to be a string. */
export function addGuard(facts: Builder, at: Range, decoded: Value): void {
  // `Job().payload`: what holds the column, and the column
  const [, target, column] = /^(.{1,200})\.(\w{1,80})$/.exec(decoded.path ?? "") ?? [];
  if (target === undefined || column === undefined || facts.guards.some((guard) => guard.at[0] === at[0])) return;
  facts.guards.push({ at, target, column });
}

/** The words at a node, short enough for a message. */
export function words(node: SyntaxNode): string {
  const line = node.text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
