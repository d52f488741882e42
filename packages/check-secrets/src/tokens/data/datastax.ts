import type { Provider } from "../../token-kind.ts";

/** Tokens of DataStax Astra. */
export const datastax: Provider = {
  name: "DataStax Astra",
  documentation: "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
  kinds: [
    {
      kind: "datastax-astra-token",
      title: "DataStax Astra application token",
      pattern: "AstraCS:[A-Za-z0-9]{20,100}(?::[a-f0-9]{64})?",
      proof: "entropy",
      match: ["DATASTAX_ASTRA_TOKEN=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
