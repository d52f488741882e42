import type { Provider } from "../../token-kind.ts";

/** Tokens of Greptile. */
export const greptile: Provider = {
  name: "Greptile",
  documentation: "https://www.greptile.com/docs/api-reference/introduction",
  kinds: [
    {
      kind: "greptile-api-key",
      title: "Greptile API key",
      pattern: "[a-zA-Z0-9+/]{48}",
      names: ["greptile"],
      ignoreCase: true,
      proof: "context",
      match: ["GREPTILE_API_KEY=«»", 'greptile_api_key: "«»"'],
      noMatch: ['colour = "«»"', "GREPTILE_API_KEY=«masked»"],
    },
  ],
};
