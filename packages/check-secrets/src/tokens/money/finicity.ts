import type { Provider } from "../../token-kind.ts";

/** Tokens of Finicity. */
export const finicity: Provider = {
  name: "Finicity",
  documentation: "https://developer.mastercard.com/open-finance-us/documentation/",
  kinds: [
    {
      kind: "finicity-client-secret",
      title: "Finicity client secret",
      pattern: "[a-z0-9]{20}",
      names: ["finicity"],
      ignoreCase: true,
      proof: "context",
      match: ["FINICITY_SECRET=«»", 'finicity_secret: "«»"'],
      noMatch: ['colour = "«»"', "FINICITY_SECRET=«masked»"],
    },
    {
      kind: "finicity-api-token",
      title: "Finicity API token",
      pattern: "[a-f0-9]{32}",
      names: ["finicity"],
      ignoreCase: true,
      proof: "context",
      match: ["FINICITY_TOKEN=«»", 'finicity_token: "«»"'],
      noMatch: ['colour = "«»"', "FINICITY_TOKEN=«masked»"],
    },
  ],
};
