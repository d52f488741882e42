import type { Range } from "@failcheck/core";
import type { Expression } from "../expression.ts";
import type { Placeholder } from "../postgres-reader.ts";
import type { Query } from "../query.ts";
import type { Dialect } from "../sql.ts";
import type { ForeignNode } from "./node.ts";

/** What the conversion of node-sql-parser's tree needs, with the recursion tied together in one place. */
export interface ForeignReader {
  readonly dialect: Dialect;
  /** Where a node stands; without a place of its own, where this name stands first. */
  at(node: unknown, name?: string): Range;
  /** What stands behind a name that the preparation has put in. */
  placeholder(name: string): Placeholder | undefined;
  note(literal: string): void;
  /** Remembers a piece whose meaning nobody knows here, so that no verdict rests on its absence. */
  strange(what: string): void;
  /** Notes as strange what a node says beyond these keys. */
  only(node: ForeignNode, keys: readonly string[]): void;
  expression(value: unknown): Expression;
  query(value: unknown): Query;
}
