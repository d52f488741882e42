import type { Provider } from "../../token-kind.ts";

/** Tokens of Okta. */
export const okta: Provider = {
  name: "Okta",
  documentation: "https://developer.okta.com/docs/guides/create-an-api-token/main/",
  kinds: [
    {
      kind: "okta-api-token",
      title: "Okta API token",
      pattern: String.raw`00[\w=-]{40}`,
      names: ["okta", "ssws"],
      proof: "context",
      match: ["OKTA_TOKEN=«»", 'okta_token: "«»"'],
      noMatch: ['colour = "«»"', "OKTA_TOKEN=«masked»"],
    },
  ],
};
