import type { Provider } from "../../token-kind.ts";

/** Tokens of Plaid. */
export const plaid: Provider = {
  name: "Plaid",
  documentation: "https://plaid.com/docs/quickstart/glossary/",
  kinds: [
    {
      kind: "plaid-client-token",
      title: "Plaid client token",
      pattern: "[a-z0-9]{24}",
      names: ["plaid"],
      ignoreCase: true,
      proof: "context",
      match: ["PLAID_TOKEN=«»", 'plaid_token: "«»"'],
      noMatch: ['colour = "«»"', "PLAID_TOKEN=«masked»"],
    },
    {
      kind: "plaid-secret-key",
      title: "Plaid secret key",
      pattern: "[a-z0-9]{30}",
      names: ["plaid"],
      ignoreCase: true,
      proof: "context",
      match: ["PLAID_SECRET=«»", 'plaid_secret: "«»"'],
      noMatch: ['colour = "«»"', "PLAID_SECRET=«masked»"],
    },
    {
      kind: "plaid-api-token",
      title: "Plaid API token",
      pattern: "access-(?:sandbox|development|production)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      ignoreCase: true,
      proof: "entropy",
      match: ["PLAID_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
