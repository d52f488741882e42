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
import type { Dialect, Reading, SqlText, SqlTree } from "./sql.ts";
import { findWrites } from "./writes.ts";

/** A statement's first word after blanks, comments and Jinja: matches `-- x\n select 1` and `{% set x = 1 %} with`, not `Selected rows`. */
const opening =
  /^(?:\s{1,200}|--[^\n]{0,500}\n|\/\*[^*]{0,2000}\*\/|\(|\{%[^%]{0,1000}%\}|\{#[^#]{0,1000}#\}|\{\{[^}]{0,1000}\}\}){0,40}(?:select|with|insert|update|delete|merge|create|copy|explain|refresh|do)\b/i;

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
export interface Holder {
  readonly read: ReadSql;
  readonly writing: Writing;
  readonly patience: Patience;
}

function textsOf(candidate: Candidate, holder: Holder): SqlText[] {
  return candidate.variants.flatMap((variant) => {
    const { text } = join(variant);
    if (!opening.test(text)) return [];
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
