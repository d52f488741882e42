import type { Provider } from "../../token-kind.ts";

/** Tokens of Algolia. */
export const algolia: Provider = {
  name: "Algolia",
  documentation: "https://www.algolia.com/doc/guides/security/api-keys/",
  kinds: [
    {
      kind: "algolia-api-key",
      title: "Algolia API key",
      pattern: "[a-z0-9]{32}",
      names: ["algolia"],
      ignoreCase: true,
      proof: "context",
      match: ["ALGOLIA_API_KEY=«»", 'algolia_api_key: "«»"'],
      noMatch: ['colour = "«»"', "ALGOLIA_API_KEY=«masked»"],
    },
  ],
};
