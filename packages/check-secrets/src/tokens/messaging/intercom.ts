import type { Provider } from "../../token-kind.ts";

/** Tokens of Intercom. */
export const intercom: Provider = {
  name: "Intercom",
  documentation: "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
  kinds: [
    {
      kind: "intercom-api-key",
      title: "Intercom API key",
      pattern: String.raw`[a-z0-9=_\-]{60}`,
      names: ["intercom"],
      ignoreCase: true,
      proof: "context",
      match: ["INTERCOM_API_KEY=«»", 'intercom_api_key: "«»"'],
      noMatch: ['colour = "«»"', "INTERCOM_API_KEY=«masked»"],
    },
  ],
};
