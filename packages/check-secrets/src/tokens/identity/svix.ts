import type { Provider } from "../../token-kind.ts";

/** Tokens of Svix. */
export const svix: Provider = {
  name: "Svix",
  documentation: "https://docs.svix.com/api-keys",
  kinds: [
    {
      kind: "svix-api-token",
      title: "Svix API token",
      pattern: String.raw`(?:sk|testsk)_[A-Za-z0-9_]{32,60}\.(?:us|eu|in|ca|au)`,
      names: ["svix"],
      proof: "context",
      match: ["SVIX_TOKEN=«»", 'svix_token: "«»"'],
      noMatch: ['colour = "«»"', "SVIX_TOKEN=«masked»"],
    },
  ],
};
