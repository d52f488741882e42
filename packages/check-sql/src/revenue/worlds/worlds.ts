import type { Pair } from "../scopes/equalities.ts";
import type { Instance, Rows, World } from "../model.ts";
import { isTrue } from "../expressions/value.ts";

/** The worlds in which the instance has this status: with the row that an outer join found beside it, or without. */
export function worldsOf(rows: Pick<Rows, "same" | "links">, instance: Instance, probe: number): World[] {
  const members = classOf(instance, rows.same);
  const world: World = { members, probe };
  const link = rows.links.find(({ outer }) => members.includes(outer));
  if (link === undefined) return [world];
  const found: World = { members: [...members, link.inner], probe };
  const present = link.present(found);
  return [...(present & isTrue ? [found] : []), ...(present === isTrue ? [] : [{ ...world, missing: [link.inner] }])];
}

/** All instances that are the same row as this one. */
export function classOf(instance: Instance, same: readonly Pair[]): Instance[] {
  const members = [instance];
  for (const member of members) {
    for (const [one, other] of same) {
      const next = one === member ? other : other === member ? one : undefined;
      if (next !== undefined && !members.includes(next)) members.push(next);
    }
  }
  return members;
}
