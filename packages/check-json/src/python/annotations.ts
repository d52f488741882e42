import type { SyntaxNode } from "@failcheck/languages";
import type { Builder } from "../builder.ts";

/** Generic types that stand aside for what they hold. */
const wrappers = new Set([
  "Optional",
  "Union",
  "list",
  "List",
  "Sequence",
  "Iterable",
  "Iterator",
  "Generator",
  "AsyncIterator",
  "AsyncIterable",
  "Collection",
  "set",
  "tuple",
  "Annotated",
  "Mapped",
  "WriteOnlyMapped",
  "DynamicMapped",
  "QuerySet",
  "Awaitable",
  "Final",
  "ClassVar",
]);

/** What an annotated variable is an instance of: `Job()` for `Job`, `Job | None`, `list["Job"]`, `type[Job]` the class itself. */
export function annotationPath(node: SyntaxNode | undefined, facts: Builder): string | undefined {
  const path = classPath(node, facts);
  return path?.startsWith("=") === true ? path.slice(1) : path && `${path}()`;
}

function classPath(node: SyntaxNode | undefined, facts: Builder): string | undefined {
  if (!node) return undefined;
  if (node.type === "identifier" || node.type === "attribute") return /(?:^|\.)[A-Z]\w*$/.test(node.text) ? node.text : undefined;
  if (node.type === "string") {
    const literal = facts.tree.stringAt(node)?.pieces[0];
    return literal?.kind === "text" ? named(literal.text) : undefined;
  }
  if (node.type === "binary_operator") return classPath(node.child("left"), facts) ?? classPath(node.child("right"), facts);
  if (node.type === "generic_type" || node.type === "subscript") return genericPath(node, facts);
  return node.type === "type" || node.type === "union_type" ? firstPath(node.children, facts) : undefined;
}

/** A class in quotes. Matches `Job` and `models.Job | None`; not `dict[str, Any]`. */
function named(text: string): string | undefined {
  return /^(?:Optional\[)?((?:\w{1,60}\.){0,5}[A-Z]\w{0,80})(?: \| None|\])?$/.exec(text.trim())?.[1];
}

function genericPath(node: SyntaxNode, facts: Builder): string | undefined {
  const [outer, ...rest] = node.children;
  const name = outer?.text.split(".").at(-1) ?? "";
  const held = rest.flatMap((child) => (child.type === "type_parameter" ? child.children : [child]));
  if (name === "type" || name === "Type") {
    const path = firstPath(held, facts);
    return path === undefined ? undefined : `=${path}`;
  }
  return wrappers.has(name) ? firstPath(held, facts) : undefined;
}

function firstPath(nodes: readonly SyntaxNode[], facts: Builder): string | undefined {
  for (const node of nodes) {
    const path = classPath(node, facts);
    if (path !== undefined && path !== "None") return path;
  }
  return undefined;
}

/** What `Mapped[…]` holds, without blanks and without None: the key of a type map. */
export function mappedText(node: SyntaxNode | undefined): string | undefined {
  const text = node?.text.replace(/\s+/g, "");
  const held = text === undefined ? undefined : /^(?:\w{1,40}\.)?Mapped\[(.{1,300})\]$/.exec(text)?.[1];
  return held === undefined ? undefined : plainAnnotation(held);
}

/** `Optional[dict[str,Any]]` and `dict[str,Any]|None` are both `dict[str,Any]`. */
export function plainAnnotation(text: string): string {
  const bare = text.replace(/\s+/g, "").replace(/^["']|["']$/g, "");
  const optional = /^(?:\w{1,40}\.)?Optional\[(.{1,300})\]$/.exec(bare)?.[1] ?? bare;
  return optional.replace(/\|None$/, "").replace(/^None\|/, "");
}
