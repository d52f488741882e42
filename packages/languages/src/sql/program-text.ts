import type { CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { plainText } from "../code/strings.ts";
import type { StringLiteral } from "../code/strings.ts";
import { filled, formatField, percentField } from "./fields.ts";
import type { Fillings } from "./fields.ts";
import type { Piece } from "./pieces.ts";

/** One text that a variable or expression may be at run time. */
export type Variant = readonly Piece[];

/** The texts that variables may be at one point of a program. */
export interface Environment {
  readonly own: Map<string, readonly Variant[]>;
  readonly outer: Environment | undefined;
}

export const maxVariants = 12;

export function lookUp(name: string, environment: Environment): readonly Variant[] | undefined {
  for (let here: Environment | undefined = environment; here !== undefined; here = here.outer) {
    const found = here.own.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name that a variable is kept under: `self.query` and `this.query` as `.query`. */
export function variableName(node: SyntaxNode): string | undefined {
  if (node.type === "identifier" || node.type === "Identifier") return node.text;
  const property = node.child("attribute") ?? node.child("property");
  const holder = node.child("object");
  if (property === undefined || holder === undefined) return undefined;
  return ["self", "cls", "this"].includes(holder.text) ? `.${property.text}` : undefined;
}

/** Every text that an expression may be; a hole where it is none that can be read. */
export function textsOf(node: SyntaxNode, tree: CodeTree, environment: Environment): readonly Variant[] {
  return knownTexts(node, tree, environment) ?? [[hole(node)]];
}

function hole(node: SyntaxNode): Piece {
  return { text: "", at: node.at, placeholder: { kind: "hole", text: brief(node.text) } };
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** As `textsOf`, but undefined where the expression is no text that can be read. */
export function knownTexts(node: SyntaxNode, tree: CodeTree, environment: Environment): readonly Variant[] | undefined {
  const literal = tree.stringAt(node);
  if (literal !== undefined) return literalTexts(literal, tree, environment);
  const name = variableName(node);
  if (name !== undefined) return lookUp(name, environment);
  if (nothing.has(node.text)) return [[]];
  switch (node.type) {
    case "parenthesized_expression":
    case "TSAsExpression":
    case "TSNonNullExpression": {
      const [inner] = node.children;
      return inner === undefined ? undefined : knownTexts(inner, tree, environment);
    }
    case "conditional_expression":
      return arms([node.children[0], node.children[2]], tree, environment);
    case "ConditionalExpression":
      return arms([node.child("consequent"), node.child("alternate")], tree, environment);
    case "call":
    case "CallExpression":
      return callTexts(node, tree, environment);
    case "binary_operator":
      return node.attribute("operator") === "%" || /%\s*[({\w]/.test(node.text) ? formatted(node, tree, environment) : undefined;
    default:
      return undefined;
  }
}

/** Fragments of SQL that say nothing. */
const nothing = new Set(["Prisma.empty", "sql.empty", "sql``", "Prisma.sql``"]);

function arms(
  nodes: readonly (SyntaxNode | undefined)[],
  tree: CodeTree,
  environment: Environment,
): readonly Variant[] | undefined {
  const known = nodes.map((node) => (node === undefined ? undefined : knownTexts(node, tree, environment)));
  if (known.every((texts) => texts === undefined)) return undefined;
  return nodes.flatMap((node) => (node === undefined ? [] : textsOf(node, tree, environment))).slice(0, maxVariants);
}

/** `"… '%s'" % value`, `% (a, b)`, `% {"name": value}`. */
function formatted(node: SyntaxNode, tree: CodeTree, environment: Environment): readonly Variant[] | undefined {
  const [left, right] = [node.child("left"), node.child("right")];
  const texts = left === undefined ? undefined : knownTexts(left, tree, environment);
  if (texts === undefined || right === undefined) return texts;
  const items = right.type === "tuple" || right.type === "dictionary" ? right.children : [right];
  const values = givenValues(items, tree, environment);
  return texts.map((variant) => filled(variant, percentField, values, "%%"));
}

/** What fields are filled with: by their order and by their names. */
function givenValues(nodes: readonly SyntaxNode[], tree: CodeTree, environment: Environment): Fillings {
  const inOrder: Variant[] = [];
  const byName = new Map<string, Variant>();
  for (const node of nodes) {
    const value = node.child("value");
    const key = node.child("name")?.text ?? node.child("key")?.text.replaceAll(/["']/g, "");
    const [text] = textsOf(value ?? node, tree, environment);
    if (text === undefined) continue;
    if (value !== undefined && key !== undefined) byName.set(key, text);
    else inOrder.push(text);
  }
  return { inOrder, byName };
}

/** psycopg's `Identifier("total")` and `Literal("completed")`. */
function composed(method: string, given: readonly SyntaxNode[], tree: CodeTree): string | undefined {
  if (method !== "Identifier" && method !== "Literal") return undefined;
  const texts = given
    .map((node) => tree.stringAt(node))
    .flatMap((literal) => (literal === undefined ? [] : (plainText(literal) ?? [])));
  if (texts.length === 0 || texts.length < given.length) return undefined;
  if (method === "Literal") return `'${texts.join("").replaceAll("'", "''")}'`;
  return texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(".");
}

/** A literal with what its holes may be. Values bound by a tagged template are parameters, fragments of SQL are read. */
function literalTexts(literal: StringLiteral, tree: CodeTree, environment: Environment): readonly Variant[] {
  let variants: Variant[] = [[]];
  for (const piece of literal.pieces) {
    const next: readonly Variant[] =
      piece.kind === "text"
        ? [[{ text: piece.text, at: piece.at, source: (index) => piece.source(index), tagged: literal.tag !== undefined }]]
        : piece.node === undefined
          ? [[{ text: "", at: piece.at, placeholder: { kind: "hole", text: "…" } }]]
          : (namedColumns(piece.node, literal.tag, variants, tree) ?? holeTexts(piece.node, literal.tag, tree, environment));
    variants = variants.flatMap((variant) => next.map((more) => [...variant, ...more])).slice(0, maxVariants);
  }
  return variants;
}

/** Matches an INSERT whose columns come next. */
const insertOpen = /\binsert\s{1,9}into\s{1,9}[\w."]{1,130}\s{0,99}$/i;

/** The columns that postgres.js is told to take from a row: `insert into jobs ${sql(row, "id", "total")}`. */
function namedColumns(
  node: SyntaxNode,
  tag: string | undefined,
  before: readonly Variant[],
  tree: CodeTree,
): readonly Variant[] | undefined {
  if (tag === undefined || node.type !== "CallExpression" || node.child("callee")?.text !== tag) return undefined;
  if (!before.every((variant) => insertOpen.test(variant.at(-1)?.text ?? ""))) return undefined;
  const names = node.all("arguments").slice(1);
  const columns = names.map((name) => tree.stringAt(name)).flatMap((name) => (name === undefined ? [] : (plainText(name) ?? [])));
  if (columns.length === 0 || columns.length < names.length) return undefined;
  const values = names.flatMap((name, index): Piece[] => [
    ...(index === 0 ? [] : [mark(", ", name)]),
    { text: "", at: name.at, placeholder: { kind: "parameter", text: brief(name.text) } },
  ]);
  return [[mark(`(${columns.map((one) => `"${one}"`).join(", ")}) VALUES (`, node), ...values, mark(")", node)]];
}

function holeTexts(node: SyntaxNode, tag: string | undefined, tree: CodeTree, environment: Environment): readonly Variant[] {
  const known = knownTexts(node, tree, environment);
  if (tag === undefined) return known ?? [[hole(node)]];
  const inner = tree.stringAt(node);
  const fragment = inner?.tag !== undefined || /\b(?:raw|unsafe|join|sql|empty)\b/.test(node.text);
  if (known !== undefined && fragment) return known;
  if (fragment || variableHoldsFragment(known)) return known ?? [[hole(node)]];
  const constant =
    known?.length === 1 && known[0]?.every((piece) => piece.placeholder === undefined) === true ? known[0] : undefined;
  if (constant !== undefined) return [[mark("'", node), ...constant, mark("'", node)]];
  return [[{ text: "", at: node.at, placeholder: { kind: "parameter", text: brief(node.text) } }]];
}

/** A variable whose text starts like a piece of SQL: matches `AND x = 1`, not `completed`. */
const fragmentStart = /^\s{0,100}(?:and|or|where|join|left|inner|order|group|limit|having|select|with)\b/i;

function variableHoldsFragment(known: readonly Variant[] | undefined): boolean {
  return known?.some((variant) => variant.some((piece) => piece.tagged === true || fragmentStart.test(piece.text))) === true;
}

function mark(text: string, node: SyntaxNode): Piece {
  return { text, at: [node.at[0], node.at[0]], source: () => node.at[0] };
}

/** Functions that give the text they are given: matches the last name of `textwrap.dedent`. */
const transparent = new Set([
  "dedent",
  "cleandoc",
  "text",
  "raw",
  "unsafe",
  "literal_column",
  "str",
  "String",
  "SQL",
  "Raw",
  "sql",
]);
const transparentMethods = new Set(["strip", "lstrip", "rstrip", "trim", "trimStart", "trimEnd", "toString"]);

function callTexts(node: SyntaxNode, tree: CodeTree, environment: Environment): readonly Variant[] | undefined {
  const callee = node.child("function") ?? node.child("callee");
  if (callee === undefined) return undefined;
  const receiver = callee.child("object");
  const method = (callee.child("attribute") ?? callee.child("property"))?.text ?? callee.text;
  const given = argumentsOf(node);
  const [first] = given;
  if (receiver !== undefined && transparentMethods.has(method)) return knownTexts(receiver, tree, environment);
  if (receiver !== undefined && method === "format") {
    const values = givenValues(given, tree, environment);
    return knownTexts(receiver, tree, environment)?.map((variant) => filled(variant, formatField, values));
  }
  const quoted = composed(method, given, tree);
  if (quoted !== undefined) return [[mark(quoted, node)]];
  if (receiver !== undefined && method === "join") return joined(node, receiver, first, tree, environment);
  return first !== undefined && transparent.has(method) ? knownTexts(first, tree, environment) : undefined;
}

export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.child("arguments");
  return list?.type === "argument_list" ? list.children : call.all("arguments");
}

/** `" AND ".join(parts)` and `parts.join(" AND ")`. */
function joined(
  node: SyntaxNode,
  receiver: SyntaxNode,
  first: SyntaxNode | undefined,
  tree: CodeTree,
  environment: Environment,
): readonly Variant[] | undefined {
  const separatorNode = node.type === "call" ? receiver : first;
  const listNode = node.type === "call" ? first : receiver;
  if (separatorNode === undefined || listNode === undefined) return undefined;
  const [separator] = knownTexts(separatorNode, tree, environment) ?? [];
  if (separator === undefined) return undefined;
  const name = variableName(listNode);
  const kept = name === undefined ? undefined : lookUp(`${name}[]`, environment);
  const lists = kept ?? [itemsOf(listNode, tree, environment)];
  const found = lists.flatMap((list) => (list === undefined ? [] : [weave(list, separator)]));
  return found.length === 0 ? undefined : found;
}

/** Ends an item of a list that is kept as one variant. */
export const itemEnd: Piece = { text: "\u0000", at: [0, 0], source: () => 0 };

/** The items of a list literal one after another, each with `itemEnd` behind it. */
export function itemsOf(node: SyntaxNode, tree: CodeTree, environment: Environment): Variant | undefined {
  if (!["list", "tuple", "ArrayExpression"].includes(node.type)) return undefined;
  return node.children.flatMap((item) => [...(textsOf(item, tree, environment)[0] ?? []), itemEnd]);
}

function weave(list: Variant, separator: Variant): Variant {
  const woven: Piece[] = [];
  list.forEach((piece, index) => {
    if (piece !== itemEnd) woven.push(piece);
    else if (index < list.length - 1) woven.push(...separator);
  });
  return woven;
}
