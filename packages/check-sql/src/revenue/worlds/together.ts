import { agree, turned } from "./atoms.ts";
import type { Assumptions, Atom, Filter, World } from "../model.ts";
import { isFalse, isTrue, isUnknown } from "../expressions/value.ts";
import type { Truth } from "../expressions/value.ts";

/** How many assumptions are tried before the answer is "perhaps". */
const budget = 300;

/**
 * Whether one row of this world may pass all of the conditions: what they ask of its other columns must have the same
 * answer everywhere, so that `unit = 'HVAC'` here and `NOT (unit = 'HVAC')` there leave no row.
 */
export function mayPass(conditions: readonly Filter[], world: World): boolean {
  let left = budget;
  const search = (held: Assumptions["held"]): boolean => {
    left -= 1;
    if (left < 0) return true;
    const asked: Assumptions["asked"] = new Map();
    const here = { ...world, assumptions: { held, asked } };
    let sure = true;
    for (const condition of conditions) {
      const found = condition(here);
      if ((found & isTrue) === 0) return false;
      if (found !== isTrue) sure = false;
    }
    if (sure) return true;
    const next = pick(asked, held);
    if (next === undefined) return true;
    return [isTrue, isFalse, isUnknown].some((truth) => {
      if ((next.open & truth) === 0) return false;
      const more = new Map([...held, [next.atom.key, [next.atom, truth] as const]]);
      return agree([...more.values()]) && search(more);
    });
  };
  return search(new Map());
}

/** The atom to settle next: one that is asked again, or shares its column with another; undefined where all stand alone. */
function pick(asked: Assumptions["asked"], held: Assumptions["held"]) {
  const columns = [...asked.values(), ...[...held.values()].map(([atom]) => ({ atom }))].map(({ atom }) => atom.column);
  return [...asked.values()].find(
    ({ atom, times }) => times > 1 || (atom.column !== undefined && columns.filter((one) => one === atom.column).length > 1),
  );
}

/** The truth of what asks for an atom, as far as it is held; what is open is noted. */
export function heldTruth(atom: Atom | undefined, truth: Truth, world: World | undefined): Truth {
  const assumptions = world?.assumptions;
  if (atom === undefined || assumptions === undefined || truth === isTrue || truth === isFalse || truth === isUnknown)
    return truth;
  const held = assumptions.held.get(atom.key)?.[1];
  if (held !== undefined) return turned(atom, held) & truth || turned(atom, held);
  const before = assumptions.asked.get(atom.key);
  const open = turned(atom, truth);
  assumptions.asked.set(atom.key, {
    atom,
    open: before === undefined ? open : before.open & open,
    times: (before?.times ?? 0) + 1,
  });
  return truth;
}
