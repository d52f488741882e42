import type { Range } from "@failcheck/core";
import type { ColumnFacts, Framework } from "../facts.ts";
import type { Program } from "./program.ts";
import { lineage, resolve } from "./resolve.ts";
import type { ClassThing } from "./things.ts";
import { jsonType } from "./types.ts";
import { own } from "../own.ts";

/** A column that stores JSON, and where it is declared. */
export interface JsonColumn {
  /** `Job.payload`, as a reader would call it. */
  readonly label: string;
  readonly path: string;
  readonly at: Range;
  readonly framework: Framework;
  readonly table: string | undefined;
  readonly name: string;
  /** False where no declaration is known: a cast in the statement says what the column is. */
  readonly declared?: false;
}

/** The JSON column of this name; undefined where it is none, or where that cannot be known. */
export async function jsonColumn(program: Program, of: ClassThing, name: string): Promise<JsonColumn | undefined> {
  let table: string | undefined;
  for await (const owner of lineage(program, of)) {
    if (owner.kind !== "class") continue;
    table ??= owner.facts.stored;
    if (owner.facts.sanitised.includes(name)) return undefined;
    const found = await declaredBy(program, owner, name);
    if (!found) continue;
    const type = await typeOf(program, of, found.owner, found.column);
    if (!type) return undefined;
    const label = `${of.facts.stored !== undefined && of.name.includes("@") ? of.facts.stored : of.name}.${name}`;
    return { label, path: found.owner.file, at: found.column.at, framework: type, table, name: found.column.stored ?? name };
  }
  return undefined;
}

interface Declared {
  readonly owner: ClassThing;
  readonly column: ColumnFacts;
}

async function declaredBy(program: Program, owner: ClassThing, name: string): Promise<Declared | undefined> {
  const { columns, table } = owner.facts;
  const column = own(columns, name) ?? Object.values(columns).find(({ stored }) => stored === name);
  if (column) return { owner, column };
  const behind = table === undefined ? undefined : await resolve(program, owner.file, table);
  return behind?.kind === "class" && behind.name !== owner.name ? declaredBy(program, behind, name) : undefined;
}

async function typeOf(program: Program, of: ClassThing, owner: ClassThing, column: ColumnFacts): Promise<Framework | undefined> {
  const direct = await jsonType(program, owner.file, column.types);
  if (direct || column.annotation === undefined) return direct?.framework;
  for await (const above of lineage(program, of)) {
    const types = above.kind === "class" ? own(above.facts.typeMap, column.annotation) : undefined;
    if (types && above.kind === "class") return (await jsonType(program, above.file, types))?.framework;
  }
  return undefined;
}
