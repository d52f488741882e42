import type { Column, Instance, Member, Scope, World } from "../model.ts";
import { absent } from "../worlds/probes.ts";
import type { Universe } from "../worlds/probes.ts";
import { constant, nothing, something, unknown } from "../expressions/value.ts";
import type { Value } from "../expressions/value.ts";

/** The column that a name means here; undefined where it belongs to something that holds no revenue, or is unknown. */
export function findColumn(path: readonly string[], scope: Scope): Column | undefined {
  const name = path.at(-1) ?? "";
  const qualifier = path.at(-2);
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    if (qualifier === undefined) {
      const found = findUnqualified(name, here);
      if (found !== "not here") return found;
      continue;
    }
    const member = findMember(qualifier, path.at(-3), here);
    if (member !== undefined) return columnOf(member, name);
  }
  return undefined;
}

function findUnqualified(name: string, scope: Scope): Column | undefined | "not here" {
  const merged = scope.merged.find((column) => column.name === name);
  if (merged !== undefined) return merged;
  for (const member of scope.members) {
    const column = member.columns.find((candidate) => candidate.name === name);
    if (column !== undefined) return column;
  }
  const row = scope.members.find((member) => member.name === name);
  if (row !== undefined) return wholeRow(row);
  const open = scope.members.filter((member) => member.open);
  const [only] = open;
  if (only === undefined) return "not here";
  return open.length === 1 ? furtherColumn(only, name) : undefined;
}

export function findMember(name: string, schema: string | undefined, scope: Scope): Member | undefined {
  return scope.members.find(
    (member) => member.name === name && (schema === undefined || member.schema === undefined || member.schema === schema),
  );
}

function columnOf(member: Member, name: string): Column | undefined {
  const column = member.columns.find((candidate) => candidate.name === name);
  return column !== undefined || !member.open ? column : furtherColumn(member, name);
}

/** A column that nobody has named; one of a revenue table is NULL where its row is absent. */
function furtherColumn(member: Member, name: string): Column | undefined {
  const instance = member.columns.find((candidate) => candidate.base !== undefined)?.base?.instance;
  if (instance === undefined || !member.columns.every(({ base }) => base?.instance === instance)) return undefined;
  const evaluate: Column["evaluate"] = (world) => (isAbsent(instance, world) ? nothing : unknown);
  return { ...plainColumn(name), evaluate, base: { instance, name } };
}

/** Whether an outer join found no row for this instance. */
export function isAbsent(instance: Instance, world: World | undefined): boolean {
  if (world === undefined) return false;
  return (world.probe === absent && world.members.includes(instance)) || world.missing?.includes(instance) === true;
}

/** `j` as a value: all of its columns at once. */
function wholeRow(member: Member): Column {
  return {
    ...plainColumn(member.name),
    origins: [...new Set(member.columns.flatMap((column) => column.origins))],
    flows: member.columns.flatMap((column) => column.flows),
  };
}

/** A column that nothing is known of. */
export function plainColumn(name: string): Column {
  return { name, evaluate: () => unknown, origins: [], flows: [], base: undefined, at: undefined };
}

/** The columns of a reference to a revenue table that matter: revenue, status, keys and what cannot be NULL. */
export function tableColumns(instance: Instance, universe: Universe): Column[] {
  const { table } = instance;
  const names = new Set([...(table.columns ?? []), table.status, ...table.keys, ...table.revenue, ...table.notNull]);
  return [...names].map((name) => ({
    name,
    evaluate: (world) => baseValue(instance, name, world, universe),
    origins: table.revenue.has(name) ? [instance] : [],
    flows: [],
    base: { instance, name },
    at: undefined,
  }));
}

function baseValue(instance: Instance, name: string, world: World | undefined, universe: Universe): Value {
  const { table } = instance;
  if (world?.missing?.includes(instance) === true) return nothing;
  if (world?.members.includes(instance) !== true) return unknown;
  if (world.probe === absent) return nothing;
  if (name === table.status) return constant(universe.values[world.probe] ?? null);
  return table.keys.has(name) || table.notNull.has(name) ? something : unknown;
}
