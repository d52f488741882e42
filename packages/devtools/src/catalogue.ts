import { kinds } from "../../check-secrets/src/catalogue.ts";
import { failuresOf } from "../../check-secrets/src/lists.ts";

/** Holds every kind of token against its own lists; one that fails them cannot be built. */
export function proveCatalogue(catalogue = kinds): void {
  const failures = catalogue.flatMap(failuresOf);
  if (failures.length > 0) throw new Error(`the catalogue of secrets fails its own lists:\n${failures.join("\n")}`);
}
