import type { SyntaxNode } from "@failcheck/languages";
import type { Builder, Given, NewArgument } from "../builder.ts";
import type { Scope } from "../scope.ts";
import type { Value } from "../values.ts";

/** A call with everything evaluated once. */
export interface Called {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly facts: Builder;
  readonly receiver: SyntaxNode | undefined;
  /** What stands before the last dot. */
  readonly object: Value;
  readonly callee: Value;
  /** The callee's dotted name, imports resolved. */
  readonly name: string;
  readonly method: string;
  readonly args: readonly NewArgument[];
  positional(index: number): Given | undefined;
  keyword(name: string): Given | undefined;
}

/** The text of a literal that stands as this argument. */
export function literalText(call: Called, index: number): string | undefined {
  const node = call.positional(index)?.node;
  const literal = node && call.facts.tree.stringAt(node);
  const [only, second] = literal?.pieces ?? [];
  return only?.kind === "text" && !second ? only.text : undefined;
}

/** The column that a key names: `"c"`, `Job.c`, `table.c.c`. */
export function keyName(key: SyntaxNode, facts: Builder): string | undefined {
  const literal = facts.tree.stringAt(key);
  if (!literal) return key.type === "attribute" ? key.child("attribute")?.text : undefined;
  const [only, second] = literal.pieces;
  return only?.kind === "text" && !second ? only.text : undefined;
}
