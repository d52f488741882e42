import type { Provider } from "../../token-kind.ts";

/** Tokens of Aiven. */
export const aiven: Provider = {
  name: "Aiven",
  documentation: "https://aiven.io/docs/platform/concepts/authentication-tokens",
  kinds: [
    {
      kind: "aiven-auth-token",
      title: "Aiven token",
      pattern: "[A-Za-z0-9/+=]{372}",
      names: ["aiven"],
      proof: "context",
      near: ["aivenv1"],
      match: ["Authorization: aivenv1 «»", "AIVEN_TOKEN=«»", 'aiven_token: "«»"'],
      noMatch: ['colour = "«»"', "AIVEN_TOKEN=«masked»"],
    },
  ],
};
