import type { Provider } from "../../token-kind.ts";

/** Tokens of Lokalise. */
export const lokalise: Provider = {
  name: "Lokalise",
  documentation: "https://developers.lokalise.com/reference/api-authentication",
  kinds: [
    {
      kind: "lokalise-api-token",
      title: "Lokalise API token",
      pattern: "[a-z0-9]{40}",
      names: ["lokalise"],
      proof: "context",
      match: ["LOKALISE_TOKEN=«»", 'lokalise_token: "«»"'],
      noMatch: ['colour = "«»"', "LOKALISE_TOKEN=«masked»"],
    },
  ],
};
