import type { Provider } from "../../token-kind.ts";

/** Tokens of Fastly. */
export const fastly: Provider = {
  name: "Fastly",
  documentation: "https://www.fastly.com/documentation/guides/account-info/account-management/using-api-tokens/",
  kinds: [
    {
      kind: "fastly-api-token",
      title: "Fastly API token",
      pattern: "[a-z0-9_-]{32}",
      names: ["fastly"],
      ignoreCase: true,
      proof: "context",
      match: ["FASTLY_TOKEN=«»", 'fastly_token: "«»"'],
      noMatch: ['colour = "«»"', "FASTLY_TOKEN=«masked»"],
    },
  ],
};
