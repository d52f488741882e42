import type { Provider } from "../../token-kind.ts";

/** Tokens of Looker. */
export const looker: Provider = {
  name: "Looker",
  documentation: "https://cloud.google.com/looker/docs/api-auth",
  kinds: [
    {
      kind: "looker-client-token",
      title: "Looker client token",
      pattern: "[a-z0-9]{20}",
      names: ["looker"],
      ignoreCase: true,
      proof: "context",
      match: ["LOOKER_TOKEN=«»", 'looker_token: "«»"'],
      noMatch: ['colour = "«»"', "LOOKER_TOKEN=«masked»"],
    },
    {
      kind: "looker-client-secret",
      title: "Looker client secret",
      pattern: "[a-z0-9]{24}",
      names: ["looker"],
      ignoreCase: true,
      proof: "context",
      match: ["LOOKER_SECRET=«»", 'looker_secret: "«»"'],
      noMatch: ['colour = "«»"', "LOOKER_SECRET=«masked»"],
    },
  ],
};
