import type { Range } from "@failcheck/core";
import type { Find } from "../code/build-tree.ts";
import { chains } from "../code/chains.ts";
import type { SyntaxNode } from "../code/node.ts";
import { decode } from "../code/strings.ts";
import type { Escape, Piece, StringLiteral } from "../code/strings.ts";

/** The strings of a Python file: literals, implicit concatenations, `+` chains. */
export function pythonStrings(find: Find): readonly StringLiteral[] {
  return chains(find("binary_operator"), find("concatenated_string", "string"), {
    operands: (node) => {
      const [left, right] = [node.child("left"), node.child("right")];
      return node.type === "binary_operator" && node.attribute("operator") === "+" && left && right ? [left, right] : [];
    },
    inner: (node) => (node.type === "parenthesized_expression" && node.children.length === 1 ? node.children[0] : undefined),
    parts: (node) => (node.type === "concatenated_string" ? node.children : node.type === "string" ? [node] : []),
    prefix: (part) => prefixOf(part),
    pieces: (part) => piecesOf(part),
    tag: () => undefined,
  });
}

/** `rb` of `rb"…"`: what stands before the quotes. */
function prefixOf(node: SyntaxNode): string {
  return (node.children.find(({ type }) => type === "string_start")?.text ?? "").replace(/["']{1,3}$/, "").toLowerCase();
}

function piecesOf(node: SyntaxNode): readonly Piece[] {
  const prefix = prefixOf(node);
  const pieces: Piece[] = [];
  let from = node.children.find(({ type }) => type === "string_start")?.at[1] ?? node.at[0];
  const end = node.children.findLast(({ type }) => type === "string_end")?.at[0] ?? node.at[1];
  const still = (at: Range): void => {
    if (at[0] < at[1]) pieces.push(decode(node, at, "\\{}", (rest) => escapeAt(rest, prefix)));
  };
  for (const hole of node.children) {
    if (hole.type !== "interpolation") continue;
    still([from, hole.at[0]]);
    pieces.push({ kind: "hole", at: hole.at, node: hole.child("expression") ?? hole.children[0] });
    from = hole.at[1];
  }
  still([from, end]);
  return pieces;
}

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Matches `\x41`, `\u00e4`, `\U0001F600`, `\N{BULLET}` and the octal `\101`; not `\n` and not `\xZZ`. */
const coded = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{([^}\n]{1,100})\}|([0-7]{1,3}))/;

/** What the characters at the start of `rest` mean in a literal with this prefix; undefined where they stand for themselves. */
function escapeAt(rest: string, prefix: string): Escape | undefined {
  if (!rest.startsWith("\\")) {
    const doubled = /[ft]/.test(prefix) && (rest.startsWith("{{") || rest.startsWith("}}"));
    return doubled ? { length: 2, text: rest.charAt(0) } : undefined;
  }
  if (prefix.includes("r")) return undefined;
  if (rest.startsWith("\\\r\n")) return { length: 3, text: "" };
  const text = simple[rest.charAt(1)];
  if (text !== undefined) return { length: 2, text };
  return codedAt(rest, prefix.includes("b"));
}

function codedAt(rest: string, isBytes: boolean): Escape | undefined {
  const found = coded.exec(rest);
  if (!found) return undefined;
  const [whole, hex2, hex4, hex8, name, octal] = found;
  if (isBytes && hex2 === undefined && octal === undefined) return undefined;
  // the table of Unicode's names is not at hand: the replacement character stands for the one that was named
  if (name !== undefined) return { length: whole.length, text: "\uFFFD" };
  const code = octal === undefined ? Number.parseInt(hex2 ?? hex4 ?? hex8 ?? "", 16) : Number.parseInt(octal, 8);
  return code > 0x10_ff_ff ? undefined : { length: whole.length, text: String.fromCodePoint(code) };
}
