import type { Provider } from "../../token-kind.ts";

/** Tokens of Opsgenie. */
export const opsgenie: Provider = {
  name: "Opsgenie",
  documentation: "https://support.atlassian.com/opsgenie/docs/api-key-management/",
  kinds: [
    {
      kind: "opsgenie-api-key",
      title: "Opsgenie API key",
      pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      names: ["opsgenie"],
      near: ["opsgenie"],
      proof: "context",
      match: ["OPSGENIE_API_KEY=«»", 'opsgenie_api_key: "«»"'],
      noMatch: ['colour = "«»"', "OPSGENIE_API_KEY=«masked»"],
    },
  ],
};
