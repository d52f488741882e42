import type { Range } from "@failcheck/core";
import type { Prepared } from "../pieces.ts";
import type { Placeholder } from "../postgres-reader.ts";
import { quoteEnd, spanEnd } from "../span.ts";
import type { Dialect, Reading } from "../sql.ts";
import { parseForeign } from "./dialect-parser.ts";
import { readForeignExpression } from "./expression.ts";
import { isNode, nodeAt, unknownKey } from "./node.ts";
import { readForeignQuery } from "./query.ts";
import type { ForeignReader } from "./reader.ts";
import { readForeignStatement } from "./statement.ts";

/** What a dialect's own parser made of a text, and whether it had to be stopped. */
export interface ForeignReading extends Reading {
  readonly stopped: boolean;
}

/** What is longer is data, and would only be stopped. */
const longest = 200_000;

/** Reads a statement with node-sql-parser's build of a dialect. */
export function readForeign(prepared: Prepared, dialect: Dialect): ForeignReading {
  if (prepared.text.length > longest) return failed(prepared, 0, "too long a statement", false);
  try {
    return read(prepared, dialect);
  } catch (error) {
    // The tree is followed by recursion, and thousands of brackets exhaust the stack: that is a bad text, not a crash.
    if (error instanceof RangeError) return failed(prepared, 0, "nested too deeply", false);
    throw error;
  }
}

function read(prepared: Prepared, dialect: Dialect): ForeignReading {
  const text = withNames(prepared.text);
  const parsed = parseForeign(text, dialect);
  if ("stopped" in parsed) return failed(prepared, 0, "the parser was stopped after half a second", true);
  if ("error" in parsed) return failed(prepared, parsed.offset, briefly(parsed.error), false);
  const found = { literals: new Set<string>(), unsure: new Set<string>() };
  const reader = makeReader(prepared, text, dialect, found);
  const trees = (Array.isArray(parsed.tree) ? parsed.tree : [parsed.tree]).filter(isNode);
  const statements = trees.map((tree) => readForeignStatement(reader, tree));
  const known = statements.flatMap((statement) => statement ?? []);
  if (known.length < statements.length || known.length === 0) return failed(prepared, 0, "a statement of another kind", false);
  return { statements: known, literals: [...found.literals], unsure: [...found.unsure], problems: [], stopped: false };
}

function failed(prepared: Prepared, offset: number, message: string, stopped: boolean): ForeignReading {
  const at = prepared.place(offset, spanEnd(prepared.text, offset));
  return { statements: [], literals: [], unsure: [], problems: [{ at, message }], stopped };
}

/** `Expected "(", … but "x" found.`, without the list. */
function briefly(message: string): string {
  const found = /but (.{1,60}?) found/.exec(message)?.[1];
  return found === undefined ? "syntax error" : `syntax error at or near ${found}`;
}

/** Placeholders as names, which stand wherever a value does: `$1` becomes `_1`, so that places stay. */
function withNames(text: string): string {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const here = text.charAt(at);
    const end = here === "'" || here === '"' || here === "`" ? quoteEnd(text, at, false) : at + 1;
    const isPlace = here === "$" && /\d/.test(text.charAt(at + 1)) && !/[\w$]/.test(text.charAt(at - 1));
    found.push(isPlace ? "_" : text.slice(at, end));
    at = end;
  }
  return found.join("");
}

interface Found {
  readonly literals: Set<string>;
  readonly unsure: Set<string>;
}

function makeReader(prepared: Prepared, text: string, dialect: Dialect, { literals, unsure }: Found): ForeignReader {
  const range = (start: number): Range => prepared.place(start, spanEnd(prepared.text, start));
  const reader: ForeignReader = {
    dialect,
    at: (node, name) => range(offsetOf(node) ?? nameOffset(text, name)),
    placeholder: (name): Placeholder | undefined => {
      const number = /^_(\d{1,5})$/.exec(name)?.[1];
      return number === undefined ? undefined : prepared.placeholders[Number(number) - 1];
    },
    note: (literal) => literals.add(literal),
    strange: (what) => unsure.add(what),
    only: (node, keys) => {
      const key = unknownKey(node, keys);
      if (key !== undefined) unsure.add(key.replaceAll("_", " ").toUpperCase());
    },
    expression: (value) => readForeignExpression(reader, value),
    query: (value) => readForeignQuery(reader, value),
  };
  return reader;
}

function offsetOf(node: unknown): number | undefined {
  const offset = isNode(node) ? nodeAt(nodeAt(node, "loc") ?? {}, "start")?.offset : undefined;
  return typeof offset === "number" ? offset : undefined;
}

/** Where a name stands first; the beginning where it does not. */
function nameOffset(text: string, name: string | undefined): number {
  if (name === undefined || name === "") return 0;
  return Math.max(0, text.toLowerCase().search(new RegExp(`\\b${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").toLowerCase()}\\b`)));
}
