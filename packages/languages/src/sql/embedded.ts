import type { Parse, Problem } from "@failcheck/core";
import type { CodeTree } from "../code/code-tree.ts";
import { asPostgres } from "./dialect.ts";
import { findFigures } from "./figures.ts";
import { findSteps } from "./migration-steps.ts";
import { join } from "./pieces.ts";
import type { ReadPostgres } from "./postgres-parser.ts";
import { prepare } from "./prepare.ts";
import type { Style } from "./prepare.ts";
import { findCandidates } from "./program.ts";
import type { Candidate } from "./program.ts";
import type { Variant } from "./program-text.ts";
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";
import { findWrites } from "./writes.ts";

/** A statement's first word after blanks and comments: matches `-- x\n select 1`, not `Selected rows`. */
const opening =
  /^(?:\s{1,200}|--[^\n]{0,500}\n|\/\*[^*]{0,2000}\*\/|\(){0,40}(?:select|with|insert|update|delete|merge|create|copy|explain|refresh|do)\b/i;

/** Functions and tags that are given SQL. */
const takers = new Set(
  `execute executemany executescript query raw read_sql read_sql_query text fetch fetchval fetchrow fetchall fetchone prepare unsafe
   $queryRaw $executeRaw $queryRawUnsafe $executeRawUnsafe sql scalar scalars mogrify run_query any one many none oneOrNone manyOrNone`.split(
    /\s+/,
  ),
);

/** The SQL in the strings of a program. */
export function embeddedSql(parse: Parse<CodeTree>, postgres: ReadPostgres, style: Style): Parse<SqlTree> {
  return (file) => {
    const tree = parse(file);
    const texts = findCandidates(tree).flatMap((candidate) => textsOf(candidate, postgres, style));
    return { texts, writes: findWrites(tree), steps: findSteps(tree), figures: findFigures(tree), problems: tree.problems };
  };
}

function textsOf(candidate: Candidate, postgres: ReadPostgres, style: Style): SqlText[] {
  return candidate.variants.flatMap((variant) => {
    const plain = join(variant);
    if (!opening.test(plain.text)) return [];
    return [
      {
        text: plain.text,
        at: candidate.node.at,
        read: readOnce((dialect) => read(candidate, inDialect(variant, dialect), postgres, style)),
      },
    ];
  });
}

function readOnce(make: (dialect: Dialect) => Reading): SqlText["read"] {
  const readings = new Map<Dialect, Reading>();
  return (dialect) => {
    const reading = readings.get(dialect) ?? make(dialect);
    readings.set(dialect, reading);
    return reading;
  };
}

function inDialect(variant: Variant, dialect: Dialect): Variant {
  if (dialect === "postgres") return variant;
  return variant.map((piece) => (piece.placeholder === undefined ? { ...piece, text: asPostgres(piece.text, dialect) } : piece));
}

function read({ node, reaches }: Candidate, variant: Variant, postgres: ReadPostgres, style: Style): Reading {
  let first: Reading | undefined;
  for (const prepared of prepare(variant, style)) {
    const reading = postgres(prepared);
    if (reading.problems.length === 0) return reading;
    first ??= reading;
  }
  const sure = reaches !== undefined && takers.has(reaches);
  const problems: readonly Problem[] = sure || isTagged(node.type) ? (first?.problems ?? []) : [];
  return { statements: [], literals: [], problems };
}

function isTagged(type: string): boolean {
  return type === "TaggedTemplateExpression";
}
