import { kinds } from "../../check-secrets/src/catalogue.ts";
import { failuresOf, filled } from "../../check-secrets/src/lists.ts";

/** Holds every kind of token against its own lists; one that fails them cannot be built. */
export function proveCatalogue(catalogue = kinds): void {
  const failures = catalogue.flatMap(failuresOf);
  if (failures.length > 0) throw new Error(`the catalogue of secrets fails its own lists:\n${failures.join("\n")}`);
}

/** Every text of every kind's lists with its token in it, for comparing tools. */
export function listedTexts(): readonly { readonly list: "match" | "noMatch"; readonly text: string }[] {
  return kinds.flatMap((compiled) => [
    ...compiled.kind.match.map((text) => ({ list: "match", text: filled(text, compiled) }) as const),
    ...compiled.kind.noMatch.map((text) => ({ list: "noMatch", text: filled(text, compiled) }) as const),
  ]);
}
