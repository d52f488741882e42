import type { Edit, Range, Repository, SourceFile } from "@failcheck/core";
import type { Reading, SqlText } from "@failcheck/languages/sql";
import type { JudgedFile } from "../repository/judged-files.ts";
import { catalogsIn, definitionsIn, makeCatalog } from "./scopes/catalog.ts";
import type { Catalog } from "./scopes/catalog.ts";
import { decide, rangeOf, speaksOf } from "./decide.ts";
import type { Verdict } from "./decide.ts";
import { tableNames } from "./policy/options.ts";
import type { RevenueOptions } from "./policy/options.ts";
import { makeViewStore } from "./relations/known-views.ts";
import type { ViewStore } from "./relations/known-views.ts";
import { policyIn } from "./policy/policy-in.ts";
import type { Policy } from "./policy/policy.ts";
import { addConditions, unwritten } from "./policy/strict.ts";

/** A text that nobody can read, though it speaks of a table. */
export interface Unread {
  readonly at: Range;
  readonly problem: string;
  /** It speaks of revenue as well, so that a figure may stand in it. */
  readonly revenue: boolean;
}

/** A figure that counts the right rows without all that `mode: strict` wants to read. */
export interface Unwritten {
  readonly at: Range;
  readonly conditions: readonly string[];
  readonly fix: readonly Edit[] | undefined;
}

export interface Verdicts {
  readonly decided: readonly Verdict[];
  readonly unwritten: readonly Unwritten[];
  readonly unread: readonly Unread[];
}

const none: Verdicts = { decided: [], unwritten: [], unread: [] };

/** What is to be said about the SQL of a file. */
export async function verdictsOn(judged: JudgedFile, options: RevenueOptions, repository: Repository): Promise<Verdicts> {
  const { tree, definers, altered, models } = judged;
  const others = definers.filter((one) => one.tree !== tree);
  const own = definitionsIn([{ tree }], options.dialect);
  const catalog = makeCatalog([...definitionsIn(others, options.dialect), ...own], altered);
  const policy = await policyIn(options, catalog, repository);
  if (policy === undefined) return none;
  const names = [...tableNames(options), ...catalog.views];
  const texts = [...tree.texts.filter((text) => speaksOf(text, names)), ...tree.built(models)];
  const catalogAt = catalogsIn(catalog, own);
  const isLost = tree.problems.length > 0 && texts.every((text) => text.read(options.dialect).statements.length === 0);
  const store = makeViewStore();
  const found = texts.map((text) => {
    const says = (reading: Reading): readonly Verdict[] => verdictsOnReading(reading, policy, catalogAt(text.at[0]), store);
    return verdictsOnText(text, policy, says, options, judged.file);
  });
  const unread = found.flatMap(({ unread: missing }) => missing);
  return {
    decided: distinct(found.flatMap(({ decided }) => decided)),
    unwritten: found.flatMap(({ unwritten: missing }) => missing),
    unread: isLost && unread.length === 0 ? lostIn(judged, names, policy) : unread,
  };
}

/** A query somewhere in a program: matches `select 1 from`, not `selected`. */
const query = /\bselect\b[^]{0,4000}\bfrom\b/i;

/** A program that is so broken that no query in it can be read, though one of revenue stands there. */
function lostIn({ file, tree }: JudgedFile, names: readonly string[], policy: Policy): Unread[] {
  const [problem] = tree.problems;
  if (problem === undefined || !query.test(file.text)) return [];
  const speaks = speaksOf(file, names) && speaksOfRevenue(file, policy);
  return speaks ? [{ at: problem.at, problem: `the program cannot be read: ${problem.message}`, revenue: true }] : [];
}

/** What an INSERT that reads rows has: matches `insert into t select 1`, not `insert into t values (1)`, of which dumps are full. */
const asks = /\b(?:select|table|returning)\b/i;

/** Matches `insert into t`, also behind comments of one line; not `with x as (…) insert`. */
const inserts = /^(?:\s+|--[^\n]*\n)*insert\b/i;

function verdictsOnText(
  text: SqlText,
  policy: Policy,
  says: (reading: Reading) => readonly Verdict[],
  { dialect }: RevenueOptions,
  file: SourceFile,
): Verdicts {
  if (inserts.test(text.text) && !asks.test(text.text)) return none;
  const reading = text.read(dialect);
  const [problem] = reading.problems;
  if (problem !== undefined)
    return { ...none, unread: [{ at: problem.at, problem: problem.message, revenue: speaksOfRevenue(text, policy) }] };
  const verdicts = says(reading);
  if (verdicts.length === 0 && reading.unsure.length > 0 && speaksOfRevenue(text, policy)) {
    const [statement] = reading.statements;
    const at = statement === undefined ? text.at : rangeOf(statement);
    return {
      ...none,
      decided: [{ at, kind: "unproven", instance: undefined, witness: undefined, reason: reading.unsure.join(", ") }],
    };
  }
  return {
    ...none,
    decided: verdicts.filter(({ kind }) => kind !== "right"),
    unwritten: policy.strict ? strictly(text, verdicts, policy, file) : [],
  };
}

function speaksOfRevenue(text: Pick<SqlText, "text">, policy: Policy): boolean {
  return speaksOf(
    text,
    policy.tables.flatMap(({ revenue }) => [...revenue]).map((column) => column.toLowerCase()),
  );
}

/** A verdict that all is right needs a reading without doubts, and the agreement of whoever else can read the text. */
function verdictsOnReading(reading: Reading, policy: Policy, catalog: Catalog, store: ViewStore): readonly Verdict[] {
  const { statements, literals, unsure, second } = reading;
  const verdicts = statements.flatMap((statement) => decide(statement, literals, policy, catalog, store));
  const right = verdicts.find(({ kind }) => kind === "right");
  if (right === undefined || verdicts.some(({ kind }) => kind !== "right")) return verdicts;
  if (unsure.length > 0) return [{ ...right, kind: "unproven", reason: unsure.join(", ") }];
  const other = second === undefined ? [] : verdictsOnReading(second, policy, catalog, store);
  if (!other.some(({ kind }) => kind === "violation")) return verdicts;
  return [{ ...right, kind: "unproven", reason: "which of two grammars reads it right" }];
}

function strictly(text: SqlText, verdicts: readonly Verdict[], policy: Policy, file: SourceFile): Unwritten[] {
  const missing = unwritten(text, policy);
  const right = verdicts.find(({ kind }) => kind === "right");
  if (right === undefined || missing.length === 0) return [];
  return [
    { at: right.at, conditions: missing.map((condition) => condition.text), fix: addConditions(text, missing, policy, file) },
  ];
}

/** One verdict for a place: the same words may be read on several paths of a program. */
function distinct(verdicts: readonly Verdict[]): Verdict[] {
  const found = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const key = verdict.at.join("-");
    if (found.get(key)?.kind !== "violation") found.set(key, verdict);
  }
  return [...found.values()].sort((one, other) => one.at[0] - other.at[0]);
}
