import type { SyntaxNode } from "@failcheck/languages";

/** Generic types that stand aside for what they hold. */
const wrappers = new Set([
  "Promise",
  "Array",
  "ReadonlyArray",
  "Readonly",
  "Partial",
  "Required",
  "Loaded",
  "HydratedDocument",
  "InstanceType",
  "Awaited",
  "Set",
  "Iterable",
  "AsyncIterable",
  "Ref",
  "Relation",
  "Collection",
]);

/** Types that read and write rows of what they hold. */
const repositories = new Set([
  "Repository",
  "EntityRepository",
  "TreeRepository",
  "SqlEntityRepository",
  "SelectQueryBuilder",
  "UpdateQueryBuilder",
  "InsertQueryBuilder",
  "QueryBuilder",
]);

const classes = new Set(["ModelStatic", "ModelCtor", "ModelClass"]);

/** What happens to a row, as subscribers are told: matches `InsertEvent` and `EventArgs`; not `Event`. */
const events = /^(?:Insert|Update|Load|Remove|SoftRemove|Recover)Event$|^EventArgs$/;

/** The row of an event that a subscriber is given: `Order()` for `InsertEvent<Order>`. */
export function eventRow(annotation: SyntaxNode | undefined): string | undefined {
  const node = annotation?.child("typeAnnotation");
  const name = node?.type === "TSTypeReference" ? node.child("typeName")?.text : undefined;
  return name !== undefined && events.test(name) ? first(node?.child("typeArguments")?.children ?? []) : undefined;
}

/** What a typed variable stands for: `User()` for `User`, `User?` for `Repository<User>`, `User` for `typeof User`. */
export function annotationPath(annotation: SyntaxNode | undefined): string | undefined {
  const node = annotation?.type === "TSTypeAnnotation" ? annotation.child("typeAnnotation") : annotation;
  if (!node) return undefined;
  if (node.type === "TSArrayType") return annotationPath(node.child("elementType"));
  if (node.type === "TSUnionType" || node.type === "TSIntersectionType") return first(node.all("types"));
  if (node.type === "TSTypeQuery") return node.child("exprName")?.text;
  if (node.type === "TSTypeOperator") return annotationPath(node.child("typeAnnotation"));
  if (node.type !== "TSTypeReference") return undefined;
  const name = node.child("typeName")?.text ?? "";
  const held = node.child("typeArguments")?.children ?? [];
  if (wrappers.has(name)) return first(held);
  const inner = held[0]?.child("typeName")?.text;
  if (repositories.has(name)) return inner && `${inner}?`;
  if (classes.has(name)) return inner ?? first(held)?.replace(/\(\)$/, "");
  return /^[A-Z]/.test(name.split(".").at(-1) ?? "") ? `${name}()` : undefined;
}

function first(nodes: readonly SyntaxNode[]): string | undefined {
  for (const node of nodes) {
    const path = annotationPath(node);
    if (path !== undefined) return path;
  }
  return undefined;
}
