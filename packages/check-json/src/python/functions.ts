import type { SyntaxNode } from "@failcheck/languages";
import { dotted, type Builder } from "../builder.ts";
import { bind, openScope, type Scope } from "../scope.ts";
import { at, flat, join, unknown, type Value } from "../values.ts";
import { annotationPath } from "./annotations.ts";
import { handlerOf } from "./handlers.ts";

/** Notes a function; its body is walked when everything around it is known. */
export function defineFunction(node: SyntaxNode, decorators: readonly SyntaxNode[], scope: Scope, facts: Builder): void {
  const name = node.child("name")?.text ?? "";
  const isMethod = scope.inside !== undefined && scope.within === undefined;
  const owner = isMethod ? `${scope.inside}.` : scope.within === undefined ? "" : `${scope.within}/`;
  const key = owner + name;
  if (!isMethod) bind(scope, name, at(key));
  const parameters = node.child("parameters")?.children ?? [];
  const parent = isMethod ? scope.parent : scope;
  facts.functions[key] = { params: [] };
  if (isMethod) facts.validators.set(key, validatedBy(decorators, facts));
  facts.later.push(() => {
    const own = openScope(parent, key, isMethod ? scope.inside : undefined);
    const params = bindParameters(parameters, isStatic(decorators) ? undefined : own.inside, own, facts);
    bindTarget(decorators, name, params.names, own, facts);
    facts.run(node.child("body")?.children ?? [], own);
    noteResult(key, params, node, own, facts);
    const made = facts.functions[key];
    if (made && decorators.some(({ text }) => text.includes("property"))) facts.functions[key] = { ...made, property: true };
  });
}

/** The columns that `@validates("payload", "meta")` names. */
export function validatedBy(decorators: readonly SyntaxNode[], facts: Builder): readonly string[] {
  const names: string[] = [];
  for (const decorator of decorators) {
    const [call] = decorator.children;
    if (dotted(facts, call?.child("function")?.text)?.endsWith(".validates") !== true) continue;
    for (const literal of call?.child("arguments")?.children ?? []) {
      const piece = facts.tree.stringAt(literal)?.pieces[0];
      if (piece?.kind === "text") names.push(piece.text);
    }
  }
  return names;
}

function isStatic(decorators: readonly SyntaxNode[]): boolean {
  return decorators.some(({ text }) => text.includes("staticmethod"));
}

interface Parameters {
  readonly names: readonly string[];
  readonly keywords: string | undefined;
}

/** Binds each parameter to itself; `self` and `cls` to the class around. */
function bindParameters(nodes: readonly SyntaxNode[], owner: string | undefined, own: Scope, facts: Builder): Parameters {
  const names: string[] = [];
  let keywords: string | undefined;
  for (const [index, node] of nodes.entries()) {
    const named = node.child("name") ?? (node.type === "typed_parameter" ? node.children[0] : node);
    const name = (named?.type.endsWith("splat_pattern") === true ? named.children[0] : named)?.text ?? "";
    if (node.child("value")) facts.evaluate(node.child("value"), own);
    if (index === 0 && owner !== undefined) {
      bind(own, name, at(name === "cls" ? owner : `${owner}()`));
      continue;
    }
    if (named?.type === "dictionary_splat_pattern") keywords = name;
    else if (named?.type !== "list_splat_pattern" && named?.type !== "keyword_separator") names.push(name);
    const path = annotationPath(node.child("type"), facts);
    bind(own, name, { ...unknown, params: [name], path });
  }
  return { names, keywords };
}

/** `@event.listens_for(Job, "before_insert")`, `@receiver(pre_save, sender=Job)`: one parameter is the row. */
function bindTarget(decorators: readonly SyntaxNode[], name: string, names: readonly string[], own: Scope, facts: Builder): void {
  const decorated = decorators.map(({ children: [call] }) => handlerOf(call));
  for (const handler of [...decorated, facts.connected.get(name)]) {
    if (!handler) continue;
    const row = handler.parameter === "instance" ? "instance" : handler.parameter === "first" ? names[0] : names.at(-1);
    const path = facts.evaluate(handler.target, own).path;
    if (row !== undefined && path !== undefined && names.includes(row)) bind(own, row, at(`${path}()`));
  }
}

function noteResult(key: string, { names, keywords }: Parameters, node: SyntaxNode, own: Scope, facts: Builder): void {
  let value: Value = unknown;
  for (const returned of own.returned) value = join(value, returned);
  const returns = flat(value);
  const path = annotationPath(node.child("return_type"), facts) ?? value.path;
  const passesOn = (returns?.params ?? []).length > 0;
  facts.functions[key] = {
    params: names,
    ...(passesOn && loads(node, facts) && { decodes: true }),
    ...(keywords !== undefined && { keywords }),
    ...(returns && { returns }),
    ...(path !== undefined && { path }),
  };
}

/** Whether a body turns strings back into objects. */
export function loads(node: SyntaxNode, facts: Builder): boolean {
  const [start, end] = node.at;
  for (const call of facts.tree.calls()) {
    const inside = call.at[0] >= start && call.at[1] <= end;
    if (inside && (call.method === "loads" || dotted(facts, call.name)?.endsWith(".loads") === true)) return true;
  }
  return false;
}
