import type { Provider } from "../../token-kind.ts";

/** Tokens of Datadog. */
export const datadog: Provider = {
  name: "Datadog",
  documentation: "https://docs.datadoghq.com/account_management/api-app-keys/",
  kinds: [
    {
      kind: "datadog-api-key",
      title: "Datadog API key",
      pattern: "[a-z0-9]{32}",
      names: ["datadog"],
      ignoreCase: true,
      proof: "context",
      match: ["DATADOG_API_KEY=«»", 'datadog_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DATADOG_API_KEY=«masked»"],
    },
    {
      kind: "datadog-application-key",
      title: "Datadog application key",
      pattern: "[A-Za-z0-9-]{40}",
      names: ["datadog"],
      ignoreCase: true,
      proof: "context",
      match: ["DATADOG_API_KEY=«»", 'datadog_api_key: "«»"'],
      noMatch: ['colour = "«»"', "DATADOG_API_KEY=«masked»"],
    },
    {
      kind: "datadog-access-token",
      title: "Datadog access token",
      pattern: "[a-z0-9]{40}",
      names: ["datadog", "dd_api", "dd_app"],
      ignoreCase: true,
      proof: "context",
      match: ["DATADOG_TOKEN=«»", 'datadog_token: "«»"'],
      noMatch: ['colour = "«»"', "DATADOG_TOKEN=«masked»"],
    },
  ],
};
