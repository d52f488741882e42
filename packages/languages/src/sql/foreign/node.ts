/** A node of node-sql-parser's tree: plain data of which nothing is promised. */
export type ForeignNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is ForeignNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function nodeAt(node: ForeignNode, key: string): ForeignNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** What stands under the key as a list; one thing alone is a list of one. */
export function listAt(node: ForeignNode, key: string): readonly unknown[] {
  const value: unknown = node[key];
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function textAt(node: ForeignNode, key: string): string | undefined {
  const value = node[key];
  return typeof value === "string" ? value : undefined;
}

/** A name, whichever of its many shapes it has: `a`, `{ value: "a" }`, `{ expr: { value: "a" } }`. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!isNode(value)) return undefined;
  return textAt(value, "value") ?? nameIn(value.expr ?? value.column ?? value.name);
}

/** What says nothing: null, nothing, an object of such. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return isNode(value) && Object.values(value).every(isEmpty);
}

/** Where a node stands and how it is written, which changes no meaning. */
const harmless = new Set(["loc", "parentheses", "surround", "tableList", "columnList", "type", "keyword", "prefix"]);

/** The first key of a node that says something beyond these. */
export function unknownKey(node: ForeignNode, keys: readonly string[]): string | undefined {
  return Object.keys(node).find((key) => !harmless.has(key) && !keys.includes(key) && !isEmpty(node[key]));
}
