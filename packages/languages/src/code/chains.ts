import type { SyntaxNode } from "./node.ts";
import type { Piece, StringLiteral } from "./strings.ts";

/** How a language spells strings and their concatenation. */
export interface StringGrammar {
  /** Both sides where the node is a `+`, else nothing. */
  operands(node: SyntaxNode): readonly SyntaxNode[];
  /** What a pair of parentheses holds. */
  inner(node: SyntaxNode): SyntaxNode | undefined;
  /** The literals that a string node consists of; nothing where it is no string. */
  parts(node: SyntaxNode): readonly SyntaxNode[];
  prefix(part: SyntaxNode): string;
  pieces(part: SyntaxNode): readonly Piece[];
  tag(node: SyntaxNode): string | undefined;
}

/** All string literals; a `+` chain with at least one literal counts as one string, its other operands as holes. */
export function chains(
  sums: readonly SyntaxNode[],
  literals: readonly SyntaxNode[],
  grammar: StringGrammar,
): readonly StringLiteral[] {
  const found: StringLiteral[] = [];
  const used = new Set<SyntaxNode>();
  for (const node of sums) {
    if (used.has(node) || grammar.operands(node).length === 0) continue;
    const leaves = leavesOf(node, grammar, used);
    if (leaves.some((leaf) => grammar.parts(leaf).length > 0)) found.push(literalOf(node, leaves, grammar, used));
  }
  for (const node of literals) {
    if (!used.has(node)) found.push(literalOf(node, [node], grammar, used));
  }
  return found;
}

/** The operands of a chain from left to right, without recursion: generated code chains thousands. */
function leavesOf(node: SyntaxNode, grammar: StringGrammar, used: Set<SyntaxNode>): readonly SyntaxNode[] {
  const leaves: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const bare = unwrap(next, grammar);
    const operands = grammar.operands(bare);
    if (operands.length > 0) used.add(bare);
    if (operands.length === 0) leaves.push(bare);
    else open.push(...operands.toReversed());
  }
  return leaves;
}

function unwrap(node: SyntaxNode, grammar: StringGrammar): SyntaxNode {
  let bare = node;
  for (let inner = grammar.inner(bare); inner; inner = grammar.inner(bare)) bare = inner;
  return bare;
}

function literalOf(
  node: SyntaxNode,
  leaves: readonly SyntaxNode[],
  grammar: StringGrammar,
  used: Set<SyntaxNode>,
): StringLiteral {
  const parts: SyntaxNode[] = [];
  const pieces: Piece[] = [];
  for (const leaf of leaves) {
    const own = grammar.parts(leaf);
    if (own.length === 0) pieces.push({ kind: "hole", at: leaf.at, node: leaf });
    else for (const part of [leaf, ...own]) used.add(part);
    parts.push(...own);
    for (const part of own) pieces.push(...grammar.pieces(part));
  }
  const letters = new Set(parts.map((part) => grammar.prefix(part)).join(""));
  return { node, at: node.at, pieces, parts, prefix: [...letters].join(""), tag: grammar.tag(node) };
}
