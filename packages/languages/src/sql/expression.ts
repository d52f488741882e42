import type { Range } from "@failcheck/core";
import type { Query } from "./query.ts";

interface Located {
  /** Where it stands in the holding file, in UTF-16 units. */
  readonly at: Range;
}

/** `j.total` is ["j", "total"]; unquoted parts are folded the way the dialect folds them. */
interface ColumnReference extends Located {
  readonly kind: "column";
  readonly path: readonly string[];
}

/** `*` (an empty path) and `j.*`. */
interface Star extends Located {
  readonly kind: "star";
  readonly path: readonly string[];
}

interface Literal extends Located {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A value that arrives at run time: `$1`, `:name`, `%s`, or `DEFAULT` of an INSERT (name "default"). */
interface Parameter extends Located {
  readonly kind: "parameter";
  readonly name: string;
}

/** A piece of text that the program puts in: a condition, a value or a name that nobody can read here. */
export interface Hole extends Located {
  readonly kind: "hole";
  /** The hole's own words, for messages. */
  readonly text: string;
}

interface Junction extends Located {
  readonly kind: "and" | "or";
  readonly args: readonly Expression[];
}

interface Not extends Located {
  readonly kind: "not";
  readonly arg: Expression;
}

/** An operator with one or two operands, named as in the text: `=`, `<>`, `||`, `~*`, `+`. */
interface Operation extends Located {
  readonly kind: "operation";
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `x = ANY (array)`, `x <> ALL (array)`. */
interface Quantified extends Located {
  readonly kind: "quantified";
  readonly name: string;
  readonly all: boolean;
  readonly left: Expression;
  readonly right: Expression;
}

interface InList extends Located {
  readonly kind: "in";
  readonly not: boolean;
  readonly left: Expression;
  readonly list: readonly Expression[];
}

interface Between extends Located {
  readonly kind: "between";
  readonly not: boolean;
  readonly symmetric: boolean;
  readonly arg: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface Like extends Located {
  readonly kind: "like";
  readonly style: "like" | "ilike" | "similar";
  readonly not: boolean;
  readonly arg: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | undefined;
}

export interface IsTest extends Located {
  readonly kind: "is";
  /** `IS NULL`, `IS TRUE`, `IS FALSE`, `IS UNKNOWN`. */
  readonly test: "null" | "true" | "false" | "unknown";
  readonly not: boolean;
  readonly arg: Expression;
}

/** `IS DISTINCT FROM`, and with `not` `IS NOT DISTINCT FROM`. */
interface Distinct extends Located {
  readonly kind: "distinct";
  readonly not: boolean;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Case extends Located {
  readonly kind: "case";
  readonly arg: Expression | undefined;
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
  readonly otherwise: Expression | undefined;
}

export interface Order {
  readonly by: Expression;
  readonly descending: boolean;
}

/** `OVER name` refers to the WINDOW clause; `OVER (name PARTITION BY …)` refines it. */
export interface Window {
  readonly name: string | undefined;
  readonly refers: string | undefined;
  readonly partition: readonly Expression[];
  readonly order: readonly Order[];
}

export interface Call extends Located {
  readonly kind: "call";
  /** The last part of its name in lower case; COALESCE, NULLIF, GREATEST and LEAST are calls too. */
  readonly name: string;
  readonly schema: string | undefined;
  readonly args: readonly Expression[];
  /** `count(*)`. */
  readonly star: boolean;
  readonly distinct: boolean;
  readonly order: readonly Order[];
  readonly within: boolean;
  readonly filter: Expression | undefined;
  readonly over: Window | undefined;
}

interface Cast extends Located {
  readonly kind: "cast";
  readonly arg: Expression;
  /** The type's last name in lower case, `[]` after it where it is an array. */
  readonly type: string;
}

export interface Subquery extends Located {
  readonly kind: "subquery";
  readonly use: "scalar" | "exists" | "any" | "all" | "array";
  /** The operator and left side of `x = ANY (SELECT …)`; `IN` is `=`. */
  readonly name: string;
  readonly left: Expression | undefined;
  readonly query: Query;
}

interface Tuple extends Located {
  readonly kind: "row" | "array";
  readonly items: readonly Expression[];
}

/** `(x).name`, `x.*` on a composite, `x[1]`. */
interface Access extends Located {
  readonly kind: "access";
  readonly arg: Expression;
  readonly name: string;
}

/** Anything else: its operands are known, its meaning is not. */
interface Opaque extends Located {
  readonly kind: "opaque";
  readonly what: string;
  readonly args: readonly Expression[];
  /** The front end does not know this kind of piece at all, so that it may say anything. */
  readonly strange?: true;
}

export type Expression =
  | ColumnReference
  | Star
  | Literal
  | Parameter
  | Hole
  | Junction
  | Not
  | Operation
  | Quantified
  | InList
  | Between
  | Like
  | IsTest
  | Distinct
  | Case
  | Call
  | Cast
  | Subquery
  | Tuple
  | Access
  | Opaque;
