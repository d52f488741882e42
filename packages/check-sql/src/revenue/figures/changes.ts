import type { Delete, Merge, Statement, Target, Update } from "@failcheck/languages/sql";
import { evaluate } from "../expressions/evaluate.ts";
import { aggregatedFlows, originsOf, outgoing, starColumns } from "./flows.ts";
import type { Analysis, Column, Context, Flow, Names, Rows, Scope, Shape } from "../model.ts";
import { narrow } from "../relations/narrow.ts";
import { fromRows } from "../relations/sources.ts";

type Change = Update | Delete | Merge;

/** What RETURNING gives. An INSERT's new rows say nothing about those that are counted. */
export function returnedShapes(statement: Statement, outer: Scope | undefined, analysis: Analysis, names: Names): Shape[] {
  if (statement.kind !== "update" && statement.kind !== "delete" && statement.kind !== "merge") return [];
  return changedRows(statement, outer, analysis, names).map((rows) => {
    const columns = statement.returning.flatMap((target) => returned(target, { analysis, scope: rows.scope, names }, rows));
    return { ...rows, columns, open: false, plain: false, always: false };
  });
}

function returned({ value, name }: Target, context: Context, rows: Rows): readonly Column[] {
  if (value.kind === "star") return starColumns(value.path, context).map((column) => ({ ...column, at: value.at }));
  const own = name ?? (value.kind === "column" ? (value.path.at(-1) ?? "") : "");
  return [
    {
      name: own,
      evaluate: (world) => evaluate(value, context, world),
      origins: originsOf(value, context),
      flows: aggregatedFlows(value, context, rows),
      base: undefined,
      at: value.at,
    },
  ];
}

function changedRows(statement: Change, outer: Scope | undefined, analysis: Analysis, names: Names): Rows[] {
  const beside =
    statement.kind === "update" ? statement.from : statement.kind === "delete" ? statement.using : [statement.source];
  const condition = statement.kind === "merge" ? statement.on : statement.where;
  const rows = fromRows([statement.target, ...beside], outer, analysis, names);
  return condition === undefined ? rows : rows.map((one) => narrow(one, condition, analysis, names));
}

/** The figures that an UPDATE or MERGE writes: those of other rows than the one that is written. */
export function writtenFlows(statement: Change, analysis: Analysis, names: Names): Flow[] {
  if (statement.kind === "delete") return changedRows(statement, undefined, analysis, names).flatMap((rows) => rows.uses);
  const values =
    statement.kind === "update"
      ? statement.set.map(({ value }) => value)
      : statement.clauses.flatMap((clause) => [...clause.values, ...clause.set.map(({ value }) => value)]);
  return changedRows(statement, undefined, analysis, names).flatMap((rows) => {
    const context = { analysis, scope: rows.scope, names };
    const own = rows.scope.members[0]?.columns.find((column) => column.base !== undefined)?.base?.instance;
    const written = values.flatMap((value) => {
      const origins = originsOf(value, context).filter((instance) => instance !== own);
      const column: Column = {
        name: "",
        evaluate: (world) => evaluate(value, context, world),
        origins,
        flows: aggregatedFlows(value, context, rows),
        base: undefined,
        at: value.at,
      };
      return outgoing(column, rows, analysis.universe.rows);
    });
    return [...written, ...rows.uses];
  });
}
