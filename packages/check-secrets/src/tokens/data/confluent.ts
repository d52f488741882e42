import type { Provider } from "../../token-kind.ts";

/** Tokens of Confluent Cloud. */
export const confluent: Provider = {
  name: "Confluent Cloud",
  documentation:
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  kinds: [
    {
      kind: "confluent-access-token",
      title: "Confluent Cloud access token",
      pattern: "[a-z0-9]{16}",
      names: ["confluent"],
      ignoreCase: true,
      proof: "context",
      match: ["CONFLUENT_TOKEN=«»", 'confluent_token: "«»"'],
      noMatch: ['colour = "«»"', "CONFLUENT_TOKEN=«masked»"],
    },
    {
      kind: "confluent-secret-key",
      title: "Confluent Cloud secret key",
      pattern: "[a-z0-9]{64}",
      names: ["confluent"],
      ignoreCase: true,
      proof: "context",
      match: ["CONFLUENT_SECRET=«»", 'confluent_secret: "«»"'],
      noMatch: ['colour = "«»"', "CONFLUENT_SECRET=«masked»"],
    },
  ],
};
