import type { Range } from "@failcheck/core";
import type { Node, SelectStmt } from "libpg-query";
import type { Expression } from "./expression.ts";
import type { Alias, Query, Source, Statement } from "./query.ts";

/** What stands behind a `$k` of the prepared text: a value bound at run time, or a piece of text put in by the program. */
export interface Placeholder {
  readonly kind: "parameter" | "hole";
  readonly text: string;
}

/** What the conversion of PostgreSQL's tree needs, with the recursion tied together in one place. */
export interface Reader {
  /** The range of the node that starts at this byte of the prepared text, in the holding file. */
  at(byte: number | undefined): Range;
  /** The range of the name that starts at this byte, without brackets that follow it. */
  nameAt(byte: number | undefined): Range;
  placeholder(number: number): Placeholder;
  /** Remembers a text literal for `Reading.literals`. */
  note(literal: string): void;
  expression(node: Node): Expression;
  query(select: SelectStmt): Query;
  source(node: Node): Source;
  statement(node: Node): Statement;
}

/** The text of a String node; the empty text for anything else. */
export function nameOf(node: Node | undefined): string {
  return node !== undefined && "String" in node ? (node.String.sval ?? "") : "";
}

export function namesOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map(nameOf);
}

export function aliasOf(alias: { readonly aliasname?: string; readonly colnames?: Node[] } | undefined): Alias | undefined {
  return alias?.aliasname === undefined ? undefined : { name: alias.aliasname, columns: namesOf(alias.colnames) };
}
