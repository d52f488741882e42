import type { Range } from "@failcheck/core";
import type { CreateAs, SqlText, Statement } from "@failcheck/languages/sql";
import type { Catalog } from "./scopes/catalog.ts";
import type { Analysis, Instance, Mode, Names, Relation } from "./model.ts";
import type { Policy } from "./policy/policy.ts";
import { makeUniverse, probesOf } from "./worlds/probes.ts";
import type { Mask, Universe } from "./worlds/probes.ts";
import { doubtsOf, knownView, makeViewStore } from "./relations/known-views.ts";
import type { KnownView, ViewStore } from "./relations/known-views.ts";
import { named, relationOf } from "./relations/relation.ts";
import { outcomesOf } from "./figures/sinks.ts";

/** A place where revenue is told and rows that may not be counted change it, or nobody can say whether they do. */
export interface Verdict {
  readonly at: Range;
  readonly kind: "violation" | "unproven" | "right";
  readonly instance: Instance | undefined;
  /** The status of a row that slips in; null is NULL, undefined any status. */
  readonly witness: string | null | undefined;
  /** What is not known, for `unproven`. */
  readonly reason: string;
}

/** How much a statement may cost: sub-selects entered, each anew for each use. */
const budget = 400;

/**
 * Decides for each place of a statement where revenue is told. Nothing is said where all is right.
 * The rooms beside this file: `policy` is what the project asks for, `scopes` what a name stands for, `relations` which rows
 * there are, `expressions` what is true of a row, `figures` where revenue ends up, `worlds` the rows that are held against it.
 */
export function decide(
  statement: Statement,
  literals: readonly string[],
  policy: Policy,
  catalog: Catalog,
  store: ViewStore = makeViewStore(),
): Verdict[] {
  try {
    return decideWhole(statement, literals, policy, catalog, store);
  } catch (error) {
    // The decision follows the query by recursion, and a thousand levels exhaust the stack: that is not decided, and no crash.
    if (error instanceof RangeError) return [tooLarge(statement)];
    throw error;
  }
}

function tooLarge(statement: Statement): Verdict {
  return { at: rangeOf(statement), kind: "unproven", instance: undefined, witness: undefined, reason: "a query of this size" };
}

function decideWhole(
  statement: Statement,
  literals: readonly string[],
  policy: Policy,
  catalog: Catalog,
  store: ViewStore,
): Verdict[] {
  const { requirement } = policy;
  const universe = makeUniverse(literals, requirement.values, (status) => requirement.accepts(status));
  const run = (mode: Mode): Run =>
    runOnce(statement, { universe, policy, catalog, mode, store, key: `${mode}\0${literals.join("\0")}` });
  const worst = run("worst");
  if (worst.bad.size === 0 && worst.unsure.length === 0 && !universe.whole)
    return worst.right.map((verdict): Verdict => ({ ...verdict, kind: "unproven", reason: "more texts than can be tried" }));
  if (worst.bad.size === 0) return worst.unsure.length > 0 ? worst.unsure : worst.right;
  const others = worst.doubts.size === 0 ? [] : [run("trusting"), run("inverse")];
  const found: Verdict[] = [];
  for (const [key, verdict] of worst.bad) {
    const excused = others.some((other) => !other.bad.has(key));
    if (excused) found.push({ ...verdict, kind: "unproven", reason: [...worst.doubts].join(", ") });
    else found.push(verdict);
  }
  return [...found, ...worst.unsure];
}

interface Run {
  readonly bad: ReadonlyMap<string, Verdict>;
  readonly unsure: Verdict[];
  readonly right: Verdict[];
  readonly doubts: ReadonlySet<string>;
}

/** What all analyses of one run have in common. */
interface Setting extends Pick<Analysis, "universe" | "policy" | "mode"> {
  readonly catalog: Catalog;
  readonly store: ViewStore;
  /** Names the rows that are held against it: views that are known with the same are known. */
  readonly key: string;
}

function runOnce(statement: Statement, setting: Setting): Run {
  const { universe, store } = setting;
  store.left = budget;
  const { analysis, below } = makeAnalysis(setting);
  const bad = new Map<string, Verdict>();
  const unsure: Verdict[] = [];
  const right: Verdict[] = [];
  for (const { flows, chosen } of outcomesOf(statement, analysis)) {
    for (const { instance, mask, at, weight } of flows) {
      if (weight === "rows") continue;
      const key = at.join("-");
      const wrong = mask & ~universe.good;
      if (wrong !== 0n && !bad.has(key))
        bad.set(key, { at, kind: "violation", instance, witness: witnessOf(wrong, universe), reason: "" });
      if (wrong === 0n) right.push({ at, kind: "right", instance, witness: undefined, reason: "" });
      if (wrong === 0n && (chosen.get(instance) ?? 0n) & ~universe.good) {
        unsure.push({ at, kind: "unproven", instance, witness: undefined, reason: "which rows LIMIT or DISTINCT ON has chosen" });
      }
    }
  }
  if (!analysis.spend(0)) unsure.push(tooLarge(statement));
  return {
    bad,
    unsure: unsure.slice(0, 1),
    right: right.slice(0, 1),
    doubts: new Set([...analysis.doubts, ...doubtsOf(below())]),
  };
}

/** Where a statement begins to say something. */
export function rangeOf(statement: Statement): Range {
  return statement.kind === "query" ? statement.query.at : statement.at;
}

/**
 * An analysis, and the view that it has read first. That one is worked out once for all statements; a further one in the same
 * statement is worked out anew, so that two uses of a view do not narrow each other.
 */
function makeAnalysis(setting: Setting): { readonly analysis: Analysis; readonly below: () => KnownView | undefined } {
  const { policy, universe, mode, catalog, store } = setting;
  const noNames: Names = { find: () => undefined };
  let first: KnownView | undefined;
  const analysis: Analysis = {
    policy,
    universe,
    mode,
    doubts: new Set(),
    relation: (query, outer, names) => relationOf(query, outer, analysis, names),
    columns: (schema, name) => catalog.columns(schema, name),
    views: (schema, name): Relation | undefined => {
      const trusted = policy.views[name] ?? policy.views[`${schema ?? ""}.${name}`];
      const view = trusted === undefined ? catalog.view(schema, name) : undefined;
      if (view === undefined) return undefined;
      if (first !== undefined || !catalog.distinct)
        return named(relationOf(view.query, undefined, analysis, noNames), view.columns);
      first = knownView(store, setting.key, view, () => viewOf(view, setting));
      return first.relation;
    },
    spend: (cost) => {
      store.left -= cost;
      return store.left >= 0;
    },
  };
  return { analysis, below: () => first };
}

function viewOf(view: CreateAs, setting: Setting): KnownView {
  const { analysis, below } = makeAnalysis(setting);
  const relation = named(relationOf(view.query, undefined, analysis, { find: () => undefined }), view.columns);
  return { relation, doubts: analysis.doubts, below: below() };
}

/** The row to show: one without status where it slips in, else the plainest. */
function witnessOf(wrong: Mask, { values, rows, good }: Universe): string | null | undefined {
  if (wrong === (rows & ~good)) return undefined;
  const found = [...probesOf(wrong)].map((probe) => values[probe] ?? null);
  return found.includes(null) ? null : found[0];
}

/** Whether a text speaks of one of these names at all; what does not needs no parser. */
export function speaksOf(text: Pick<SqlText, "text">, names: readonly string[]): boolean {
  const lower = text.text.toLowerCase();
  return names.some((name) => lower.includes(name));
}
