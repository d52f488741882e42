import { plainText, type CodeTree, type DataEntry, type DataNode, type SyntaxNode } from "@failcheck/languages";

/** A value of a program, read without running it. */
export interface Literal {
  readonly data: DataNode;
  /** The parts of it that only a run could tell; in the data they are null. */
  readonly computed: ReadonlySet<DataNode>;
}

/** How far names and calls are followed. */
const maxDepth = 60;

/** What a module exports as its default, or by `module.exports`; calls round it, like `defineConfig(…)`, are looked through. */
export function exportedLiteral(tree: CodeTree): Literal | undefined {
  const exported = exportedNode(tree);
  if (exported === undefined) return undefined;
  const computed = new Set<DataNode>();
  return { data: reader(tree, computed)(configOf(exported), 0), computed };
}

function exportedNode(tree: CodeTree): SyntaxNode | undefined {
  for (const statement of tree.nodes("ExportDefaultDeclaration")) return statement.child("declaration");
  const assigned = tree.assignments.findLast(({ target }) => /^(?:module\.exports|exports\.default)$/.test(target.text));
  return assigned?.value;
}

function configOf(node: SyntaxNode): SyntaxNode {
  let inner = bare(node);
  for (let depth = 0; inner.type === "CallExpression" && depth < maxDepth; depth++) {
    const argument = inner.child("arguments");
    if (argument === undefined) break;
    inner = bare(argument);
  }
  return inner;
}

const wrappers = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSTypeAssertion"]);

function bare(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const next = inner.child("expression");
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

type Read = (node: SyntaxNode, depth: number) => DataNode;

function reader(tree: CodeTree, computed: Set<DataNode>): Read {
  function read(node: SyntaxNode, depth: number): DataNode {
    const inner = bare(node);
    const data = depth > maxDepth ? undefined : readKnown(inner, depth + 1);
    if (data !== undefined) return data;
    const unknown: DataNode = { kind: "scalar", at: inner.at, value: null };
    computed.add(unknown);
    return unknown;
  }
  function readKnown(node: SyntaxNode, depth: number): DataNode | undefined {
    if (node.type === "ObjectExpression") return { kind: "map", at: node.at, entries: entries(node, depth) };
    if (node.type === "ArrayExpression") return { kind: "list", at: node.at, items: items(node, depth) };
    if (node.type === "Identifier" || node.type === "CallExpression") {
      const named = node.type === "Identifier" ? constant(tree, node) : returned(tree, node);
      return named && read(named, depth);
    }
    return scalar(tree, node);
  }
  function items(node: SyntaxNode, depth: number): readonly DataNode[] {
    return node.children.flatMap((child) => {
      if (child.type !== "SpreadElement") return [read(child, depth)];
      const spread = read(child.child("argument") ?? child, depth);
      return spread.kind === "list" ? spread.items : [unknownAt(child)];
    });
  }
  function entries(node: SyntaxNode, depth: number): readonly DataEntry[] {
    return node.children.flatMap((property): readonly DataEntry[] => {
      if (property.type === "SpreadElement") {
        const spread = read(property.child("argument") ?? property, depth);
        return spread.kind === "map" ? spread.entries : [{ key: "...", keyAt: property.at, value: unknownAt(property) }];
      }
      const key = property.child("key");
      const value = property.child("value");
      if (key === undefined || value === undefined) return [];
      const name = property.attribute("computed") === "true" ? undefined : (key.attribute("name") ?? key.attribute("value"));
      return [{ key: name ?? "", keyAt: key.at, value: read(value, depth) }];
    });
  }
  function unknownAt(node: SyntaxNode): DataNode {
    const unknown: DataNode = { kind: "scalar", at: node.at, value: null };
    computed.add(unknown);
    return unknown;
  }
  return read;
}

function scalar(tree: CodeTree, node: SyntaxNode): DataNode | undefined {
  const literal = tree.stringAt(node);
  const value = literal === undefined ? undefined : plainText(literal);
  if (value !== undefined) return { kind: "scalar", at: node.at, value };
  if (node.type !== "Literal") return undefined;
  const raw = node.attribute("raw") ?? "";
  if (raw === "null") return { kind: "scalar", at: node.at, value: null };
  if (raw === "true" || raw === "false") return { kind: "scalar", at: node.at, value: raw === "true" };
  return { kind: "scalar", at: node.at, value: Number(raw) };
}

/** The value of a `const` of this file. */
function constant(tree: CodeTree, name: SyntaxNode): SyntaxNode | undefined {
  const declared = tree.assignments.filter(
    ({ target, node }) => node.type === "VariableDeclarator" && target.attribute("name") === name.attribute("name"),
  );
  const [only] = declared;
  return declared.length === 1 && only?.node.parent?.attribute("kind") === "const" ? only.value : undefined;
}

/** What a function of this file returns that takes nothing and does nothing else. */
function returned(tree: CodeTree, call: SyntaxNode): SyntaxNode | undefined {
  if (call.all("arguments").length > 0) return undefined;
  const name = call.child("callee")?.attribute("name");
  const found = tree.functions.filter((callable) => name !== undefined && callable.name === name);
  const [only] = found;
  if (found.length !== 1 || only?.body === undefined) return undefined;
  if (only.body.type !== "BlockStatement") return only.body;
  const [statement, ...more] = only.body.children;
  return more.length === 0 && statement?.type === "ReturnStatement" ? statement.child("argument") : undefined;
}
