import type { Parse } from "@failcheck/core";
import { typescript } from "../typescript/typescript.ts";
import { embeddedSql } from "./embedded.ts";
import { loadPostgres } from "./postgres-parser.ts";
import type { SqlTree } from "./sql.ts";

/** SQL in the strings of a TypeScript or JavaScript program. */
export async function loadTypeScriptSql(): Promise<Parse<SqlTree>> {
  const [parse, postgres] = await Promise.all([typescript.load(), loadPostgres()]);
  return embeddedSql(parse, postgres, { percent: false, jinja: false });
}
