import type { Find, Grammar } from "../code/build-tree.ts";
import type { Argument, Assignment, Callable, Class, Import, Parameter } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import { pythonStrings } from "./python-strings.ts";

/** How Python spells calls, imports, classes and the rest. */
export const pythonGrammar: Grammar = {
  callTypes: ["call"],
  call: (node) => {
    const callee = node.child("function") ?? node;
    const member = memberOf(callee);
    return {
      node,
      at: node.at,
      callee,
      method: member?.property ?? identifierOf(callee),
      receiver: member?.object,
      args: argumentsOf(node.child("arguments")),
      isNew: false,
    };
  },
  member: memberOf,
  identifier: identifierOf,
  strings: pythonStrings,
  imports: (find) => [...plainImports(find), ...fromImports(find)],
  assignments,
  classes,
  functions,
};

function memberOf(node: SyntaxNode) {
  if (node.type !== "attribute") return undefined;
  const object = node.child("object");
  const property = node.child("attribute")?.text;
  return object && property !== undefined ? { object, property } : undefined;
}

function identifierOf(node: SyntaxNode): string | undefined {
  return node.type === "identifier" ? node.text : undefined;
}

const stars: Readonly<Record<string, "*" | "**">> = {
  list_splat: "*",
  dictionary_splat: "**",
  list_splat_pattern: "*",
  dictionary_splat_pattern: "**",
};

function argumentsOf(list: SyntaxNode | undefined): readonly Argument[] {
  if (!list) return [];
  if (list.type !== "argument_list") return [{ node: list, at: list.at, name: undefined, spread: undefined }];
  return list.children.map((node) => {
    const keyword = node.type === "keyword_argument";
    const value = keyword ? node.child("value") : stars[node.type] && node.children[0];
    const name = keyword ? node.child("name")?.text : undefined;
    return { node: value ?? node, at: node.at, name, spread: stars[node.type] };
  });
}

function* plainImports(find: Find): Generator<Import> {
  for (const statement of find("import_statement")) {
    for (const node of statement.all("name")) {
      const alias = node.child("alias")?.text;
      const module = (alias === undefined ? node : node.child("name"))?.text ?? "";
      // `import a.b` binds `a`
      const top = module.split(".", 1)[0] ?? module;
      yield { node, at: node.at, module: alias === undefined ? top : module, imported: undefined, local: alias ?? top };
    }
  }
}

function* fromImports(find: Find): Generator<Import> {
  for (const statement of find("import_from_statement", "future_import_statement")) {
    const module = statement.child("module_name")?.text ?? "__future__";
    for (const node of statement.all("name")) {
      const imported = (node.type === "aliased_import" ? node.child("name") : node)?.text ?? "";
      yield { node, at: node.at, module, imported, local: node.child("alias")?.text ?? imported };
    }
    const star = statement.children.find(({ type }) => type === "wildcard_import");
    if (star) yield { node: star, at: star.at, module, imported: "*", local: undefined };
  }
}

function assignments(find: Find): readonly Assignment[] {
  const found = find("assignment", "augmented_assignment", "named_expression").flatMap((node): Assignment[] => {
    const target = node.child("left") ?? node.child("name");
    if (!target) return [];
    const value = node.child("right") ?? node.child("value");
    const operator = node.type === "named_expression" ? ":=" : (node.attribute("operator") ?? "=");
    return [{ node, at: node.at, target, value, annotation: node.child("type"), operator }];
  });
  return found.toSorted((a, b) => a.at[0] - b.at[0]);
}

function decoratorsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = node;
  return parent?.type === "decorated_definition" ? parent.children.filter(({ type }) => type === "decorator") : [];
}

function classes(find: Find): readonly Class[] {
  return find("class_definition").map((node) => ({
    node,
    at: node.at,
    name: node.child("name")?.text,
    bases: argumentsOf(node.child("superclasses")).flatMap((base) =>
      base.name === undefined && !base.spread ? [base.node] : [],
    ),
    decorators: decoratorsOf(node),
    body: node.child("body")?.children ?? [],
  }));
}

function functions(find: Find): readonly Callable[] {
  return find("function_definition", "lambda").map((node) => ({
    node,
    at: node.at,
    name: node.child("name")?.text,
    parameters: (node.child("parameters")?.children ?? []).flatMap(parameterOf),
    decorators: decoratorsOf(node),
    body: node.child("body"),
  }));
}

function parameterOf(node: SyntaxNode): Parameter[] {
  if (node.type.endsWith("_separator")) return [];
  const named = node.child("name") ?? (node.type === "typed_parameter" ? node.children[0] : node);
  const spread = named && stars[named.type];
  const name = spread ? named.children[0]?.text : named && identifierOf(named);
  return [{ node, name, annotation: node.child("type"), default: node.child("value"), spread }];
}
