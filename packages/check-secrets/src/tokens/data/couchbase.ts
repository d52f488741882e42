import type { Provider } from "../../token-kind.ts";

/** Tokens of Couchbase Capella. */
export const couchbase: Provider = {
  name: "Couchbase Capella",
  documentation: "https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html",
  kinds: [
    {
      kind: "couchbase-capella-api-key",
      title: "Couchbase Capella API key",
      pattern: "[A-Za-z0-9+/]{60,120}={0,2}",
      names: ["couchbase", "capella"],
      proof: "context",
      match: ["COUCHBASE_API_KEY=«»", 'couchbase_api_key: "«»"'],
      noMatch: ['colour = "«»"', "COUCHBASE_API_KEY=«masked»"],
    },
  ],
};
