import type { Parse } from "@failcheck/core";
import { python } from "../python/python.ts";
import { embeddedSql } from "./embedded.ts";
import { loadReading } from "./reading-parser.ts";
import type { SqlTree } from "./sql.ts";

/** SQL in the strings of a Python program. */
export async function loadPythonSql(): Promise<Parse<SqlTree>> {
  const [parse, read] = await Promise.all([python.load(), loadReading()]);
  return embeddedSql(parse, read, { plain: false, percent: true, jinja: true });
}
