import type { Problem, Range } from "@failcheck/core";
import type { SyntaxNode } from "./node.ts";
import type { StringLiteral } from "./strings.ts";

/** One argument of a call. */
export interface Argument {
  /** The value: for `key=value` the value, for `*rest` what is spread. */
  readonly node: SyntaxNode;
  readonly at: Range;
  /** The keyword of a Python keyword argument. */
  readonly name: string | undefined;
  /** How many stars, as written; `...` in TypeScript. */
  readonly spread: "*" | "**" | "..." | undefined;
}

/** A call, or a `new` expression. */
export interface Call {
  readonly node: SyntaxNode;
  readonly at: Range;
  readonly callee: SyntaxNode;
  /** The callee's dotted name with imports resolved: `json.dumps` also for `from json import dumps as d; d(x)`. */
  readonly name: string | undefined;
  /** The last name of the callee, whatever stands before it: `values` of `insert(t).values(…)`. */
  readonly method: string | undefined;
  /** What stands before the last dot. */
  readonly receiver: SyntaxNode | undefined;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
}

/** `target = value`, annotated and augmented forms included; a TypeScript declaration with or without a value. */
export interface Assignment {
  readonly node: SyntaxNode;
  readonly at: Range;
  readonly target: SyntaxNode;
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
  /** `=`, `+=`, `:=`, `??=`. */
  readonly operator: string;
}

/** One name that an import brings in. */
export interface Import {
  readonly node: SyntaxNode;
  readonly at: Range;
  /** As written: `sqlalchemy.orm`, `..models`, `./schema.js`. */
  readonly module: string;
  /** The name in that module: `*` for all of it, `default`; undefined where the module itself is bound or only run. */
  readonly imported: string | undefined;
  /** The name it has here; undefined where none is bound. */
  readonly local: string | undefined;
}

/** A class and its statements. */
export interface Class {
  readonly node: SyntaxNode;
  readonly at: Range;
  readonly name: string | undefined;
  readonly bases: readonly SyntaxNode[];
  readonly decorators: readonly SyntaxNode[];
  /** The statements (Python) or members (TypeScript) of the body. */
  readonly body: readonly SyntaxNode[];
}

/** A parameter of a function. */
export interface Parameter {
  readonly node: SyntaxNode;
  /** Undefined for a pattern. */
  readonly name: string | undefined;
  readonly annotation: SyntaxNode | undefined;
  readonly default: SyntaxNode | undefined;
  readonly spread: "*" | "**" | "..." | undefined;
}

/** A function, method, lambda or arrow function. */
export interface Callable {
  readonly node: SyntaxNode;
  readonly at: Range;
  readonly name: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly SyntaxNode[];
  /** The block, or the expression of a lambda. */
  readonly body: SyntaxNode | undefined;
}

/** The tree of a program. Its lists are made when first asked for. */
export interface CodeTree {
  readonly text: string;
  readonly root: SyntaxNode;
  /** Places the parser could not read; the tree around them stands. */
  readonly problems: readonly Problem[];
  readonly comments: readonly SyntaxNode[];
  readonly strings: readonly StringLiteral[];
  readonly imports: readonly Import[];
  readonly assignments: readonly Assignment[];
  readonly classes: readonly Class[];
  readonly functions: readonly Callable[];
  /** Nodes of these types, grouped by type. */
  nodes(...types: string[]): Iterable<SyntaxNode>;
  /** All calls, or those whose dotted name, imports resolved, is one of these. */
  calls(...names: string[]): Iterable<Call>;
  /** The dotted name of an expression with imports resolved; undefined where it is no plain path of names. */
  nameOf(node: SyntaxNode): string | undefined;
  /** The string literal that this node is, or is the whole of. */
  stringAt(node: SyntaxNode): StringLiteral | undefined;
}
