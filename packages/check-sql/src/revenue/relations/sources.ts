import type { Alias, FunctionSource, Source, TableSource, UnknownSource } from "@failcheck/languages/sql";
import { evaluate } from "../expressions/evaluate.ts";
import { joinRows } from "./joins.ts";
import type { Analysis, Column, Context, Instance, Member, Names, Relation, Rows, Scope, Shape } from "../model.ts";
import { plainColumn, tableColumns } from "../scopes/names.ts";
import { revenueTable } from "../policy/policy.ts";
import { cross, noRows, renamed, withMember } from "./rows.ts";
import { trailOf } from "./trail.ts";

/** The rows of a FROM list. */
export function fromRows(sources: readonly Source[], outer: Scope | undefined, analysis: Analysis, names: Names): Rows[] {
  let rows = [noRows(outer)];
  for (const source of sources) {
    rows = rows.flatMap((left) => sourceRows(source, left.scope, analysis, names).map((right) => cross(left, right)));
  }
  return within(rows, analysis);
}

/** UNIONs joined with UNIONs multiply; beyond this many shapes the rest is a doubt. */
const maxShapes = 24;

/** A join of more references than this to tables of revenue is not followed. */
const maxInstances = 24;

function within(rows: Rows[], analysis: Analysis): Rows[] {
  if (rows.some((one) => one.facts.size > maxInstances || one.filters.length > 200)) {
    analysis.spend(Infinity);
    return [];
  }
  if (rows.length > maxShapes) analysis.doubts.add("a join of too many UNIONs");
  return rows.slice(0, maxShapes);
}

/** The rows of one source; `beside` is what LATERAL may look at. */
function sourceRows(source: Source, beside: Scope, analysis: Analysis, names: Names): Rows[] {
  switch (source.kind) {
    case "table":
      return tableRows(source, beside.outer, analysis, names);
    case "derived": {
      const outer = source.lateral ? beside : beside.outer;
      return relationRows(analysis.relation(source.query, outer, names), source.alias, beside.outer);
    }
    case "join":
      return within(
        joinRows(
          source,
          sourceRows(source.left, beside, analysis, names),
          (left) => sourceRows(source.right, afterLeft(beside, left), analysis, names),
          analysis,
          names,
        ),
        analysis,
      );
    case "function":
    case "unknown":
      if (source.kind === "unknown") analysis.doubts.add(`the source ${source.what}`);
      return [withMember(noRows(beside.outer), functionMember(source, { analysis, scope: beside, names }))];
  }
}

/** What LATERAL on the right of a join may look at. */
function afterLeft(beside: Scope, left: Rows): Scope {
  return { ...left.scope, members: [...beside.members, ...left.scope.members] };
}

function functionMember(source: FunctionSource | UnknownSource, context: Context): Member {
  const { alias } = source;
  const [call] = source.kind === "function" ? source.calls : [];
  const own = call?.kind === "call" ? call.name : "";
  const names = alias === undefined ? [own] : alias.columns.length > 0 ? alias.columns : [alias.name];
  const columns = names.map((name, index): Column => {
    if (call === undefined || index > 0) return plainColumn(name);
    return { ...plainColumn(name), evaluate: (world) => evaluate(call, context, world) };
  });
  return { name: alias?.name ?? own, schema: undefined, columns, open: true };
}

function tableRows({ table, alias }: TableSource, outer: Scope | undefined, analysis: Analysis, names: Names): Rows[] {
  const common = table.schema === undefined ? names.find(table.name) : undefined;
  if (common !== undefined) return relationRows(common.relation(), { name: table.name, columns: [], ...alias }, outer);
  const label = alias?.name ?? table.name;
  const found = revenueTable(analysis.policy, table.schema, table.name);
  if (found !== undefined) return [instanceRows({ table: found, label }, table.schema, alias, outer, analysis)];
  const view = analysis.views(table.schema, table.name);
  if (view !== undefined) return relationRows(view, { name: table.name, columns: [], ...alias }, outer);
  const known = analysis.columns(table.schema, table.name);
  const columns = (known?.names ?? []).map(plainColumn);
  const member = { name: label, schema: table.schema, columns: renamed(columns, alias), open: known?.open ?? true };
  return [withMember(noRows(outer), member)];
}

function instanceRows(
  instance: Instance,
  schema: string | undefined,
  alias: Alias | undefined,
  outer: Scope | undefined,
  analysis: Analysis,
): Rows {
  const columns = tableColumns(instance, analysis.universe);
  const open = instance.table.columns === undefined;
  const member = {
    name: instance.label,
    schema: alias === undefined ? (schema ?? instance.table.schema) : undefined,
    columns: renamed(columns, alias),
    open,
  };
  const rows = withMember(noRows(outer), member);
  return { ...rows, plain: true, facts: new Map([[instance, analysis.universe.rows]]) };
}

/** A sub-select, WITH item or view in FROM. */
function relationRows(relation: Relation, alias: Alias | undefined, outer: Scope | undefined): Rows[] {
  return relation.shapes.map((shape) => shapeRows(shape, alias, outer));
}

function shapeRows(shape: Shape, alias: Alias | undefined, outer: Scope | undefined): Rows {
  const member = { name: alias?.name ?? "", schema: undefined, columns: renamed(shape.columns, alias), open: shape.open };
  return { ...trailOf(shape), scope: { members: [member], merged: [], outer } };
}
