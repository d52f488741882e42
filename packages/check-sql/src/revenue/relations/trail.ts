import type { Trail } from "../model.ts";

/** The trail alone, without what belongs to the rows or to the shape. */
export function trailOf(holder: Trail): Trail {
  const { facts, chosen, uses, depends, filters, same, alike, links, single, plain } = holder;
  return { facts, chosen, uses, depends, filters, same, alike, links, single, plain };
}
