import type { Expression } from "@failcheck/languages/sql";
import type { Column, Member, Scope } from "../model.ts";
import { findColumn, findMember, plainColumn } from "./names.ts";
import { equated, conjuncts } from "./equalities.ts";

/**
 * The names of a place once a condition holds there: a column that must equal a status or a key is that status or key, in
 * `s.code = j.job_status AND s.code = 'completed'` and in `p.job_id = j.id`.
 */
export function withEqualColumns(scope: Scope, condition: Expression): Scope {
  let members = scope.members;
  for (const part of conjuncts(condition)) {
    for (const [left, right] of equated(part)) {
      members = told(members, scope, left, right);
      members = told(members, scope, right, left);
    }
  }
  return members === scope.members ? scope : { ...scope, members };
}

/** The members with `other` known to be what `known` is. */
function told(members: readonly Member[], scope: Scope, other: Expression, known: Expression): readonly Member[] {
  if (other.kind !== "column" || known.kind !== "column") return members;
  const column = findColumn(known.path, scope);
  const { base } = column ?? {};
  if (column === undefined || base === undefined) return members;
  const { table } = base.instance;
  if (base.name !== table.status && !table.keys.has(base.name)) return members;
  const holder = holderOf(other.path, scope);
  const name = other.path.at(-1) ?? "";
  const before = holder?.columns.find((one) => one.name === name);
  if (holder === undefined || (before === undefined && !holder.open) || saysSomething(before)) return members;
  const after: Column = { ...(before ?? plainColumn(name)), evaluate: column.evaluate, base };
  return members.map((member) =>
    member === holder ? { ...member, columns: [...member.columns.filter((one) => one !== before), after] } : member,
  );
}

/** The member of this level that a name belongs to; a bare name only where there is no other. */
function holderOf(path: readonly string[], scope: Scope): Member | undefined {
  const qualifier = path.at(-2);
  if (qualifier !== undefined) return findMember(qualifier, path.at(-3), scope);
  return scope.members.length === 1 ? scope.members[0] : undefined;
}

function saysSomething(column: Column | undefined): boolean {
  return column !== undefined && (column.base !== undefined || column.evaluate(undefined).kind !== "unknown");
}
