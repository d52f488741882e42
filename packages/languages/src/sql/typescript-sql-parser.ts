import type { Parse } from "@failcheck/core";
import { typescript } from "../typescript/typescript.ts";
import { embeddedSql } from "./embedded.ts";
import { loadReading } from "./reading-parser.ts";
import type { SqlTree } from "./sql.ts";

/** SQL in the strings of a TypeScript or JavaScript program. */
export async function loadTypeScriptSql(): Promise<Parse<SqlTree>> {
  const [parse, read] = await Promise.all([typescript.load(), loadReading()]);
  return embeddedSql(parse, read, { plain: false, percent: false, jinja: false });
}
