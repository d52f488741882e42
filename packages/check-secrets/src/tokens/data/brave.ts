import type { Provider } from "../../token-kind.ts";

/** Tokens of Brave Search. */
export const brave: Provider = {
  name: "Brave Search",
  documentation: "https://api-dashboard.search.brave.com/app/documentation/web-search/get-started",
  kinds: [
    {
      kind: "brave-search-api-key",
      title: "Brave Search API key",
      pattern: "BSA[A-Za-z0-9_-]{24,40}",
      proof: "entropy",
      match: ["BRAVE_SEARCH_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
