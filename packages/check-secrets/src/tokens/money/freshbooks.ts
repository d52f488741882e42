import type { Provider } from "../../token-kind.ts";

/** Tokens of FreshBooks. */
export const freshbooks: Provider = {
  name: "FreshBooks",
  documentation: "https://www.freshbooks.com/api/authentication",
  kinds: [
    {
      kind: "freshbooks-access-token",
      title: "FreshBooks access token",
      pattern: "[a-z0-9]{64}",
      names: ["freshbooks"],
      ignoreCase: true,
      proof: "context",
      match: ["FRESHBOOKS_TOKEN=«»", 'freshbooks_token: "«»"'],
      noMatch: ['colour = "«»"', "FRESHBOOKS_TOKEN=«masked»"],
    },
  ],
};
