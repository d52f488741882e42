import type { Range } from "@failcheck/core";
import type { Expression, Order, Window } from "./expression.ts";

export interface TableName {
  readonly schema: string | undefined;
  readonly name: string;
  readonly at: Range;
}

export interface Alias {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface TableSource {
  readonly kind: "table";
  readonly table: TableName;
  readonly alias: Alias | undefined;
}

interface DerivedSource {
  readonly kind: "derived";
  readonly lateral: boolean;
  readonly query: Query;
  readonly alias: Alias | undefined;
}

/** A function in FROM: `unnest(…) AS t(x)`; `generate_series`. */
export interface FunctionSource {
  readonly kind: "function";
  readonly calls: readonly Expression[];
  readonly alias: Alias | undefined;
}

export interface JoinSource {
  readonly kind: "join";
  readonly type: "inner" | "left" | "right" | "full";
  readonly natural: boolean;
  readonly using: readonly string[];
  readonly on: Expression | undefined;
  readonly left: Source;
  readonly right: Source;
  readonly alias: Alias | undefined;
}

/** A source that the grammar allows and the tree does not describe: JSON_TABLE, XMLTABLE, a hole where the table should be. */
export interface UnknownSource {
  readonly kind: "unknown";
  readonly what: string;
  readonly alias: Alias | undefined;
  readonly at: Range;
}

export type Source = TableSource | DerivedSource | FunctionSource | JoinSource | UnknownSource;

export interface Target {
  readonly value: Expression;
  /** The name after AS. */
  readonly name: string | undefined;
}

/** A `WITH` item. */
export interface With {
  readonly name: string;
  readonly columns: readonly string[];
  readonly body: Statement;
}

interface QueryBase {
  readonly at: Range;
  readonly with: readonly With[];
  readonly recursive: boolean;
  readonly order: readonly Order[];
  readonly limit: Expression | undefined;
  readonly offset: Expression | undefined;
}

export interface Select extends QueryBase {
  readonly kind: "select";
  /** DISTINCT, or the expressions of DISTINCT ON. */
  readonly distinct: boolean | readonly Expression[];
  readonly targets: readonly Target[];
  readonly from: readonly Source[];
  readonly where: Expression | undefined;
  readonly group: readonly Expression[];
  /** GROUP BY holds GROUPING SETS, ROLLUP or CUBE, so that keys may be NULL in super-rows. */
  readonly superGroups: boolean;
  readonly having: Expression | undefined;
  readonly windows: readonly Window[];
}

export interface SetOperation extends QueryBase {
  readonly kind: "set";
  readonly operator: "union" | "intersect" | "except";
  readonly all: boolean;
  readonly left: Query;
  readonly right: Query;
}

export interface Values extends QueryBase {
  readonly kind: "values";
  readonly rows: readonly (readonly Expression[])[];
}

export type Query = Select | SetOperation | Values;

interface QueryStatement {
  readonly kind: "query";
  readonly query: Query;
}

export interface Insert {
  readonly kind: "insert";
  readonly at: Range;
  readonly table: TableName;
  readonly alias: string | undefined;
  /** Undefined where the statement names none. */
  readonly columns: readonly { readonly name: string; readonly at: Range }[] | undefined;
  /** Undefined for DEFAULT VALUES. */
  readonly source: Query | undefined;
  /** ON CONFLICT … DO UPDATE SET. */
  readonly conflict: readonly Assignment[];
  readonly returning: readonly Target[];
  readonly with: readonly With[];
}

export interface Assignment {
  readonly columns: readonly string[];
  readonly value: Expression;
}

export interface Update {
  readonly kind: "update";
  readonly at: Range;
  readonly target: TableSource;
  readonly set: readonly Assignment[];
  readonly from: readonly Source[];
  readonly where: Expression | undefined;
  readonly returning: readonly Target[];
  readonly with: readonly With[];
}

export interface Delete {
  readonly kind: "delete";
  readonly at: Range;
  readonly target: TableSource;
  readonly using: readonly Source[];
  readonly where: Expression | undefined;
  readonly returning: readonly Target[];
  readonly with: readonly With[];
}

export interface MergeClause {
  readonly action: "insert" | "update" | "delete" | "nothing";
  readonly condition: Expression | undefined;
  /** The columns of an INSERT; undefined where it names none. */
  readonly columns: readonly { readonly name: string; readonly at: Range }[] | undefined;
  readonly values: readonly Expression[];
  readonly set: readonly Assignment[];
}

export interface Merge {
  readonly kind: "merge";
  readonly at: Range;
  readonly target: TableSource;
  readonly source: Source;
  readonly on: Expression;
  readonly clauses: readonly MergeClause[];
  readonly returning: readonly Target[];
  readonly with: readonly With[];
}

interface Copy {
  readonly kind: "copy";
  readonly at: Range;
  readonly direction: "from" | "to";
  readonly table: TableName | undefined;
  readonly columns: readonly { readonly name: string; readonly at: Range }[] | undefined;
  readonly query: Query | undefined;
}

/** CREATE VIEW, CREATE MATERIALIZED VIEW, CREATE TABLE AS and SELECT INTO. */
export interface CreateAs {
  readonly kind: "createAs";
  readonly at: Range;
  readonly what: "view" | "materialized view" | "table";
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly query: Query;
}

export interface CreateTable {
  readonly kind: "createTable";
  readonly at: Range;
  readonly table: TableName;
  readonly columns: readonly { readonly name: string; readonly notNull: boolean }[];
  /** Columns of PRIMARY KEY and UNIQUE constraints. */
  readonly keys: readonly (readonly string[])[];
}

/** A unique constraint or index added to a table that is there already. */
interface AddUnique {
  readonly kind: "addUnique";
  readonly at: Range;
  readonly table: TableName;
  readonly columns: readonly string[];
}

/** A statement that holds no figures; the expressions and statements in it are lost. */
interface OtherStatement {
  readonly kind: "other";
  readonly at: Range;
  readonly what: string;
}

export type Statement =
  QueryStatement | Insert | Update | Delete | Merge | Copy | CreateAs | CreateTable | AddUnique | OtherStatement;
