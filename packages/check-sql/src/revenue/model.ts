import type { Range } from "@failcheck/core";
import type { Expression, Query, Window } from "@failcheck/languages/sql";
import type { KnownColumns } from "./scopes/catalog.ts";
import type { Policy, RevenueTable } from "./policy/policy.ts";
import type { Mask, Universe } from "./worlds/probes.ts";
import type { Truth, Value } from "./expressions/value.ts";

/** One reference to a revenue table. Two references are two instances, whatever they are called. */
export interface Instance {
  readonly table: RevenueTable;
  /** Its name in the query, for messages. */
  readonly label: string;
}

/** One row in mind: these instances (the same row, where there are several) have this status; all else is open. */
export interface World {
  readonly members: readonly Instance[];
  readonly probe: number;
  /** Instances that an outer join did not find beside it. */
  readonly missing?: readonly Instance[];
  /** What is held of it while conditions are tried together. */
  readonly assumptions?: Assumptions;
}

/** A comparison of a column of the row in mind with a literal, or any other question about its columns. */
export interface Atom {
  readonly key: string;
  /** The column that it is NULL with, and asks about alone. */
  readonly column: string | undefined;
  readonly test: "=" | "<" | ">" | "null" | "other";
  readonly literal: string | number | boolean | undefined;
  /** The expression is the opposite of this atom. */
  readonly negated: boolean;
}

/** What is held of the row in mind while conditions are tried together, and what they asked. */
export interface Assumptions {
  readonly held: ReadonlyMap<string, readonly [Atom, Truth]>;
  readonly asked: Map<string, { readonly atom: Atom; readonly open: Truth; readonly times: number }>;
}

/** Revenue that reaches a place. */
export interface Flow {
  readonly instance: Instance;
  /** The statuses whose rows change the figure. */
  readonly mask: Mask;
  readonly at: Range;
  /** `revenue`: the figure itself; `rows`: only how many rows there are, which matters beside a figure. */
  readonly weight: "revenue" | "rows";
  /** No later condition narrows it: a window function, which has looked at its rows already. */
  readonly sealed: boolean;
}

/** A column of a row, and all that is known of it. */
export interface Column {
  readonly name: string;
  readonly evaluate: (world: World | undefined) => Value;
  /** The instances whose revenue columns its row's value is made of. */
  readonly origins: readonly Instance[];
  /** The figures in it, already added up. */
  readonly flows: readonly Flow[];
  /** It is this column of an instance, unchanged. */
  readonly base: { readonly instance: Instance; readonly name: string } | undefined;
  readonly at: Range | undefined;
}

/** What a row has gone through: for EXISTS and IN, which ask whether there is such a row. */
export type Filter = (world: World | undefined) => Truth;

/** What rows have gone through, kept from FROM to where they are used. */
export interface Trail {
  /** The statuses that each instance may have. */
  readonly facts: ReadonlyMap<Instance, Mask>;
  /** Statuses among which LIMIT, DISTINCT ON or a row number has chosen. */
  readonly chosen: ReadonlyMap<Instance, Mask>;
  /** Figures that decide which rows there are. */
  readonly uses: readonly Flow[];
  /** Rows of other instances that decide which rows there are: what EXISTS and IN look at. */
  readonly depends: ReadonlyMap<Instance, Mask>;
  readonly filters: readonly Filter[];
  /** Pairs of instances that are the same row, by their keys; the second may be one of an outer query. */
  readonly same: readonly (readonly [Instance, Instance])[];
  /** Pairs of instances with equal statuses. */
  readonly alike: readonly (readonly [Instance, Instance])[];
  readonly links: readonly Link[];
  /** Instances of which an outer join finds at most one row, so that they neither multiply nor choose. */
  readonly single: readonly Instance[];
  /** There is exactly one row for each row of the instances that passes the filters: no grouping, no LIMIT, no join. */
  readonly plain: boolean;
}

/** One way in which rows of a relation come about; UNION gives several. */
export interface Shape extends Trail {
  readonly columns: readonly Column[];
  /** It may have further columns, which hold no revenue and no status that we know of. */
  readonly open: boolean;
  /** It has a row whatever the filters say: an aggregate without GROUP BY. */
  readonly always: boolean;
}

/** What a query gives. */
export interface Relation {
  readonly shapes: readonly Shape[];
}

/** A name in FROM. */
export interface Member {
  readonly name: string;
  readonly schema: string | undefined;
  readonly columns: readonly Column[];
  readonly open: boolean;
}

/** What can be named at one place of a query, for one shape of its rows. */
export interface Scope {
  readonly members: readonly Member[];
  /** Columns merged by USING and NATURAL, looked at first. */
  readonly merged: readonly Column[];
  readonly outer: Scope | undefined;
}

/** An outer join on the key of the same table: the inner instance is the row in mind, or missing. */
export interface Link {
  readonly outer: Instance;
  readonly inner: Instance;
  readonly present: Filter;
}

/** The rows that FROM and WHERE give, in one of their shapes. */
export interface Rows extends Trail {
  readonly scope: Scope;
}

/** How doubts are settled: at their worst, or as somebody who trusts them would read them. */
export type Mode = "worst" | "trusting" | "inverse";

/** A relation that a name stands for: a WITH item or a view. */
export interface Named {
  readonly name: string;
  readonly relation: () => Relation;
}

/** The names that WITH brings, inner ones first. */
export interface Names {
  readonly find: (name: string) => Named | undefined;
}

/** Everything that the procedure carries along. */
export interface Analysis {
  readonly policy: Policy;
  readonly universe: Universe;
  readonly mode: Mode;
  /** Pieces that are not known, in words; what is not ok in the end may be so because of one of them. */
  readonly doubts: Set<string>;
  readonly relation: (query: Query, outer: Scope | undefined, names: Names) => Relation;
  /** The columns of a table that holds no revenue, where a CREATE TABLE names them. */
  readonly columns: (schema: string | undefined, name: string) => KnownColumns | undefined;
  readonly views: (schema: string | undefined, name: string) => Relation | undefined;
  /** Counts work, so that a bomb ends in a doubt. Gives false when it is used up. */
  readonly spend: (cost: number) => boolean;
}

/** What evaluating an expression needs. */
export interface Context {
  readonly analysis: Analysis;
  readonly scope: Scope;
  readonly names: Names;
  /** The WINDOW clause. */
  readonly windows?: readonly Window[];
  /** The keys of GROUP BY, where all rows of a group agree. */
  readonly keys?: readonly Expression[];
  /** Instances whose status is such a key. */
  readonly parted?: readonly Instance[];
}
