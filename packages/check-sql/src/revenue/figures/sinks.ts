import type { Query, Statement, With } from "@failcheck/languages/sql";
import { writtenFlows, returnedShapes } from "./changes.ts";
import { outgoing, settled } from "./flows.ts";
import type { Analysis, Flow, Instance, Names, Shape } from "../model.ts";
import type { Mask } from "../worlds/probes.ts";
import { withNames } from "../relations/relation.ts";

/** Where revenue leaves a statement. */
export interface Outcome {
  readonly flows: readonly Flow[];
  /** Statuses among which rows were chosen before they were narrowed. */
  readonly chosen: ReadonlyMap<Instance, Mask>;
}

const noNames: Names = { find: () => undefined };

/** Everything that a statement tells about revenue, to its reader or to the table it writes. */
export function outcomesOf(statement: Statement, analysis: Analysis): Outcome[] {
  switch (statement.kind) {
    case "query":
      return [...changesIn(statement.query.with, analysis), ...queryOutcomes(statement.query, analysis, noNames)];
    case "createAs":
      return queryOutcomes(statement.query, analysis, noNames);
    case "copy":
      return statement.query === undefined ? [] : queryOutcomes(statement.query, analysis, noNames);
    case "insert": {
      const names = withNames(statement.with, false, undefined, analysis, noNames);
      const own = statement.source === undefined ? [] : queryOutcomes(statement.source, analysis, names);
      return [...changesIn(statement.with, analysis), ...own];
    }
    case "update":
    case "delete":
    case "merge": {
      const names = withNames(statement.with, false, undefined, analysis, noNames);
      const written = { flows: writtenFlows(statement, analysis, names), chosen: new Map<Instance, Mask>() };
      return [
        ...changesIn(statement.with, analysis),
        written,
        ...returnedShapes(statement, undefined, analysis, names).map(shapeOutcome(analysis)),
      ];
    }
    default:
      return [];
  }
}

/** A WITH item that writes does so whether the rest reads it or not. */
function changesIn(items: readonly With[], analysis: Analysis): Outcome[] {
  return items.flatMap((item) => {
    if (item.body.kind === "query") return changesIn(item.body.query.with, analysis);
    return outcomesOf(item.body, analysis);
  });
}

function queryOutcomes(query: Query, analysis: Analysis, names: Names): Outcome[] {
  return analysis.relation(query, undefined, names).shapes.map(shapeOutcome(analysis));
}

function shapeOutcome(analysis: Analysis): (shape: Shape) => Outcome {
  return (shape) => {
    const told = shape.columns.flatMap((column) => outgoing(column, shape, analysis.universe.rows));
    const rowLevel = new Set(shape.columns.flatMap((column) => column.origins));
    const first = told.find((flow) => flow.weight === "revenue" && flow.mask !== 0n);
    const uses = settled(shape.uses, shape.facts);
    // How many rows there are matters where it decides which figures are told.
    const flows = [...told, ...(first === undefined ? uses : uses.map((flow) => ({ ...flow, weight: "revenue" as const })))];
    if (rowLevel.size > 0 && first !== undefined) flows.push(...besides(shape, rowLevel, first));
    return { flows, chosen: shape.chosen };
  };
}

/** Rows of other instances that decide which rows are told. */
function besides(shape: Shape, own: ReadonlySet<Instance>, first: Flow): Flow[] {
  const twins = new Set(shape.same.flat());
  return [...shape.depends]
    .filter(([instance]) => !own.has(instance) && !twins.has(instance))
    .map(([instance, mask]) => ({ ...first, instance, mask, sealed: true }));
}
