import { CannotCheck, configFiles } from "@failcheck/core";
import type { Repository } from "@failcheck/core";
import { holdsSql } from "../../repository/judged-files.ts";
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
    for (const column of missing) await mustBeNamed(column, table, repository);
    tables.push(known === undefined || known.open || missing.length > 0 ? table : { ...table, columns: known.names });
  }
  return { ...policy, tables };
}

/** A configured column that CREATE TABLE lacks may come later, in a way of its own; one that no file ever names is a mistake. */
async function mustBeNamed(column: string, table: RevenueTable, repository: Repository): Promise<void> {
  const word = new RegExp(`\\b${column.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\b`, "i");
  for (const path of repository.paths.filter(holdsSql)) if (word.test((await repository.read(path))?.text ?? "")) return;
  const name = [table.schema, table.name].filter(Boolean).join(".");
  const place = await placeOf(column, name, repository);
  throw new CannotCheck(
    `${place}${name} has no column ${column}: its CREATE TABLE does not name it, and no file of the repository does`,
  );
}

/** `failcheck.yaml:5:12 `, where the configuration names the column behind its table. */
async function placeOf(column: string, table: string, repository: Repository): Promise<string> {
  for (const path of configFiles.filter((one) => repository.has(one))) {
    const text = (await repository.read(path))?.text ?? "";
    const found = text.indexOf(column, Math.max(0, text.indexOf(table)));
    if (found < 0) continue;
    const before = text.slice(0, found).split("\n");
    return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} `;
  }
  return "";
}
