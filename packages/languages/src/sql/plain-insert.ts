import type { Expression } from "./expression.ts";
import type { Prepared } from "./pieces.ts";
import type { Insert } from "./query.ts";
import type { Reading } from "./sql.ts";
import { nameEnd, spanEnd } from "./span.ts";

/** A name without capitals, bare or quoted: matches `titan`, `"id"`, "`id`"; not `"Id"` or `créé`. */
const name = /[a-z_][a-z0-9_]{0,62}|"[a-z_][a-z0-9_]{0,62}"|`[a-z_][a-z0-9_]{0,62}`/iy;

/** Matches `INSERT INTO `, not `INSERT IGNORE INTO`. */
const insertInto = /\s*insert\s{1,99}into\s{1,99}/iy;

/** Matches `) VALUES (` without the brackets: ` values `. */
const values = /\s*values\s*/iy;

/**
 * A value that means the same in every dialect, with the blanks around it: matches `-1.5`, `'it''s'`, `NULL`, `now()`; not `E'x'`,
 * `'a\b'`, `1 + 1`.
 */
const value =
  /\s*(?:([-+]?\d{1,40}(?:\.\d{1,40})?)|'((?:[^'\\]|'')*)'|(null|default|true|false)|(now\(\)|current_timestamp|current_date))\s*(?=[,)])/iy;

const blanks = /\s*/y;

const base = { with: [], recursive: false, order: [], limit: undefined, offset: undefined };

/**
 * Reads an INSERT of plain values, of which dumps are full: its form is so regular that a grammar has nothing to add, and costs
 * ten times as much. Undefined for any other text.
 */
export function readPlainInsert(prepared: Prepared): Reading | undefined {
  const { text } = prepared;
  const scan = scanner(text);
  if (scan.match(insertInto) === undefined) return undefined;
  const start = scan.at();
  const parts = namesBetween(scan, ".");
  if (parts === undefined || parts.length > 2) return undefined;
  scan.match(blanks);
  const columns = scan.sign("(") ? namesBetween(scan, ",") : undefined;
  if (columns === undefined || !scan.sign(")") || scan.match(values) === undefined) return undefined;
  const literals = new Set<string>();
  const rows = rowsOf(scan, prepared, columns.length, literals);
  if (rows === undefined) return undefined;
  const [last, schema] = parts.toReversed().map((part) => part.name);
  const statement: Insert = {
    kind: "insert",
    at: prepared.place(start, spanEnd(text.slice(0, scan.at()), start)),
    table: { schema, name: last ?? "", at: prepared.place(start, nameEnd(text, start)) },
    alias: undefined,
    columns: columns.map((column) => ({ name: column.name, at: prepared.place(column.at, column.end) })),
    source: { kind: "values", ...base, at: prepared.place(start, start), rows },
    conflict: [],
    returning: [],
    with: [],
  };
  return { statements: [statement], literals: [...literals], unsure: [], problems: [] };
}

interface Scanner {
  readonly at: () => number;
  /** What matches here, which it then goes past. */
  readonly match: (pattern: RegExp) => RegExpExecArray | undefined;
  readonly sign: (sign: string) => boolean;
}

function scanner(text: string): Scanner {
  let at = 0;
  return {
    at: () => at,
    match: (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text) ?? undefined;
      if (found !== undefined) at = pattern.lastIndex;
      return found;
    },
    sign: (sign) => {
      const here = text.charAt(at) === sign;
      if (here) at += 1;
      return here;
    },
  };
}

interface Name {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** Names with a sign between them; undefined where the case of one counts. */
function namesBetween(scan: Scanner, sign: string): Name[] | undefined {
  const found: Name[] = [];
  do {
    if (sign === ",") scan.match(blanks);
    const at = scan.at();
    const written = scan.match(name)?.[0];
    if (written === undefined) return undefined;
    const bare = written.toLowerCase();
    const quoted = bare.startsWith('"') || bare.startsWith("`");
    if (quoted && bare !== written) return undefined;
    found.push({ name: quoted ? bare.slice(1, -1) : bare, at, end: scan.at() });
    if (sign === ",") scan.match(blanks);
  } while (scan.sign(sign));
  return found;
}

/** Rows in brackets up to the end of the text; undefined where anything else stands there, or a row has another length. */
function rowsOf(scan: Scanner, prepared: Prepared, width: number, literals: Set<string>): Expression[][] | undefined {
  const rows: Expression[][] = [];
  do {
    scan.match(blanks);
    if (!scan.sign("(")) return undefined;
    const row: Expression[] = [];
    do {
      const from = scan.at();
      const found = scan.match(value);
      if (found === undefined) return undefined;
      const start = from + found[0].length - found[0].trimStart().length;
      row.push(expressionOf(found, prepared.place(start, from + found[0].trimEnd().length), literals));
    } while (scan.sign(","));
    if (!scan.sign(")") || row.length !== width) return undefined;
    rows.push(row);
    scan.match(blanks);
  } while (scan.sign(","));
  return scan.at() === prepared.text.length ? rows : undefined;
}

function expressionOf([, number, string, word, call]: RegExpExecArray, at: Expression["at"], literals: Set<string>): Expression {
  if (number !== undefined) return { kind: "literal", value: Number(number), at };
  if (string !== undefined) {
    const content = string.replaceAll("''", "'");
    literals.add(content);
    return { kind: "literal", value: content, at };
  }
  const known = word?.toLowerCase();
  if (known === "null") return { kind: "literal", value: null, at };
  if (known === "true" || known === "false") return { kind: "literal", value: known === "true", at };
  return { kind: "parameter", name: known ?? call ?? "", at };
}
