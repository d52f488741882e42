import type { Provider } from "../../token-kind.ts";

/** Tokens of Cohere. */
export const cohere: Provider = {
  name: "Cohere",
  documentation: "https://docs.cohere.com/reference/about",
  kinds: [
    {
      kind: "cohere-api-key",
      title: "Cohere API key",
      pattern: "[a-zA-Z0-9]{40}",
      names: ["cohere", "co_api_key"],
      proof: "context",
      match: ["COHERE_API_KEY=«»", 'cohere_api_key: "«»"'],
      noMatch: ['colour = "«»"', "COHERE_API_KEY=«masked»"],
    },
  ],
};
