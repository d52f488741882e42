import type { Provider } from "../../token-kind.ts";

/** Tokens of Exa. */
export const exa: Provider = {
  name: "Exa",
  documentation: "https://docs.exa.ai/reference/getting-started",
  kinds: [
    {
      kind: "exa-api-key",
      title: "Exa API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["exa_api"],
      proof: "context",
      match: ["EXA_API_API_KEY=«»", 'exa_api_api_key: "«»"'],
      noMatch: ['colour = "«»"', "EXA_API_API_KEY=«masked»"],
    },
  ],
};
