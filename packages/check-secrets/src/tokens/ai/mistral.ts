import type { Provider } from "../../token-kind.ts";

/** Tokens of Mistral. */
export const mistral: Provider = {
  name: "Mistral",
  documentation: "https://docs.mistral.ai/getting-started/quickstart",
  kinds: [
    {
      kind: "mistral-api-key",
      title: "Mistral API key",
      pattern: "[A-Z0-9]{32}",
      names: ["mistral"],
      ignoreCase: true,
      proof: "context",
      match: ["MISTRAL_API_KEY=«»", 'mistral_api_key: "«»"'],
      noMatch: ['colour = "«»"', "MISTRAL_API_KEY=«masked»"],
    },
  ],
};
