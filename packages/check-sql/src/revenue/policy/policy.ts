import type { Requirement } from "./requirement.ts";

/** A table that holds revenue. */
export interface RevenueTable {
  readonly schema: string | undefined;
  readonly name: string;
  readonly revenue: ReadonlySet<string>;
  readonly status: string;
  readonly keys: ReadonlySet<string>;
  readonly notNull: ReadonlySet<string>;
  /** Every column in order, where the configuration or a CREATE TABLE names them. */
  readonly columns: readonly string[] | undefined;
}

/** How the configuration reads once it is understood. */
export interface Policy {
  readonly tables: readonly RevenueTable[];
  readonly requirement: Requirement;
  readonly searchPath: readonly string[];
  readonly strict: boolean;
  /** Views to be trusted (nothing to say) or to be treated like the tables. */
  readonly views: Readonly<Record<string, "trusted">>;
  /** Functions of the status that are known to say whether a row may be counted. */
  readonly functions: ReadonlySet<string>;
}

/** The revenue table of this name, if it is one. */
export function revenueTable(policy: Policy, schema: string | undefined, name: string): RevenueTable | undefined {
  return policy.tables.find((table) => {
    if (table.name !== name) return false;
    if (schema !== undefined) return table.schema === undefined || table.schema === schema;
    return table.schema === undefined || policy.searchPath.includes(table.schema);
  });
}
