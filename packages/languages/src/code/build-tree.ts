import type { Problem } from "@failcheck/core";
import type { Assignment, Call, Callable, Class, CodeTree, Import } from "./code-tree.ts";
import type { SyntaxNode } from "./node.ts";
import type { StringLiteral } from "./strings.ts";

/** What a parser hands over: the nodes, grouped by type in source order. */
export interface Parsed {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly byType: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly problems: readonly Problem[];
  readonly comments: readonly SyntaxNode[];
}

/** Nodes of some types in source order. */
export type Find = (...types: string[]) => readonly SyntaxNode[];

/** How a language spells what all programming languages have. */
export interface Grammar {
  readonly callTypes: readonly string[];
  call(node: SyntaxNode): Omit<Call, "name">;
  /** The two sides of `object.property`. */
  member(node: SyntaxNode): { readonly object: SyntaxNode; readonly property: string } | undefined;
  identifier(node: SyntaxNode): string | undefined;
  strings(find: Find): readonly StringLiteral[];
  imports(find: Find): readonly Import[];
  assignments(find: Find): readonly Assignment[];
  classes(find: Find): readonly Class[];
  functions(find: Find): readonly Callable[];
}

/** Computes at the first call and remembers. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The name an import stands for: `json.dumps`; with a relative module `.models.Job`. */
function fullName({ module, imported }: Import): string {
  return imported === undefined || imported === "*" ? module : `${module}.${imported}`;
}

function bindings(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const bound = new Map<string, string[]>();
  for (const found of imports) {
    if (found.local === undefined) continue;
    const names = bound.get(found.local) ?? [];
    bound.set(found.local, [...names, fullName(found)]);
  }
  return bound;
}

/** The names that `a.b.c` may stand for: more than one where two imports bind `a`. */
function namesOf(node: SyntaxNode, grammar: Grammar, bound: ReadonlyMap<string, readonly string[]>): readonly string[] {
  let tail = "";
  let at = node;
  for (let member = grammar.member(at); member; member = grammar.member(at)) {
    tail = `.${member.property}${tail}`;
    at = member.object;
  }
  const head = grammar.identifier(at);
  if (head === undefined) return [];
  return (bound.get(head) ?? [head]).map((name) => name + tail);
}

/** Puts the lists that rules ask for over a parser's nodes. */
export function buildTree(parsed: Parsed, grammar: Grammar): CodeTree {
  const find: Find = (...types) => types.flatMap((type) => parsed.byType.get(type) ?? []);
  const imports = once(() => grammar.imports(find));
  const bound = once(() => bindings(imports()));
  const strings = once(() => grammar.strings(find).toSorted((a, b) => a.at[0] - b.at[0]));
  const byNode = once(() => new Map(strings().map((literal) => [literal.node, literal])));
  const assignments = once(() => grammar.assignments(find));
  const classes = once(() => grammar.classes(find));
  const functions = once(() => grammar.functions(find));
  const named = (node: SyntaxNode) => namesOf(node, grammar, bound());
  return {
    text: parsed.text,
    root: parsed.root,
    problems: parsed.problems,
    comments: parsed.comments,
    get strings() {
      return strings();
    },
    get imports() {
      return imports();
    },
    get assignments() {
      return assignments();
    },
    get classes() {
      return classes();
    },
    get functions() {
      return functions();
    },
    nodes: find,
    *calls(...names) {
      for (const node of find(...grammar.callTypes)) {
        const call = grammar.call(node);
        const candidates = named(call.callee);
        const name = candidates.find((candidate) => names.includes(candidate));
        if (names.length === 0 || name !== undefined) yield { ...call, name: name ?? candidates[0] };
      }
    },
    nameOf: (node) => named(node)[0],
    stringAt: (node) => byNode().get(node),
  };
}
