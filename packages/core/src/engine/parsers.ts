import type { Language, Parse } from "../language.ts";

/** Gives the parser of a language; each is loaded once a run, when first asked for. */
export type Parsers = <Tree>(language: Language<Tree>) => Promise<Parse<Tree>>;

/** The parsers of one run. */
export function loadedOnce(): Parsers {
  const loaded = new Map<Language<unknown>, Promise<Parse<unknown>>>();
  return (language) => {
    const known = loaded.get(language);
    if (isParserOf(known, language)) return known;
    const parser = language.load();
    loaded.set(language, parser);
    return parser;
  };
}

/** The map's key made the value, which a Map cannot say. */
function isParserOf<Tree>(known: Promise<Parse<unknown>> | undefined, _language: Language<Tree>): known is Promise<Parse<Tree>> {
  return known !== undefined;
}
