import type { Range } from "@failcheck/core";

/** One node of a programming language's tree, whatever parser made it. Comments are no nodes: `tree.comments` has them. */
export interface SyntaxNode {
  /** As the grammar calls it: `call` and `string` in Python (tree-sitter), `CallExpression` in TypeScript (ESTree). */
  readonly type: string;
  readonly at: Range;
  /** The source text, cut out when asked for. */
  readonly text: string;
  readonly parent: SyntaxNode | undefined;
  /** The role it plays in its parent: `function`, `arguments`, `left`. */
  readonly field: string | undefined;
  /** In source order; punctuation is left out. */
  readonly children: readonly SyntaxNode[];
  /** The first child that plays this role. */
  child(field: string): SyntaxNode | undefined;
  /** All children that play this role. */
  all(field: string): readonly SyntaxNode[];
  /** What is no node of its own: `operator`, `name`, `kind`, `computed`. */
  attribute(name: string): string | undefined;
}

const none: ReadonlyMap<string, string> = new Map();

/** The node that front ends build. A class, because one file has a hundred thousand of them and they share one prototype. */
export class ParsedNode implements SyntaxNode {
  readonly type: string;
  readonly parent: ParsedNode | undefined;
  readonly field: string | undefined;
  readonly children: ParsedNode[] = [];
  attributes: ReadonlyMap<string, string> = none;
  readonly #source: string;
  readonly #start: number;
  readonly #end: number;

  constructor(source: string, type: string, at: Range, parent?: ParsedNode, field?: string) {
    this.#source = source;
    this.#start = at[0];
    this.#end = at[1];
    this.type = type;
    this.parent = parent;
    this.field = field;
  }

  get at(): Range {
    return [this.#start, this.#end];
  }

  get text(): string {
    return this.#source.slice(this.#start, this.#end);
  }

  child(field: string): ParsedNode | undefined {
    return this.children.find((child) => child.field === field);
  }

  all(field: string): readonly ParsedNode[] {
    return this.children.filter((child) => child.field === field);
  }

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }
}

/** The node and everything below it, parents first. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...next.children.toReversed());
  }
}

/** The nodes that hold this one, nearest first. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
  for (let next = node.parent; next; next = next.parent) yield next;
}
