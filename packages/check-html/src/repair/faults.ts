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

/** The faults of a partial repair, in the order of the page; joined without copying. */
export type Trail =
  { readonly fault: Fault; readonly before: Trail | undefined } | { readonly first: Trail; readonly then: Trail };

/** The faults of a trail, in their order. */
export function faultsOf(trail: Trail | undefined): Fault[] {
  const faults: Fault[] = [];
  const rest = [trail];
  while (rest.length > 0) {
    const at = rest.pop();
    if (at === undefined) continue;
    if ("fault" in at) {
      faults.push(at.fault);
      rest.push(at.before);
    } else rest.push(at.first, at.then);
  }
  return faults.reverse();
}

/** One trail behind the other. */
export function joined(first: Trail | undefined, then: Trail | undefined): Trail | undefined {
  return first === undefined ? then : then === undefined ? first : { first, then };
}
