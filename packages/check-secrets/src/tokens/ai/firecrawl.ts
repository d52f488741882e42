import type { Provider } from "../../token-kind.ts";

/** Tokens of Firecrawl. */
export const firecrawl: Provider = {
  name: "Firecrawl",
  documentation: "https://docs.firecrawl.dev/introduction",
  kinds: [
    {
      kind: "firecrawl-api-key",
      title: "Firecrawl API key",
      pattern: "fc-[a-f0-9]{32}",
      proof: "structure",
      match: ["FIRECRAWL_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
