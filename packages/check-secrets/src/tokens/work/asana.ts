import type { Provider } from "../../token-kind.ts";

/** Tokens of Asana. */
export const asana: Provider = {
  name: "Asana",
  documentation: "https://developers.asana.com/docs/authentication",
  kinds: [
    {
      kind: "asana-client-secret",
      title: "Asana client secret",
      pattern: "[a-z0-9]{32}",
      names: ["asana"],
      ignoreCase: true,
      proof: "context",
      match: ["ASANA_SECRET=«»", 'asana_secret: "«»"'],
      noMatch: ['colour = "«»"', "ASANA_SECRET=«masked»"],
    },
    {
      kind: "asana-token",
      title: "Asana token",
      pattern: "[0-9]{16}",
      names: ["asana"],
      proof: "context",
      match: ["ASANA_TOKEN=«»", 'asana_token: "«»"'],
      noMatch: ['colour = "«»"', "ASANA_TOKEN=«masked»"],
    },
    {
      kind: "asana-personal-access-token",
      title: "Asana personal access token",
      pattern: String.raw`[12]/\d{16}(?:/\d{16})?:[a-f0-9]{32}`,
      names: ["asana"],
      proof: "context",
      match: ["ASANA_TOKEN=«»", 'asana_token: "«»"'],
      noMatch: ['colour = "«»"', "ASANA_TOKEN=«masked»"],
    },
  ],
};
