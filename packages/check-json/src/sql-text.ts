import type { CodeTree } from "@failcheck/languages";
import { flatten } from "@failcheck/languages";
import type { ColumnFacts } from "./facts.ts";
import type { Builder } from "./builder.ts";

/** Where a parameter goes: a cast says so (`json`), or the statement names the column. */
export type Destination = { readonly json: true } | { readonly table: string; readonly column: string };

/** One word, quoted name, string, cast or sign of SQL: matches `jobs`, `"Jobs"`, `'a''b'`, `::`, `$1`; not a blank. */
const token = /"[^"]{0,200}"|'(?:[^']|'')*'|::|[\w$]+(?:\.[\w$]+)*|\S/g;

/** The words and signs of a piece of SQL, names without quotes and in lower case. */
export function tokensOf(sql: string): readonly string[] {
  return [...sql.matchAll(token)].map(([text]) => (text.startsWith("'") ? "'" : text.replaceAll('"', "").toLowerCase()));
}

const isJson = (type: string | undefined): boolean => type === "json" || type === "jsonb";

/** Where a parameter between these words goes; undefined where that cannot be seen, and for `…::text::jsonb`. */
export function destinationOf(before: readonly string[], after: readonly string[]): Destination | undefined {
  if (after[0] === "::") return isJson(after[1]) ? { json: true } : undefined;
  if (before.at(-1) === "(" && before.at(-2) === "cast" && after[0] === "as")
    return isJson(after[1]) ? { json: true } : undefined;
  if (after[0] !== undefined && !/^(?:,|\)|;|where|returning|from|on)$/.test(after[0])) return undefined;
  return inserted(before) ?? updated(before);
}

/** The value at this place of `INSERT INTO t (a, b) VALUES (…`. */
function inserted(before: readonly string[]): Destination | undefined {
  const start = before.lastIndexOf("into");
  const values = before.lastIndexOf("values");
  const table = before[start + 1];
  if (start < 0 || values < start || table === undefined || before[start + 2] !== "(") return undefined;
  const columns = before.slice(start + 3, before.indexOf(")", start)).filter((word) => word !== ",");
  const place = placeInTuple(before.slice(values + 1));
  const column = place === undefined ? undefined : columns[place];
  return column === undefined ? undefined : { table: bareName(table), column };
}

/** How many commas stand before the end of the last open parenthesis. */
function placeInTuple(words: readonly string[]): number | undefined {
  let depth = 0;
  let place = 0;
  for (const word of words) {
    if (word === "(") depth++;
    if (word === ")") depth--;
    if (depth === 0 || (word === "(" && depth === 1)) place = 0;
    else if (word === "," && depth === 1) place++;
  }
  const last = words.at(-1);
  return depth === 1 && (last === "(" || last === ",") ? place : undefined;
}

/** `UPDATE t SET a = …`, before any WHERE. */
function updated(before: readonly string[]): Destination | undefined {
  const set = before.lastIndexOf("set");
  const start = before.lastIndexOf("update", set);
  const [table, column] = [before[start + 1], before.at(-2)];
  if (start < 0 || set < start || before.lastIndexOf("where") > set || before.at(-1) !== "=") return undefined;
  return table === undefined || column === undefined ? undefined : { table: bareName(table), column };
}

/** The table's own name: `jobs` of `public.jobs`. */
function bareName(table: string): string {
  return table.slice(table.lastIndexOf(".") + 1);
}

/** The columns of type json or jsonb that CREATE TABLE and ALTER TABLE name, by table. */
export function jsonTables(sql: string): ReadonlyMap<string, readonly string[]> {
  const words = tokensOf(sql);
  const tables = new Map<string, readonly string[]>();
  for (const [index, word] of words.entries()) {
    if (word !== "table") continue;
    const skip = words[index + 1] === "if" ? (words[index + 2] === "not" ? 4 : 3) : 1;
    const name = bareName(words[index + skip] ?? "");
    const created = words[index - 1] !== "alter" && words[index + skip + 1] === "(";
    const columns = created ? createdColumns(words, index + skip + 2) : addedColumns(words, index + skip + 1);
    if (columns.length > 0) tables.set(name, [...(tables.get(name) ?? []), ...columns]);
  }
  return tables;
}

function createdColumns(words: readonly string[], start: number): readonly string[] {
  const columns: string[] = [];
  let depth = 1;
  for (let index = start; index < words.length && depth > 0; index++) {
    const word = words[index];
    if (word === "(") depth++;
    if (word === ")") depth--;
    const begins = index === start || (words[index - 1] === "," && depth === 1);
    if (begins && word !== undefined && isJson(words[index + 1])) columns.push(word);
  }
  return columns;
}

function addedColumns(words: readonly string[], start: number): readonly string[] {
  const columns: string[] = [];
  for (let index = start; index < words.length && words[index] !== ";"; index++) {
    if (words[index] !== "add" && words[index] !== "alter") continue;
    let at = index + 1;
    if (words[at] === "column") at++;
    if (words[at] === "if") at += 3;
    const type = words[at + 1] === "type" ? words[at + 2] : words[at + 1];
    const name = words[at];
    if (name !== undefined && isJson(type)) columns.push(name);
  }
  return columns;
}

/** Tables that a program creates in a string are declared there. */
export function noteTables(tree: CodeTree, facts: Builder): void {
  for (const literal of tree.strings) {
    const { text } = flatten(literal, () => "x");
    if (!/\btable\b/i.test(text) || !/json/i.test(text)) continue;
    for (const [table, names] of jsonTables(text)) {
      const columns: Record<string, ColumnFacts> = {};
      for (const name of names) columns[name] = { at: literal.at, types: ["json:postgres"] };
      facts.classes[`sql:${table}`] = { at: literal.at, bases: [], columns, members: {}, sanitised: [], stored: table };
    }
  }
}
