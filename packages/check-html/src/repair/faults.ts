/** One tag that is missing or too much. */
export type Fault =
  | {
      readonly kind: "unclosed";
      readonly open: number;
      /** The bracket before which it must end; the number of brackets: the end. */
      readonly before: number;
    }
  | { readonly kind: "stray"; readonly close: number };

/** A way to make the page whole. */
export interface Repair {
  readonly faults: readonly Fault[];
  readonly cost: number;
}

/** The faults of a partial repair, the last one first. */
export interface Trail {
  readonly fault: Fault;
  readonly before: Trail | undefined;
}

/** The faults of a trail, in the order of the page. */
export function faultsOf(trail: Trail | undefined): Fault[] {
  const faults: Fault[] = [];
  for (let at = trail; at !== undefined; at = at.before) faults.push(at.fault);
  return faults.reverse();
}
