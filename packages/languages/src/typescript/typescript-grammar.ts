import type { Find, Grammar } from "../code/build-tree.ts";
import type { Argument, Assignment, Callable, Class, Import, Parameter } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { decodeText, typescriptStrings } from "./typescript-strings.ts";

/** How TypeScript spells calls, imports, classes and the rest. */
export const typescriptGrammar: Grammar = {
  callTypes: ["CallExpression", "NewExpression"],
  call: (node) => {
    const callee = bare(node.child("callee") ?? node);
    const member = memberOf(callee);
    return {
      node,
      at: node.at,
      callee,
      method: member?.property ?? identifierOf(callee),
      receiver: member?.object,
      args: node.all("arguments").map(argumentOf),
      isNew: node.type === "NewExpression",
    };
  },
  member: memberOf,
  identifier: identifierOf,
  strings: typescriptStrings,
  imports: (find) => [...importDeclarations(find), ...reexports(find), ...requires(find)].toSorted((a, b) => a.at[0] - b.at[0]),
  assignments,
  classes,
  functions,
};

const wrappers = new Set([
  "ChainExpression",
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

/** The expression without what only the type checker sees: `(x as any)!` is `x`. */
function bare(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const next = inner.child("expression");
    if (!next) break;
    inner = next;
  }
  return inner;
}

function memberOf(node: SyntaxNode) {
  const member = bare(node);
  if (member.type !== "MemberExpression") return undefined;
  const object = member.child("object");
  const name = member.child("property");
  const property = name && propertyName(name, member.attribute("computed") === "true");
  return object && property !== undefined ? { object: bare(object), property } : undefined;
}

function propertyName(node: SyntaxNode, computed: boolean): string | undefined {
  if (!computed) return node.type === "PrivateIdentifier" ? `#${node.attribute("name") ?? ""}` : node.attribute("name");
  return stringValue(node);
}

function identifierOf(node: SyntaxNode): string | undefined {
  const inner = bare(node);
  if (inner.type === "ThisExpression") return "this";
  if (inner.type === "Super") return "super";
  return inner.type === "Identifier" ? inner.attribute("name") : undefined;
}

/** The value of a string literal without interpolation. */
function stringValue(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "TemplateLiteral" && node.all("expressions").length > 0) return undefined;
  return node && decodeText(node);
}

function argumentOf(node: SyntaxNode): Argument {
  const spread = node.type === "SpreadElement" ? node.child("argument") : undefined;
  return { node: spread ?? node, at: node.at, name: undefined, spread: spread && "..." };
}

/** The name of a specifier: an identifier, or a string as in `import { "a-b" as c }`. */
function specifierName(node: SyntaxNode | undefined): string | undefined {
  return node?.attribute("name") ?? stringValue(node);
}

function* importDeclarations(find: Find): Generator<Import> {
  for (const statement of find("ImportDeclaration")) {
    const module = stringValue(statement.child("source")) ?? "";
    const specifiers = statement.all("specifiers");
    if (specifiers.length === 0) yield { node: statement, at: statement.at, module, imported: undefined, local: undefined };
    for (const node of specifiers) {
      const local = node.child("local")?.attribute("name");
      yield { node, at: node.at, module, imported: importedName(node), local };
    }
  }
  for (const node of find("TSImportEqualsDeclaration")) {
    const module = stringValue(node.child("moduleReference")?.child("expression"));
    const local = node.child("id")?.attribute("name");
    if (module !== undefined) yield { node, at: node.at, module, imported: undefined, local };
  }
}

function importedName(specifier: SyntaxNode): string | undefined {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return specifier.type === "ImportNamespaceSpecifier" ? undefined : specifierName(specifier.child("imported"));
}

/** `export { a as b } from "./m"` and `export * from "./m"` read a module, too; they bind nothing here. */
function* reexports(find: Find): Generator<Import> {
  for (const statement of find("ExportNamedDeclaration")) {
    const module = stringValue(statement.child("source"));
    if (module === undefined) continue;
    for (const node of statement.all("specifiers")) {
      yield { node, at: node.at, module, imported: specifierName(node.child("local")), local: undefined };
    }
  }
  for (const node of find("ExportAllDeclaration")) {
    yield { node, at: node.at, module: stringValue(node.child("source")) ?? "", imported: "*", local: undefined };
  }
}

/** `const { a: b } = require("m")`, `const m = await import("m")`. */
function* requires(find: Find): Generator<Import> {
  for (const declarator of find("VariableDeclarator")) {
    const module = requiredModule(declarator.child("init"));
    const id = declarator.child("id");
    if (module === undefined || !id) continue;
    if (id.type === "Identifier") {
      yield { node: declarator, at: declarator.at, module, imported: undefined, local: id.attribute("name") };
    }
    for (const node of id.type === "ObjectPattern" ? id.all("properties") : []) {
      const value = node.child("value");
      const local = (value?.child("left") ?? value)?.attribute("name");
      yield { node, at: node.at, module, imported: specifierName(node.child("key")), local };
    }
  }
}

function requiredModule(init: SyntaxNode | undefined): string | undefined {
  const value = init?.type === "AwaitExpression" ? init.child("argument") : init;
  if (value?.type === "ImportExpression") return stringValue(value.child("source"));
  const isRequire = value?.type === "CallExpression" && value.child("callee")?.attribute("name") === "require";
  return isRequire ? stringValue(value.child("arguments")) : undefined;
}

function assignments(find: Find): readonly Assignment[] {
  const found = find("VariableDeclarator", "AssignmentExpression").flatMap((node): Assignment[] => {
    const target = node.child("id") ?? node.child("left");
    if (!target) return [];
    const value = node.child("init") ?? node.child("right");
    const annotation = target.child("typeAnnotation")?.child("typeAnnotation");
    return [{ node, at: node.at, target, value, annotation, operator: node.attribute("operator") ?? "=" }];
  });
  return found.toSorted((a, b) => a.at[0] - b.at[0]);
}

function classes(find: Find): readonly Class[] {
  return find("ClassDeclaration", "ClassExpression").map((node) => ({
    node,
    at: node.at,
    name: node.child("id")?.attribute("name"),
    bases: node.all("superClass"),
    decorators: node.all("decorators"),
    body: node.child("body")?.all("body") ?? [],
  }));
}

function functions(find: Find): readonly Callable[] {
  return find("FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression", "TSDeclareFunction").map((node) => ({
    node,
    at: node.at,
    name: functionName(node),
    parameters: node.all("params").map(parameterOf),
    decorators: node.parent?.all("decorators") ?? [],
    body: node.child("body"),
  }));
}

/** Its own name, that of the method, or that of the variable or property it is the value of. */
function functionName(node: SyntaxNode): string | undefined {
  const own = node.child("id")?.attribute("name");
  const { parent } = node;
  if (own !== undefined || !parent || (node.field !== "value" && node.field !== "init")) return own;
  const key = parent.child("key") ?? parent.child("id");
  return key && propertyName(key, parent.attribute("computed") === "true");
}

function parameterOf(node: SyntaxNode): Parameter {
  const declared = node.type === "TSParameterProperty" ? (node.child("parameter") ?? node) : node;
  const target = declared.child("left") ?? declared.child("argument") ?? declared;
  const typed = target.child("typeAnnotation") ?? declared.child("typeAnnotation");
  return {
    node,
    name: target.type === "Identifier" ? target.attribute("name") : undefined,
    annotation: typed?.child("typeAnnotation"),
    default: declared.type === "AssignmentPattern" ? declared.child("right") : undefined,
    spread: declared.type === "RestElement" ? "..." : undefined,
  };
}
