import { compile, type CompiledKind, kinds } from "../../check-secrets/src/catalogue.ts";
import { failuresOf, filled } from "../../check-secrets/src/lists.ts";
import { parsePattern } from "../../check-secrets/src/pattern.ts";

/** Holds every kind of token against its own lists; one that does not compile or fails them cannot be built. */
export function proveCatalogue(catalogue: readonly CompiledKind[] = kinds): void {
  const broken = catalogue.flatMap(whyNoPattern);
  if (broken.length > 0) throw new Error(`the catalogue of secrets does not compile: ${broken.join("; ")}`);
  const failures = catalogue.flatMap(failuresOf);
  if (failures.length > 0) throw new Error(`the catalogue of secrets fails its own lists:\n${failures.join("\n")}`);
}

/** One entry is tried by itself: while its pattern is none, every text that meets its keyword would fail for it. */
function whyNoPattern({ kind, provider }: CompiledKind): string[] {
  try {
    parsePattern(kind.pattern);
    return compile(kind, provider).anywhere.test("") ? [`${kind.kind}: its pattern matches the empty text`] : [];
  } catch (error) {
    // The engine's own words say what is wrong with a pattern.
    return [`${kind.kind}: ${error instanceof Error ? error.message : "its pattern is none"}`];
  }
}

/** Every text of every kind's lists with its token in it, for comparing tools. */
export function listedTexts(): readonly { readonly list: "match" | "noMatch"; readonly text: string }[] {
  return kinds.flatMap((compiled) => [
    ...compiled.kind.match.map((text) => ({ list: "match", text: filled(text, compiled) }) as const),
    ...compiled.kind.noMatch.map((text) => ({ list: "noMatch", text: filled(text, compiled) }) as const),
  ]);
}
