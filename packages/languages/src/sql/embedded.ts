import type { Parse, Problem } from "@failcheck/core";
import type { CodeTree } from "../code/code-tree.ts";
import { builtTexts } from "./builders/built-texts.ts";
import { modelsOf } from "./models.ts";
import { findSteps } from "./migration-steps.ts";
import { join } from "./pieces.ts";
import { findCandidates } from "./program.ts";
import type { Candidate } from "./program.ts";
import type { Variant } from "./program-text.ts";
import type { Patience, ReadSql, Writing } from "./reading-parser.ts";
import { routineTexts } from "./routine-texts.ts";
import { closedCommentEnd } from "./span.ts";
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";
import { findWrites } from "./writes.ts";

/** What may stand before a statement's first word, comments apart: matches `  `, `(`, `{% set x = 1 %}`, `{{ config() }}`; not `x`. */
const before = /\s+|\(|\{%[^%]{0,1000}%\}|\{#[^#]{0,1000}#\}|\{\{[^}]{0,1000}\}\}/y;

/** A statement's first word: matches `select`, `WITH`; not `Selected rows`. */
const firstWord = /(?:select|with|insert|update|delete|merge|create|copy|explain|refresh|do)\b/iy;

/** Whether a text begins as a statement does: `-- x\n select 1`, `/* x *\/ (select 1)`. An open comment may hide anything. */
function opensStatement(text: string): boolean {
  let at = 0;
  for (let last = -1; last !== at;) {
    last = at;
    before.lastIndex = at;
    if (before.test(text)) at = before.lastIndex;
    at = closedCommentEnd(text, at);
  }
  firstWord.lastIndex = at;
  return text.startsWith("/*", at) || firstWord.test(text);
}

/** Functions and tags that are given SQL. */
const takers = new Set(
  `execute executemany executescript query raw read_sql read_sql_query text fetch fetchval fetchrow fetchall fetchone prepare unsafe
   $queryRaw $executeRaw $queryRawUnsafe $executeRawUnsafe sql scalar scalars mogrify run_query any one many none oneOrNone manyOrNone`.split(
    /\s+/,
  ),
);

/** The SQL in the strings of a program. */
export function embeddedSql(parse: Parse<CodeTree>, read: ReadSql, writing: Writing): Parse<SqlTree> {
  return (file) => {
    const tree = parse(file);
    const holder: Holder = { read, writing, patience: { stopped: false } };
    const texts = findCandidates(tree).flatMap((candidate) => textsOf(candidate, holder));
    return {
      texts,
      steps: findSteps(tree),
      models: modelsOf(tree),
      writes: (models) => findWrites(tree, models),
      built: (models) => builtTexts(tree, models, holder),
      problems: tree.problems,
    };
  };
}

/** What the texts of one file share. */
interface Holder {
  readonly read: ReadSql;
  readonly writing: Writing;
  readonly patience: Patience;
}

function textsOf(candidate: Candidate, holder: Holder): SqlText[] {
  return candidate.variants.flatMap((variant) => {
    const { text } = join(variant);
    if (!opensStatement(text)) return [];
    const whole = { text, at: candidate.node.at, read: readOnce((dialect) => readVariant(candidate, variant, dialect, holder)) };
    return [whole, ...routineTexts(variant, holder)];
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

function readVariant({ node, reaches }: Candidate, variant: Variant, dialect: Dialect, holder: Holder): Reading {
  const reading = holder.read(variant, holder.writing, dialect, holder.patience);
  if (reading.problems.length === 0) return reading;
  const sure = reaches !== undefined && takers.has(reaches);
  const problems: readonly Problem[] = sure || isTagged(node.type) ? reading.problems : [];
  return { statements: [], literals: [], unsure: [], problems };
}

function isTagged(type: string): boolean {
  return type === "TaggedTemplateExpression";
}
