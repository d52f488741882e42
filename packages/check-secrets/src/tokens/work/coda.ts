import type { Provider } from "../../token-kind.ts";

/** Tokens of Coda. */
export const coda: Provider = {
  name: "Coda",
  documentation: "https://coda.io/developers/apis/v1",
  kinds: [
    {
      kind: "coda-api-token",
      title: "Coda API token",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["coda_"],
      proof: "context",
      match: ["CODA_TOKEN=«»", 'coda_token: "«»"'],
      noMatch: ['colour = "«»"', "CODA_TOKEN=«masked»"],
    },
  ],
};
