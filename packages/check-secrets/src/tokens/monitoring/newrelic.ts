import type { Provider } from "../../token-kind.ts";

/** Tokens of New Relic. */
export const newrelic: Provider = {
  name: "New Relic",
  documentation: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
  kinds: [
    {
      kind: "new-relic-user-api-key",
      title: "New Relic user API key",
      pattern: "NRAK-[a-z0-9]{27}",
      ignoreCase: true,
      proof: "entropy",
    },
    {
      kind: "new-relic-user-api-id",
      title: "New Relic user API id",
      pattern: "[a-z0-9]{64}",
      names: ["new-relic", "newrelic", "new_relic"],
      ignoreCase: true,
      proof: "context",
    },
    {
      kind: "new-relic-browser-api-token",
      title: "New Relic browser API token",
      pattern: "NRJS-[a-f0-9]{19}",
      ignoreCase: true,
      proof: "entropy",
    },
    {
      kind: "new-relic-insert-key",
      title: "New Relic insert key",
      pattern: "NRII-[a-z0-9-]{32}",
      ignoreCase: true,
      proof: "entropy",
    },
  ],
};
