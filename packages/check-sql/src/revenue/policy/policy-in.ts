import type { Repository } from "@failcheck/core";
import { mustBeNamed } from "../../repository/configured-column.ts";
import type { Catalog } from "../scopes/catalog.ts";
import { policyOf } from "./options.ts";
import type { RevenueOptions } from "./options.ts";
import type { Policy, RevenueTable } from "./policy.ts";

/** What the options mean where CREATE TABLE names the tables' columns. */
export async function policyIn(options: RevenueOptions, catalog: Catalog, repository: Repository): Promise<Policy | undefined> {
  const policy = policyOf(options);
  if (policy === undefined) return undefined;
  const tables: RevenueTable[] = [];
  for (const table of policy.tables) {
    const known = catalog.columns(table.schema, table.name);
    const missing = [...table.revenue, ...table.keys, ...table.notNull, table.status].filter(
      (column) => known?.names.includes(column) === false,
    );
    for (const column of missing) await mustBeNamed(column, [table.schema, table.name].filter(Boolean).join("."), repository);
    tables.push(known === undefined || known.open || missing.length > 0 ? table : { ...table, columns: known.names });
  }
  return { ...policy, tables };
}
