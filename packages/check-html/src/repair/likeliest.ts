import type { Bracket } from "./brackets.ts";
import type { Fault, Repair } from "./faults.ts";

/**
 * One repair for each set of tags blamed, likeliest first. The same tags may be mended at several places, and each of those
 * speaks for them.
 */
export function likeliest(all: readonly Bracket[], found: readonly Repair[]): Repair[] {
  const least = found[0]?.cost ?? 0;
  const sets = new Map<string, { readonly repair: Repair; odds: number }>();
  const places = new Set<string>();
  for (const repair of found) {
    const blamed = repair.faults.map((fault) => (fault.kind === "stray" ? fault.close : fault.open)).sort((a, b) => a - b);
    const place = `${blamed.join()} ${repair.faults.map((fault) => placeOf(all, fault)).join()}`;
    if (places.has(place)) continue;
    places.add(place);
    const odds = Math.exp(least - repair.cost);
    const known = sets.get(blamed.join());
    if (known === undefined) sets.set(blamed.join(), { repair, odds });
    else known.odds += odds;
  }
  return [...sets.values()]
    .map(({ repair, odds }) => ({ ...repair, cost: least - Math.log(odds) }))
    .sort((a, b) => a.cost - b.cost);
}

/** Where a fault is mended; an end tag before or behind `</body>` is at one place. */
function placeOf(all: readonly Bracket[], fault: Fault): number {
  if (fault.kind === "stray") return fault.close;
  let place = fault.before;
  while (all[place - 1]?.opens === false && all[place - 1]?.hard === false) place--;
  return place;
}
