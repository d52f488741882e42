import type { Provider } from "../../token-kind.ts";

/** Tokens of CockroachDB Cloud. */
export const cockroachlabs: Provider = {
  name: "CockroachDB Cloud",
  documentation: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",
  kinds: [
    {
      kind: "cockroachlabs-cloud-api-key",
      title: "CockroachDB Cloud cockroachlabs cloud API key",
      pattern: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
      proof: "structure",
      match: ["COCKROACHDB_CLOUD_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
  ],
};
