import type { Find } from "../code/build-tree.ts";
import { chains } from "../code/chains.ts";
import type { SyntaxNode } from "../code/node.ts";
import { decode } from "../code/strings.ts";
import type { Escape, Piece, StringLiteral } from "../code/strings.ts";

/** The strings of a TypeScript file: literals, templates, tagged templates, `+` chains. */
export function typescriptStrings(find: Find): readonly StringLiteral[] {
  const literals = find("TaggedTemplateExpression", "TemplateLiteral", "Literal").filter((node) => partsOf(node).length > 0);
  return chains(find("BinaryExpression"), literals, {
    operands: (node) => {
      const [left, right] = [node.child("left"), node.child("right")];
      return node.type === "BinaryExpression" && node.attribute("operator") === "+" && left && right ? [left, right] : [];
    },
    inner: () => undefined,
    parts: partsOf,
    prefix: (part) => (part.type === "TemplateLiteral" ? "`" : ""),
    pieces: piecesOf,
    tag: (node) => (node.type === "TaggedTemplateExpression" ? node.child("tag")?.text : undefined),
  });
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === "TaggedTemplateExpression") return node.all("quasi");
  return node.type === "TemplateLiteral" || isQuoted(node) ? [node] : [];
}

function isQuoted(node: SyntaxNode): boolean {
  return node.type === "Literal" && /^["']/.test(node.text) && node.attribute("value") !== undefined;
}

function piecesOf(node: SyntaxNode): readonly Piece[] {
  const raw = node.parent?.child("tag")?.text === "String.raw";
  const still = (from: number, to: number) => decode(node, [from, to], raw ? "" : "\\", escapeAt);
  const [start, end] = node.at;
  if (node.type === "Literal")
    return node.parent?.type === "JSXAttribute"
      ? [decode(node, [start + 1, end - 1], "", escapeAt)]
      : [still(start + 1, end - 1)];
  const pieces: Piece[] = [];
  const holes = node.all("expressions");
  for (const [index, quasi] of node.all("quasis").entries()) {
    const expression = holes[index];
    const [from, to] = [quasi.at[0] + 1, quasi.at[1] - (expression ? 2 : 1)];
    if (from < to) pieces.push(still(from, to));
    const next = node.all("quasis")[index + 1];
    if (expression) pieces.push({ kind: "hole", at: [to, (next?.at[0] ?? expression.at[1]) + 1], node: expression });
  }
  return pieces;
}

/** The value of a quoted literal or of a template without interpolation. */
export function decodeText(node: SyntaxNode): string | undefined {
  if (partsOf(node).length === 0) return undefined;
  const pieces = piecesOf(node);
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
}

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\u2028": "",
  "\u2029": "",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Matches `\x41`, `\u00e4`, `\u{1F600}` and `\0`; not `\n` and not `\xZZ`. */
const coded = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|(0)(?!\d))/i;

function escapeAt(rest: string): Escape | undefined {
  if (rest.startsWith("\\\r\n")) return { length: 3, text: "" };
  const found = coded.exec(rest);
  if (found) {
    const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? "0", 16);
    return code > 0x10_ff_ff ? undefined : { length: found[0].length, text: String.fromCodePoint(code) };
  }
  const next = rest.charAt(1);
  return next === "" ? undefined : { length: 2, text: simple[next] ?? next };
}
