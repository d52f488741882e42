import type { Provider } from "../../token-kind.ts";

/** Tokens of Sumo Logic. */
export const sumologic: Provider = {
  name: "Sumo Logic",
  documentation: "https://help.sumologic.com/docs/manage/security/access-keys/",
  kinds: [
    {
      kind: "sumologic-access-token",
      title: "Sumo Logic access token",
      pattern: "[a-z0-9]{64}",
      names: ["sumo"],
      ignoreCase: true,
      proof: "context",
      match: ["SUMO_TOKEN=«»", 'sumo_token: "«»"'],
      noMatch: ['colour = "«»"', "SUMO_TOKEN=«masked»"],
    },
    {
      kind: "sumologic-access-id",
      title: "Sumo Logic access id",
      pattern: "su[a-zA-Z0-9]{12}",
      names: ["sumo"],
      proof: "context",
      match: ["SUMO_API_KEY=«»", 'sumo_api_key: "«»"'],
      noMatch: ['colour = "«»"', "SUMO_API_KEY=«masked»"],
    },
  ],
};
