import type { SyntaxNode } from "../../code/node.ts";
import type { Piece } from "../pieces.ts";

/** SQL that stands for a piece of a program, with the places it comes from. */
export type Words = readonly Piece[];

/** A word or sign that the builder would write for this node; `end` puts it at the node's end. */
export function word(text: string, node: SyntaxNode, where: "start" | "end" | "all" = "start"): Piece {
  const [from, to] = node.at;
  const at = where === "all" ? node.at : where === "end" ? ([to, to] as const) : ([from, from] as const);
  return { text, at, source: () => at[0] };
}

/** Words with the node's own range round them: `sum(` … `)`. */
export function around(node: SyntaxNode, before: string, inner: Words, after: string): Words {
  return [word(before, node), ...inner, word(after, node, "end")];
}

/** What nobody can read here. */
export function hole(node: SyntaxNode): Words {
  const line = node.text.replace(/\s+/g, " ");
  const text = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  return [word("(", node), { text: "", at: node.at, placeholder: { kind: "hole", text } }, word(")", node, "end")];
}

/** A value that is bound when the program runs. */
export function bound(node: SyntaxNode): Words {
  return [{ text: "", at: node.at, placeholder: { kind: "parameter", text: node.text.replace(/\s+/g, " ").slice(0, 40) } }];
}

export function name(parts: readonly string[], node: SyntaxNode): Words {
  return [word(parts.map((part) => (part === "*" ? "*" : `"${part.replaceAll('"', "")}"`)).join("."), node, "all")];
}

export function text(value: string, node: SyntaxNode): Words {
  return [word(`'${value.replaceAll("'", "''")}'`, node, "all")];
}

/** Lists with something between the items. */
export function joined(lists: readonly Words[], between: string): Words {
  return lists.flatMap((list, index) => (index === 0 || list[0] === undefined ? list : [gap(between, list[0]), ...list]));
}

function gap(between: string, next: Piece): Piece {
  return { text: between, at: [next.at[0], next.at[0]], source: () => next.at[0] };
}
