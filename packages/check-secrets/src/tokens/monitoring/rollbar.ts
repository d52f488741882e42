import type { Provider } from "../../token-kind.ts";

/** Tokens of Rollbar. */
export const rollbar: Provider = {
  name: "Rollbar",
  documentation: "https://docs.rollbar.com/docs/access-tokens",
  kinds: [
    {
      kind: "rollbar-access-token",
      title: "Rollbar access token",
      pattern: "[a-f0-9]{32}",
      names: ["rollbar"],
      proof: "context",
      match: ["ROLLBAR_TOKEN=«»", 'rollbar_token: "«»"'],
      noMatch: ['colour = "«»"', "ROLLBAR_TOKEN=«masked»"],
    },
  ],
};
