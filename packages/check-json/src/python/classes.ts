import type { SyntaxNode } from "@failcheck/languages";
import { noteAttribute, type Builder } from "../builder.ts";
import type { ClassFacts, ColumnFacts } from "../facts.ts";
import { own } from "../own.ts";
import { bind, openScope, type Scope } from "../scope.ts";
import { at, typesOf, type ColumnValue, type Value } from "../values.ts";
import { annotationPath, mappedText, plainAnnotation } from "./annotations.ts";
import { loads, validatedBy } from "./functions.ts";

/** Notes a class: its columns, its type as a column type, its methods. */
export function defineClass(node: SyntaxNode, scope: Scope, facts: Builder): void {
  const name = node.child("name")?.text ?? "";
  const outer = scope.within === undefined ? "" : `${scope.within}/`;
  const key = scope.inside === undefined ? outer + name : `${scope.inside}.${name}`;
  const inner = openScope(scope, undefined, key);
  const earlier = own(facts.classes, key);
  if (scope.inside === undefined) bind(scope, name, at(key));
  const bases = (node.child("superclasses")?.children ?? []).filter(({ type }) => type !== "keyword_argument");
  const draft: Draft = { columns: {}, members: {}, sanitised: [], order: [] };
  const body = node.child("body")?.children ?? [];
  const paths = bases.flatMap((base) => facts.evaluate(base.type === "subscript" ? base.child("value") : base, scope).path ?? []);
  const keep = () => {
    facts.classes[key] = classFacts(node, paths, draft, inner);
  };
  for (const statement of body) {
    facts.run([statement], inner);
    inner.ended = false;
    readStatement(statement, inner, draft, facts);
    // methods below may ask what the class is so far
    keep();
  }
  if (earlier) forgetUnlike(draft.columns, earlier.columns);
  keep();
}

/** A class that is defined twice has the columns of either: of what they store differently nothing is known. */
function forgetUnlike(columns: Record<string, ColumnFacts>, earlier: ClassFacts["columns"]): void {
  for (const [name, column] of Object.entries(columns)) {
    const other = own(earlier, name);
    if (other && other.types.join() !== column.types.join()) columns[name] = { at: column.at, types: [] };
  }
}

interface Draft {
  readonly columns: Record<string, ColumnFacts>;
  readonly members: Record<string, string>;
  readonly sanitised: string[];
  readonly order: string[];
  loads?: boolean;
  typeMap?: Record<string, readonly string[]>;
  stored?: string;
}

function classFacts(node: SyntaxNode, bases: readonly string[], draft: Draft, own: Scope): ClassFacts {
  const impl = own.variables.get("impl");
  const table = own.variables.get("__table__")?.path;
  return {
    at: node.child("name")?.at ?? node.at,
    bases,
    columns: draft.columns,
    members: draft.members,
    sanitised: draft.sanitised,
    positional: draft.order,
    ...(impl && { impl: typesOf(impl) }),
    ...(draft.loads === true && { bind: "loads" }),
    ...(table !== undefined && { table }),
    ...(draft.typeMap && { typeMap: draft.typeMap }),
    ...(draft.stored !== undefined && { stored: draft.stored }),
  };
}

function readStatement(statement: SyntaxNode, own: Scope, draft: Draft, facts: Builder): void {
  const [first] = statement.children;
  if (statement.type === "expression_statement" && first?.type === "assignment") readAssignment(first, own, draft, facts);
  if (statement.type === "function_definition") readMethod(statement, [], draft, facts);
  const definition = statement.child("definition");
  if (definition?.type === "function_definition") {
    readMethod(
      definition,
      statement.children.filter(({ type }) => type === "decorator"),
      draft,
      facts,
    );
  }
}

function readAssignment(node: SyntaxNode, own: Scope, draft: Draft, facts: Builder): void {
  const target = node.child("left");
  if (target?.type !== "identifier") return;
  const name = target.text;
  const value = own.variables.get(name);
  const type = node.child("type")?.children[0];
  const map = name === "type_annotation_map" ? node.child("right") : name === "registry" ? mapOf(node.child("right")) : undefined;
  if (map) draft.typeMap = typeMap(map, own, facts);
  if (name === "__tablename__") draft.stored = plain(node.child("right"), facts);
  if (own.inside !== undefined && value) noteAttribute(facts, own.inside, name, value, node.child("right")?.type === "none");
  const column = columnOf(target, type, node.child("right") ? value : undefined, own, facts);
  if (column) {
    draft.columns[name] = column;
    if (value?.column?.init !== false) draft.order.push(name);
  }
  const member = annotationPath(type, facts) ?? relation(node.child("right"), facts) ?? standsFor(value?.path);
  if (member !== undefined) draft.members[name] = member;
}

function columnOf(
  target: SyntaxNode,
  type: SyntaxNode | undefined,
  value: Value | undefined,
  own: Scope,
  facts: Builder,
): ColumnFacts | undefined {
  const annotation = mappedText(type);
  const declared = value?.column ?? ownType(value);
  if (!declared && annotation === undefined) return undefined;
  const alias = facts.evaluate(heldType(type), own);
  const types = declared && declared.types.length > 0 ? declared.types : alias.column ? alias.column.types : typesOf(alias);
  return {
    at: target.parent?.at ?? target.at,
    types,
    ...(annotation !== undefined && (declared?.types.length ?? 0) === 0 && { annotation }),
    ...(declared?.stored !== undefined && { stored: declared.stored }),
  };
}

/** `packed = Packed(default=dict)`: a class of the project may be a column's type. */
function ownType(value: Value | undefined): ColumnValue | undefined {
  return value?.path !== undefined && /^(?:\w+\.)*[A-Z]\w*\(\)$/.test(value.path) ? { types: [value.path] } : undefined;
}

/** `model = Job` and `objects = JobManager()`: what the attribute is. Matches `Job`, `m.Job()`, `Rows.as_manager()`. */
function standsFor(path: string | undefined): string | undefined {
  return path !== undefined && /^(?:\w{1,60}\.){0,5}[A-Z]\w{0,80}(?:(?:\.as_manager)?\(\))?$/.test(path) ? path : undefined;
}

/** `JsonDict` of `Mapped[Optional[JsonDict]]`. */
function heldType(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.type === "type" || node?.type === "type_parameter") return heldType(node.children[0]);
  if (node?.type === "generic_type" || node?.type === "subscript") {
    return /(?:^|\.)(?:Mapped|Optional)$/.test(node.children[0]?.text ?? "") ? heldType(node.children[1]) : undefined;
  }
  return node?.type === "binary_operator" || node?.type === "union_type" ? heldType(node.children[0]) : node;
}

function plain(node: SyntaxNode | undefined, facts: Builder): string {
  const piece = node && facts.tree.stringAt(node)?.pieces[0];
  return piece?.kind === "text" ? piece.text : "";
}

/** `relationship("Settings")`: the attribute is one. */
function relation(node: SyntaxNode | undefined, facts: Builder): string | undefined {
  if (node?.type !== "call") return undefined;
  const name = node.child("function")?.text ?? "";
  if (!/relationship$|Relationship$|ForeignKey$|OneToOneField$|ForeignKeyField$/.test(name)) return undefined;
  const [first] = node.child("arguments")?.children ?? [];
  const literal = first && facts.tree.stringAt(first)?.pieces[0];
  const text = literal?.kind === "text" ? literal.text.split(".").at(-1) : first?.type === "identifier" ? first.text : undefined;
  return text === undefined ? undefined : `${text}()`;
}

/** `registry(type_annotation_map={…})`. */
function mapOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const given = node?.child("arguments")?.children ?? [];
  return given.find((argument) => argument.child("name")?.text === "type_annotation_map")?.child("value");
}

function typeMap(node: SyntaxNode | undefined, own: Scope, facts: Builder): Record<string, readonly string[]> {
  const map: Record<string, readonly string[]> = {};
  for (const pair of node?.children ?? []) {
    const key = pair.child("key");
    if (key) map[plainAnnotation(key.text)] = typesOf(facts.evaluate(pair.child("value"), own));
  }
  return map;
}

function readMethod(node: SyntaxNode, decorators: readonly SyntaxNode[], draft: Draft, facts: Builder): void {
  const name = node.child("name")?.text ?? "";
  if (name === "process_bind_param" || name === "get_prep_value" || name === "db_value") draft.loads ||= loads(node, facts);
  const validated = validatedBy(decorators, facts);
  if (validated.length > 0 && loads(node, facts)) draft.sanitised.push(...validated);
  for (const decorator of decorators) {
    if (decorator.text.includes("declared_attr")) declaredColumn(name, node, draft, facts);
  }
}

/** `@declared_attr def c(cls): return Column(JSON)`. */
function declaredColumn(name: string, node: SyntaxNode, draft: Draft, facts: Builder): void {
  const returned = node.child("body")?.children.find(({ type }) => type === "return_statement")?.children[0];
  const column = returned && facts.evaluate(returned, openScope(undefined, undefined, undefined)).column;
  if (column) draft.columns[name] = { at: node.at, ...column };
}
