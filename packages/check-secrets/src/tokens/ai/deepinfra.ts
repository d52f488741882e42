import type { Provider } from "../../token-kind.ts";

/** Tokens of DeepInfra. */
export const deepinfra: Provider = {
  name: "DeepInfra",
  documentation: "https://deepinfra.com/docs",
  kinds: [
    {
      kind: "deepinfra-api-key",
      title: "DeepInfra API key",
      pattern: "[A-Za-z0-9]{32}",
      names: ["deepinfra"],
      proof: "context",
      match: ["DEEPINFRA_API_KEY=«»", 'deepinfra_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DEEPINFRA_API_KEY=«masked»"],
    },
  ],
};
