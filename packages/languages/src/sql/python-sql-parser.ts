import type { Parse } from "@failcheck/core";
import { python } from "../python/python.ts";
import { embeddedSql } from "./embedded.ts";
import { loadPostgres } from "./postgres-parser.ts";
import type { SqlTree } from "./sql.ts";

/** SQL in the strings of a Python program. */
export async function loadPythonSql(): Promise<Parse<SqlTree>> {
  const [parse, postgres] = await Promise.all([python.load(), loadPostgres()]);
  return embeddedSql(parse, postgres, { percent: true, jinja: false });
}
