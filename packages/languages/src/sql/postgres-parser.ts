import { readFile } from "node:fs/promises";
import type { Range } from "@failcheck/core";
import type { ParseResult } from "libpg-query";
import load from "libpg-query/wasm/libpg-query.js";
import type { PostgresModule } from "libpg-query/wasm/libpg-query.js";
import { wasmFile } from "../wasm.ts";
import type { Prepared } from "./pieces.ts";
import { readExpression } from "./postgres-expression.ts";
import { readQuery, readSource } from "./postgres-query.ts";
import type { Reader } from "./postgres-reader.ts";
import { readStatement } from "./postgres-statement.ts";
import type { Reading } from "./sql.ts";
import { nameEnd, spanEnd } from "./span.ts";

/** Reads statements with PostgreSQL's own grammar. */
export type ReadPostgres = (prepared: Prepared) => Reading;

let loading: Promise<ReadPostgres> | undefined;

/** Loads PostgreSQL's parser (1.7 MB of WebAssembly) when it is first asked for. */
export function loadPostgres(): Promise<ReadPostgres> {
  loading ??= start();
  return loading;
}

async function start(): Promise<ReadPostgres> {
  const wasmBinary = await readFile(wasmFile("libpg-query.wasm", "libpg-query/wasm/libpg-query.wasm"));
  const postgres = await load({ wasmBinary });
  // The grammar's own function, the largest by far, is compiled when it is called first: while others are still waiting for git.
  parse(postgres, "SELECT 1");
  return (prepared) => read(postgres, prepared);
}

function read(postgres: PostgresModule, prepared: Prepared): Reading {
  try {
    return readText(postgres, prepared);
  } catch (error) {
    // The grammar goes thousands of levels down, recursion in JavaScript does not: that is a bad text, not a crash.
    if (error instanceof RangeError) return failed(prepared, 0, "nested too deeply");
    throw error;
  }
}

function readText(postgres: PostgresModule, prepared: Prepared): Reading {
  const result = parse(postgres, prepared.text);
  const utf16 = offsets(prepared.text);
  if ("error" in result) return failed(prepared, utf16(result.offset), result.error);
  const literals = new Set<string>();
  const reader = makeReader(prepared, utf16, literals);
  const statements = (result.tree.stmts ?? []).flatMap(({ stmt }) => (stmt === undefined ? [] : [reader.statement(stmt)]));
  return { statements, literals: [...literals], unsure: [], problems: [] };
}

function failed(prepared: Prepared, offset: number, message: string): Reading {
  const at = prepared.place(offset, spanEnd(prepared.text, offset));
  return { statements: [], literals: [], unsure: [], problems: [{ at, message }] };
}

function makeReader(prepared: Prepared, utf16: (byte: number) => number, literals: Set<string>): Reader {
  const reader: Reader = {
    at(byte): Range {
      const start = utf16(byte ?? 0);
      return prepared.place(start, spanEnd(prepared.text, start));
    },
    nameAt(byte): Range {
      const start = utf16(byte ?? 0);
      return prepared.place(start, nameEnd(prepared.text, start));
    },
    placeholder: (number) => prepared.placeholders[number - 1] ?? { kind: "parameter", text: `$${number}` },
    note: (literal) => literals.add(literal),
    expression: (node) => readExpression(reader, node),
    query: (select) => readQuery(reader, select),
    source: (node) => readSource(reader, node),
    statement: (node) => readStatement(reader, node),
  };
  return reader;
}

/** From the parser's UTF-8 offsets to UTF-16 offsets. */
function offsets(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => byte;
  const table: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) table.push(at);
    at += character.length;
  }
  return (byte) => table[byte] ?? text.length;
}

type Parsed = { readonly tree: ParseResult } | { readonly error: string; readonly offset: number };

function parse(postgres: PostgresModule, text: string): Parsed {
  const size = postgres.lengthBytesUTF8(text) + 1;
  const pointer = postgres._malloc(size);
  let result = 0;
  try {
    postgres.stringToUTF8(text, pointer, size);
    result = postgres._wasm_parse_query_raw(pointer);
    const error = postgres.getValue(result + 8, "i32");
    if (error !== 0) return readError(postgres, error);
    const tree: unknown = JSON.parse(postgres.UTF8ToString(postgres.getValue(result, "i32")));
    return isParseResult(tree) ? { tree } : { error: "no parse tree", offset: 0 };
  } finally {
    postgres._free(pointer);
    if (result !== 0) postgres._wasm_free_parse_result(result);
  }
}

/** The fields of libpg_query's error: message, function, file, line, cursor (from 1). */
function readError(postgres: PostgresModule, error: number): Parsed {
  const message = postgres.UTF8ToString(postgres.getValue(error, "i32"));
  return { error: message, offset: Math.max(0, postgres.getValue(error + 16, "i32") - 1) };
}

function isParseResult(tree: unknown): tree is ParseResult {
  return typeof tree === "object" && tree !== null;
}
