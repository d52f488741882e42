import { dialects } from "@failcheck/languages/sql";
import type { TableName } from "@failcheck/languages/sql";
import * as v from "valibot";

/** The options of the rules about inserted columns. */
export const insertOptions = v.object({
  tables: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1, "name at least one column"))),
      v.description("For each table, as `schema.table`, `table` or `schema.*`, the columns that every INSERT must name."),
    ),
    {},
  ),
  dialect: v.optional(v.pipe(v.picklist(dialects), v.description("The dialect that the SQL is written in.")), "postgres"),
});

export type InsertOptions = v.InferOutput<typeof insertOptions>;

/** The columns that an INSERT into this table must name. */
export function requiredColumns(options: InsertOptions, schema: string | undefined, name: string): readonly string[] {
  const found = Object.entries(options.tables).filter(([pattern]) => isNamed(pattern, schema, name));
  return [...new Set(found.flatMap(([, columns]) => columns))];
}

/** The parts of `schema.table`, `table` or `schema.*`. */
export function patternParts(pattern: string): readonly [schema: string | undefined, name: string] {
  const dot = pattern.lastIndexOf(".");
  return dot < 0 ? [undefined, pattern] : [pattern.slice(0, dot), pattern.slice(dot + 1)];
}

function isNamed(pattern: string, schema: string | undefined, name: string): boolean {
  const [patternSchema, patternName] = patternParts(pattern);
  if (patternName !== "*")
    return name === patternName && (schema === undefined || patternSchema === undefined || schema === patternSchema);
  return patternSchema === schema;
}

/** The words of which one stands in every file that inserts into such a table. */
export function insertMentions(options: InsertOptions): string[] {
  return Object.keys(options.tables).map((pattern) => {
    const [schema = "", name] = patternParts(pattern);
    return (name === "*" ? schema : name).toLowerCase();
  });
}

/** `titan.jobs`. */
export function tableText({ schema, name }: Pick<TableName, "schema" | "name">): string {
  return schema === undefined ? name : `${schema}.${name}`;
}
